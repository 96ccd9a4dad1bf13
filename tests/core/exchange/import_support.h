// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import.h"
#include "tests/support/printers.h"

#include <QFile>
#include <QTemporaryDir>

namespace steward::exchange::tests {

/// A new book in a folder of its own, and files to import into it.
class Desk
{
public:
    Desk()
    {
        book::OpenOptions options;
        options.clock.today = [] { return QDate(2026, 11, 21); };
        options.clock.now = [this] { return Instant{1'795'000'000'000 + 1'000 * m_ticks++}; };
        auto made = book::Book::create(m_folder.filePath(QStringLiteral("test.steward")), options);
        REQUIRE(made);
        m_book = std::move(*made);
    }
    [[nodiscard]] book::Book& book() { return *m_book; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& text)
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }
    [[nodiscard]] static ImportRequest request(const QString& path)
    {
        ImportRequest request;
        request.path = path;
        request.today = QDate(2026, 11, 21);
        request.actor = QStringLiteral("test");
        return request;
    }
    [[nodiscard]] ImportPlan plan(const ImportRequest& request)
    {
        const auto profiles = profilesOf(*m_book);
        REQUIRE(profiles);
        auto plan = planImport(*m_book, request, *profiles);
        if (!plan)
            FAIL(std::string(plan.error().code.id()));
        checkSum(plan->counts, plan->usage != nullptr && !request.isPreview);
        return std::move(*plan);
    }
    /// Plans and applies; the identity of P20 is checked on the way.
    ImportPlan import(const ImportRequest& request)
    {
        ImportPlan plan = this->plan(request);
        for (const auto& ask : plan.detection.asks)
            FAIL(std::string(ask.code.id()) + " " + ask.column.toStdString());
        auto report = applyImport(*m_book, plan);
        if (!report)
            FAIL(std::string(report.error().code.id()));
        checkSum(report->counts, false);
        plan.counts = report->counts;
        m_last = *report;
        return plan;
    }
    ImportPlan import(const QString& path) { return import(request(path)); }
    ImportPlan importText(const QString& name, const QByteArray& text) { return import(write(name, text)); }
    [[nodiscard]] const ImportReport& last() const { return m_last; }

    template <class T>
    [[nodiscard]] std::vector<T> all()
    {
        std::vector<T> rows;
        REQUIRE(m_book->forEach(T::entity, [&](const Row& row) {
            rows.push_back(fromRow<T>(row));
            return true;
        }));
        return rows;
    }
    template <class T>
    [[nodiscard]] std::size_t count()
    {
        return all<T>().size();
    }
    struct Sample
    {
        QString metric;
        QString feature;
        QDate day;
        double value = 0;
    };
    [[nodiscard]] std::vector<Sample> usage()
    {
        std::vector<Sample> samples;
        const auto metrics = all<Metric>();
        REQUIRE(m_book->forEachUsage([&](const book::Edit::UsageSample& sample, const QString&) {
            const auto metric =
                std::find_if(metrics.begin(), metrics.end(), [&](const Metric& m) { return m.id == sample.metric; });
            samples.push_back({metric->name, metric->feature, usageDate(sample.day), sample.value});
            return true;
        }));
        return samples;
    }
    [[nodiscard]] QByteArray hash()
    {
        const auto hash = m_book->hash();
        REQUIRE(hash);
        return *hash;
    }

private:
    static void checkSum(const Counts& counts, bool isOpen)
    {
        if (!isOpen)
            CHECK(counts.rows == counts.created + counts.updated + counts.unchanged + counts.rejected);
    }
    QTemporaryDir m_folder;
    qint64 m_ticks = 0;
    std::unique_ptr<book::Book> m_book;
    ImportReport m_last;
};

[[nodiscard]] inline qint64 issuesOf(const ImportPlan& plan, Code code)
{
    for (const auto& [each, count] : plan.issueTotals)
        if (each == code)
            return count;
    return 0;
}

} // namespace steward::exchange::tests
