// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a filter: a tree or an error with a place inside the text; a tree survives writing and reading again, and
// what compiles can be asked.
#include "core/filter/complete.h"
#include "core/filter/parser.h"
#include "core/filter/predicate.h"
#include "tests/fuzz/require.h"

using namespace steward;
using namespace steward::filter;
using steward::fuzz::require;

namespace {

struct Nothing final : Row
{
    Value value(int field) const override
    {
        switch (field) {
        case 0:
            return QStringLiteral("Acme");
        case 1:
            return QStringLiteral("red");
        case 2:
            return 42.0;
        case 3:
            return QDate(2026, 12, 24);
        case 4:
            return true;
        default:
            return {};
        }
    }
    std::string_view searchText() const override { return "acme red"; }
};

void checkPlace(const Error& error, qsizetype size)
{
    const Arguments& arguments = error.arguments;
    require(arguments.size() >= 2);
    const qint64 at = std::get<qint64>(arguments[arguments.size() - 2]);
    const qint64 length = std::get<qint64>(arguments[arguments.size() - 1]);
    require(at >= 0 && length >= 0 && at + length <= size);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static const std::vector<Field> fields = {
        {QStringLiteral("name"), Type::Text, {}, {}, false},
        {QStringLiteral("band"), Type::Choice, {}, {QStringLiteral("red"), QStringLiteral("green")}, false},
        {QStringLiteral("arr"), Type::Number, {}, {}, false},
        {QStringLiteral("renewal"), Type::Day, {}, {}, true},
        {QStringLiteral("trial"), Type::Flag, {}, {}, false},
        {QStringLiteral("use"), Type::Fraction, {QStringLiteral("licence_use")}, {}, false},
    };
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const qsizetype cursor : {text.size(), text.size() / 2}) {
        const Completion completion = complete(text, cursor, fields);
        require(completion.from >= 0 && completion.from + completion.length == cursor);
    }
    const Result<Node> tree = parse(text);
    if (!tree) {
        checkPlace(tree.error(), text.size());
        return 0;
    }
    // Quotes that become necessary make a text a little longer than the limit at times.
    const QString written = toText(*tree);
    if (written.size() <= longestText) {
        const Result<Node> again = parse(written);
        require(again.has_value());
        require(*again == *tree);
    }
    const Result<Predicate> predicate = compile(*tree, fields, {QDate(2026, 11, 21), 1});
    if (predicate)
        static_cast<void>((*predicate)(Nothing()));
    else
        checkPlace(predicate.error(), text.size());
    return 0;
}
