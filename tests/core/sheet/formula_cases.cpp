// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sheet/formula_cases.h"

#include "tests/core/csv/records.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

namespace steward::tests {

std::vector<QString> formulaCases()
{
    std::vector<QString> texts = {QStringLiteral("=1+1"),
                                  QStringLiteral("+1+1"),
                                  QStringLiteral("-1+1"),
                                  QStringLiteral("@SUM(1)"),
                                  QStringLiteral("\t=1+1"),
                                  QStringLiteral("\n=1"),
                                  QStringLiteral("00123"),
                                  QStringLiteral("1E5"),
                                  QStringLiteral("TRUE"),
                                  QStringLiteral("1/2"),
                                  QStringLiteral("0123456789012345678901"),
                                  QStringLiteral("'x"),
                                  QStringLiteral(" x "),
                                  QStringLiteral("<&>\""),
                                  QStringLiteral("_x0041_"),
                                  QStringLiteral("{=1}"),
                                  QStringLiteral("http://example.com"),
                                  QStringLiteral("\uFF1D1+1"),
                                  QStringLiteral("\u00E9\u4E2D\U0001F600")};
    const QString shared = sharedData();
    if (shared.isEmpty()) {
        WARN("skipped: the collected formula cases");
        return texts;
    }
    const Reading cases = readFile(QString(shared + QStringLiteral("/csv_conformance/formula_injection/cases.csv")));
    REQUIRE(cases.records.size() == 45);
    for (std::size_t i = 1; i < cases.records.size(); ++i)
        texts.push_back(QString::fromStdString(cases.records[i].at(1)));
    return texts;
}

} // namespace steward::tests
