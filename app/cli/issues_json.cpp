// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/issues_json.h"

#include "core/words/words.h"

#include <QJsonObject>

namespace steward::cli {

QJsonArray issuesJson(const std::vector<csv::Issue>& issues)
{
    QJsonArray array;
    for (const csv::Issue& issue : issues) {
        const QString code =
            QString::fromLatin1(issue.code.id().data(), static_cast<qsizetype>(issue.code.id().size()));
        array.append(
            QJsonObject{{QStringLiteral("line"), issue.line},
                        {QStringLiteral("column"), issue.column},
                        {QStringLiteral("value"), issue.value},
                        {QStringLiteral("code"), code},
                        {QStringLiteral("message"), words::render(Message{issue.code, {issue.value}}, QLocale())}});
    }
    return array;
}

} // namespace steward::cli
