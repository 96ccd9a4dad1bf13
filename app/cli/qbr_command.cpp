// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/qbr_command.h"

#include "app/cli/open_book.h"
#include "app/cli/qbr_json.h"
#include "core/mail/address.h"
#include "core/query/book_content.h"
#include "core/query/find_account.h"
#include "core/query/review_content.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <QDir>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

QString noteOn(const QJsonObject& pack)
{
    QString note;
    for (const QJsonValue sentence : pack.value(u"summary").toArray())
        note += QStringLiteral("  ") + sentence.toString() + u'\n';
    note += tr("Ready: %1 %.").arg(pack.value(u"readiness").toInt());
    for (const QJsonValue each : pack.value(u"missing").toArray())
        note += QStringLiteral("\n  ") + each.toObject().value(u"what").toString() + QStringLiteral(": ") +
                each.toObject().value(u"do").toString() + QStringLiteral(".");
    for (const QJsonValue each : pack.value(u"doubts").toArray())
        note += QStringLiteral("\n  ") + each.toObject().value(u"what").toString();
    return note;
}

bool wantsRecap(const Invocation& invocation)
{
    return invocation.has(QStringLiteral("recap")) || invocation.has(QStringLiteral("ics"));
}

/// Who looks back has not met yet either. A day that is given has no hour: then the meeting is ahead until it is over.
bool isAhead(const qbr::Recap& recap, const Reviews& reviews)
{
    const Clock& clock = reviews.invocation.clock;
    const QTimeZone& zone = reviews.facts.book().zone;
    const QDate last = dayOf(recap.end, zone);
    const QDate day = std::min(clock.today(), reviews.invocation.asOf);
    if (last != day)
        return last > day;
    return dayOf(clock.now(), zone) == last && clock.now() < recap.end;
}

/// The recap and the check-ins, where they are asked for.
Status writeAfterwards(const Reviews& reviews, const qbr::Pack& pack, const qbr::Recap& recap, Outcome& outcome)
{
    const QString mail = reviews.invocation.value(QStringLiteral("recap"));
    const QString calendar = reviews.invocation.value(QStringLiteral("ics"));
    if (Status written = mail.isEmpty() ? Status() : writeRecap(reviews, pack, recap, mail); !written)
        return written;
    if (Status written = calendar.isEmpty() ? Status() : writeCheckIns(reviews, recap, calendar); !written)
        return written;
    for (const QString& path : {mail, calendar})
        if (!path.isEmpty())
            outcome.notices.push_back({Code("review.written"), {path}});
    for (const qbr::Guest& each : recap.guests)
        if (mail::plainAddress(each.email).isEmpty())
            outcome.notices.push_back({Code("review.no-address"), {each.name}});
    const QString due = reviews.wording().instant(recap.due, reviews.facts.book().zone);
    if (!mail.isEmpty() && !recap.sent && recap.isLate(reviews.invocation.clock.now()))
        outcome.notices.push_back({Code("review.recap-late"), {due}});
    else if (!mail.isEmpty() && !recap.sent)
        outcome.notices.push_back({Code("review.recap-due"), {due}});
    return {};
}

Result<Outcome> one(const Reviews& reviews)
{
    const auto account = query::findAccount(reviews.facts, reviews.invocation.arguments.first());
    if (!account)
        return tl::unexpected(account.error());
    const qbr::Pack pack = reviews.pack(*account);
    const auto recap = wantsRecap(reviews.invocation) ? qbr::recapOf(reviews.facts, pack) : std::nullopt;
    if (wantsRecap(reviews.invocation) && !recap)
        return fail(Code("review.no-meeting"), ErrorKind::Usage, {pack.accountName, pack.quarter.toText()});
    if (recap && isAhead(*recap, reviews))
        return fail(Code("review.not-held"), ErrorKind::Usage,
                    {pack.accountName, reviews.wording().instant(recap->end, reviews.facts.book().zone)});
    const QJsonObject json = packJson(pack, reviews);
    Outcome outcome;
    if (const QString path = reviews.invocation.value(QStringLiteral("output")); !path.isEmpty()) {
        if (Status written = writeSlides(reviews, pack, path); !written)
            return tl::unexpected(written.error());
        outcome.notices.push_back({Code("review.written"), {path}});
        if (pack.vendor.isEmpty())
            outcome.notices.push_back({Code("review.vendor"), {}});
        if (const QString lost = lettersLost(reviews, pack, path); !lost.isEmpty())
            outcome.notices.push_back({Code("review.letters"), {lost}});
    }
    if (const QString path = reviews.invocation.value(QStringLiteral("internal")); !path.isEmpty()) {
        if (Status written = writeInternal(reviews, pack, path); !written)
            return tl::unexpected(written.error());
        outcome.notices.push_back({Code("review.written"), {path}});
    }
    if (Status written = recap ? writeAfterwards(reviews, pack, *recap, outcome) : Status(); !written)
        return tl::unexpected(written.error());
    outcome.answer = Answer{
        json,
        {{QStringLiteral("n"), true, 4}, {QStringLiteral("title"), false, 110}, {QStringLiteral("minutes"), true}},
        QStringLiteral("slides"),
        noteOn(json)};
    return outcome;
}

/// What stopped a batch, and what it has written by then: of a full disk without the "nothing was changed" of one file.
tl::unexpected<Error> brokenOff(const Error& why, qsizetype written, const QString& folder, const QString& name)
{
    if (why.code == Code("file.no-space"))
        return fail(Code("review.no-space"), why.kind, {written, folder, name});
    return fail(Code("review.broken-off"), why.kind, {written, folder, words::render(why, QLocale())});
}

Result<Outcome> allDue(const Reviews& reviews)
{
    const QString folder = reviews.invocation.value(QStringLiteral("output"));
    if (folder.isEmpty())
        return fail(Code("review.no-folder"), ErrorKind::Usage);
    const QString ending = reviews.invocation.value(QStringLiteral("form"));
    const QString form = QString(u'.' + (ending.isEmpty() ? QStringLiteral("pptx") : ending));
    if (const auto known = print::formOf(form); !known)
        return tl::unexpected(known.error());
    if (!QDir().mkpath(folder))
        return fail(Code("file.unwritable"), ErrorKind::Io, {folder});
    const auto due = qbr::dueIn(reviews.facts, reviews.grouping, reviews.quarter, reviews.invocation.asOf);
    QJsonArray rows;
    QStringList taken;
    for (const AccountId account : due) {
        if (reviews.invocation.progress.isCancelled())
            return rows.isEmpty() ? fail(Code("cancelled"), ErrorKind::Cancelled)
                                  : fail(Code("review.stopped"), ErrorKind::Cancelled,
                                         {rows.size(), folder, static_cast<qint64>(due.size())});
        const qbr::Pack pack = reviews.pack(account);
        const QString name = print::fileStem(pack, reviews.copy(), taken) + form;
        if (Status written = writeSlides(reviews, pack, QDir(folder).filePath(name)); !written)
            return rows.isEmpty() ? tl::unexpected(written.error())
                                  : brokenOff(written.error(), rows.size(), folder, name);
        QJsonObject row = packJson(pack, reviews);
        const QJsonArray missing = row.value(u"missing").toArray();
        row.insert(QStringLiteral("file"), name);
        row.insert(QStringLiteral("first_gap"),
                   missing.isEmpty() ? QJsonValue() : missing.first().toObject().value(u"what"));
        rows.append(row);
    }
    Outcome outcome;
    outcome.notices.push_back({Code("review.written-all"), {rows.size(), folder}});
    const qint64 without = std::ranges::count_if(reviews.facts, [&](const AccountFacts& each) {
        return qbr::lacksRhythm(each, reviews.facts.book(), reviews.grouping, reviews.invocation.asOf);
    });
    if (without > 0)
        outcome.notices.push_back({Code("review.no-segment"), {without}});
    outcome.answer = Answer{rows,
                            {{QStringLiteral("account"), false, 40},
                             {QStringLiteral("readiness"), true},
                             {QStringLiteral("first_gap"), false, 60},
                             {QStringLiteral("file"), false, 60}},
                            {},
                            {}};
    return outcome;
}

Result<Outcome> review(const Invocation& invocation)
{
    const bool isDue = invocation.has(QStringLiteral("due"));
    if (invocation.arguments.isEmpty() != isDue)
        return fail(Code("review.no-account"), ErrorKind::Usage);
    const QString text = invocation.value(QStringLiteral("quarter"));
    const auto quarter = quarterFromText(text);
    if (!quarter)
        return fail(Code("review.quarter"), ErrorKind::Usage, {text});
    const QString locale = invocation.value(QStringLiteral("locale"));
    if (!locale.isEmpty() && locale != u"C" && QLocale(locale).language() == QLocale::C)
        return fail(Code("review.locale"), ErrorKind::Usage, {locale});
    auto workspace = openToRead(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto facts = factsOf(**workspace, invocation);
    if (!facts)
        return tl::unexpected(facts.error());
    const auto content = query::contentOf(facts->book());
    if (!content)
        return tl::unexpected(content.error());
    const auto sentences = query::reviewContentOf(facts->book());
    if (!sentences)
        return tl::unexpected(sentences.error());
    const Grouping grouping = query::groupingOf(*facts, *content, invocation.asOf);
    const qbr::Packs packs(*facts, grouping, *sentences);
    Reviews reviews{*facts, *sentences, grouping, packs, *quarter, invocation};
    if (const QString path = invocation.value(QStringLiteral("template")); !path.isEmpty()) {
        auto look = print::templateAt(path);
        if (!look)
            return tl::unexpected(look.error());
        reviews.look = std::move(*look);
    }
    auto outcome = isDue ? allDue(reviews) : one(reviews);
    if (outcome) {
        const auto notices = (*workspace)->notices();
        outcome->notices.insert(outcome->notices.begin(), notices.begin(), notices.end());
    }
    return outcome;
}

} // namespace

std::vector<Command> qbrCommands()
{
    return {
        {QStringLiteral("qbr"),
         QStringLiteral("qbr ACCOUNT --quarter 2026Q3 [--output FILE] | qbr --due --quarter 2026Q3 --output FOLDER"),
         tr("A quarterly review: what its slides say, what is still missing, and the slides as a file"),
         {{QStringLiteral("quarter"), QStringLiteral("QUARTER"), tr("which quarter of your fiscal year, as 2026Q3")},
          {QStringLiteral("output"), QStringLiteral("FILE"), tr("write the slides: .pptx, .pdf, .html or .md"), true},
          {QStringLiteral("presenter"), {}, tr("the presenter's copy, with notes; without it, the customer's")},
          {QStringLiteral("internal"), QStringLiteral("FILE"),
           tr("write the page that is yours alone: score, renewal, people, promises")},
          {QStringLiteral("recap"), QStringLiteral("FILE.eml"), tr("write the recap with what was agreed, as a draft")},
          {QStringLiteral("ics"), QStringLiteral("FILE.ics"), tr("write the check-ins two weeks after the meeting")},
          {QStringLiteral("due"), {}, tr("all accounts whose review is due, one file each")},
          {QStringLiteral("form"), QStringLiteral("pptx|pdf|html|md"), tr("what --due writes (default: pptx)")},
          {QStringLiteral("template"), QStringLiteral("FILE"), tr("a .pptx or .potx whose look the slides take")},
          {QStringLiteral("vendor"), QStringLiteral("NAME"), tr("your company's name on the slides")},
          {QStringLiteral("locale"), QStringLiteral("LOCALE"), tr("how numbers and dates are written, as de_DE")}},
         0,
         1,
         review}};
}

} // namespace steward::cli
