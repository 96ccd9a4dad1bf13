// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "app/cli/scored_book.h"
#include "core/print/account_pages.h"
#include "core/print/review_file.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

Result<Answer> handover(const Invocation& invocation, const Portfolio& everything)
{
    const auto account = scoredAccount(invocation, everything);
    if (!account)
        return tl::unexpected(account.error());
    const AccountFacts& facts = account->facts;
    const print::AccountBasis basis{facts, everything.book(), account->book.content, invocation.asOf, QLocale()};
    const bool isPlan = invocation.has(QStringLiteral("plan"));
    const print::OnePage page = isPlan ? print::planPage(basis, {}) : print::handoverPage(basis, account->score);
    const auto bytes = print::onePagePdf(page);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QString path = invocation.value(QStringLiteral("output"));
    if (auto written = print::writeBytes(path, *bytes); !written)
        return tl::unexpected(written.error());
    const QJsonObject json{{QStringLiteral("id"), QString::number(facts.account.id)},
                           {QStringLiteral("name"), facts.account.name},
                           {QStringLiteral("kind"), isPlan ? QStringLiteral("plan") : QStringLiteral("handover")},
                           {QStringLiteral("file"), path},
                           {QStringLiteral("bytes"), bytes->size()}};
    return Answer{json, {{QStringLiteral("name")}, {QStringLiteral("kind")}, {QStringLiteral("file")}}, {}, {}};
}

} // namespace

std::vector<Command> handoverCommands()
{
    return {{QStringLiteral("handover"),
             QStringLiteral("handover ACCOUNT --output F.pdf [--plan]"),
             tr("Write what the next CSM must know of an account on one page"),
             {{QStringLiteral("output"), QStringLiteral("FILE"), tr("The PDF that is written"), true},
              {QStringLiteral("plan"), {}, tr("Instead the success plan, for the customer's eyes")}},
             1,
             1,
             [](const Invocation& invocation) -> Result<Outcome> {
                 if (!invocation.has(QStringLiteral("output")))
                     return fail(Code("request.form"), ErrorKind::Usage,
                                 {QStringLiteral("--output"), tr("missing"), QStringLiteral("F.pdf")});
                 return answerFromAll(invocation,
                                      [&](const Portfolio& everything) { return handover(invocation, everything); });
             }}};
}

} // namespace steward::cli
