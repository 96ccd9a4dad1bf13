// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/content/broken_copy.h"

#include "core/content/content.h"
#include "tests/support/printers.h"

using namespace steward;

QByteArray brokenCopy(const QString& file, const QByteArray& from, const QByteArray& to)
{
    QByteArray bytes = content::shippedFile(file);
    const qsizetype at = bytes.indexOf(from);
    INFO("looking for " << from.toStdString() << " in " << file.toStdString());
    REQUIRE(at >= 0);
    return bytes.replace(at, from.size(), to);
}

bool hasIssue(const content::Issues& issues, std::string_view code)
{
    return std::any_of(issues.begin(), issues.end(), [&](const Message& issue) { return issue.code.id() == code; });
}

std::string listed(const content::Issues& issues)
{
    std::string text;
    for (const Message& issue : issues) {
        text += std::string(issue.code.id());
        for (const Argument& argument : issue.arguments) {
            if (const auto* word = std::get_if<QString>(&argument))
                text += ' ' + word->toStdString();
            else if (const auto* number = std::get_if<qint64>(&argument))
                text += ' ' + std::to_string(*number);
        }
        text += '\n';
    }
    return text;
}
