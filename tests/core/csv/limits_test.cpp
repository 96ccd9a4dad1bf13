// SPDX-License-Identifier: GPL-3.0-or-later
// Promise P21: memory and time of the reader on files that are as bad as they can be.
#include "core/csv/reader.h"

#include "tests/support/printers.h"

#include <sys/resource.h>

using namespace steward;
using namespace steward::csv;
using namespace std::string_literals;

namespace {

/// Gives `size` bytes made by a pattern, without holding them.
class Endless : public QIODevice
{
public:
    Endless(std::string start, std::string pattern, qint64 size)
        : m_start(std::move(start))
        , m_pattern(std::move(pattern))
        , m_size(size)
    {
        // Long runs are copied, so that the device costs next to nothing.
        while (m_pattern.size() < 64 * 1024)
            m_pattern += m_pattern;
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 wanted) override
    {
        const qint64 size = std::min(wanted, m_size - m_given);
        for (qint64 done = 0; done < size;) {
            const bool inStart = m_given < static_cast<qint64>(m_start.size());
            const std::string& from = inStart ? m_start : m_pattern;
            const auto offset =
                static_cast<size_t>(inStart ? m_given : m_given - static_cast<qint64>(m_start.size())) % from.size();
            const auto piece = std::min<qint64>(size - done, static_cast<qint64>(from.size() - offset));
            std::copy_n(from.data() + offset, piece, data + done);
            done += piece;
            m_given += piece;
        }
        return size;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::string m_start;
    std::string m_pattern;
    qint64 m_size;
    qint64 m_given = 0;
};

struct Cost
{
    qint64 records = 0;
    double seconds = 0; // of this thread's processor
    Issues issues;
};

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

qint64 peakKiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

Cost cost(const std::string& start, const std::string& pattern, qint64 size)
{
    Options options;
    options.delimiter = ',';
    const double begin = processorSeconds();
    auto reader = Reader::open(std::make_unique<Endless>(start, pattern, size), options);
    REQUIRE(reader);
    Record record;
    Cost spent;
    while (reader->next(record))
        ++spent.records;
    CHECK(reader->status());
    spent.seconds = processorSeconds() - begin;
    spent.issues = reader->issues();
    return spent;
}

struct Shape
{
    const char* what;
    std::string start;
    std::string pattern;
};

const std::vector<Shape> shapes = {
    {"plain rows", "a,b\n", "12345,67890\n"},
    {"quoted rows", "a,b\n", "\"1,5\",\"say \"\"x\"\"\"\n"},
    {"one field without end", "a,b\n1,", "x"},
    {"one quoted field without end", "a,b\n1,\"", "x"},
    {"one quoted field of lines without end", "a,b\n1,\"", "x\n"},
    {"columns without end", "a,b\n", "x,"},
    {"quoted columns without end", "a,b\n", "\"x\","},
    {"an open quote in every row", "a,b\n", "1,\"open\n"},
    {"an open quote in every field", "a,b\n", "\"a,"},
    {"doubled quotes without end", "a,b\n\"", "\"\""},
    {"rows that open with three quotes", "a,b\n", "\"\"\"x\n"},
    {"stray quotes without end", "a,b\n\"", "a\" "},
    {"stray quotes behind delimiters", "a,b\n\"\n", ",\"a"},
    {"line ends only", "a,b\n", "\r\n"},
    {"NULs only", "a,b\n", "\0"s},
    {"rows of NULs", "a,b\n", "\0,\0\n"s},
    {"bytes that are no UTF-8", "a,b\n\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9,1\n", "\xc3\xa9\xc3\xa9\xff,1\n"},
};

} // namespace

TEST_CASE("memory stays within 64 MiB of the baseline at any size and shape", "[csv][hostile]")
{
#if defined(__SANITIZE_ADDRESS__)
    WARN("skipped: the sanitizer keeps freed memory");
#else
    const qint64 before = peakKiB();
    for (const Shape& shape : shapes) {
        INFO(shape.what);
        const Cost spent = cost(shape.start, shape.pattern, 120 << 20);
        CHECK(peakKiB() - before < 64 * 1024);
        CHECK(spent.issues.kept().size() <= 10'000);
    }
#endif
}

TEST_CASE("eight times the file takes about eight times as long, whatever is in it", "[csv][hostile]")
{
    for (const Shape& shape : shapes) {
        INFO(shape.what);
        // Both sizes lie beyond the limits of field and line, where the work per byte is the same. The best of three:
        // the machine may be busy.
        double ratio = 1e9;
        for (int attempt = 0; attempt < 3 && ratio > 12; ++attempt) {
            const double small = cost(shape.start, shape.pattern, 20 << 20).seconds;
            const double large = cost(shape.start, shape.pattern, 160 << 20).seconds;
            ratio = std::min(ratio, large / std::max(small, 0.002));
        }
        CHECK(ratio < 16);
    }
}
