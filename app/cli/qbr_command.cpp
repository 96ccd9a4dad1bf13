// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/qbr_command.h"

#include "app/cli/open_book.h"
#include "core/base/atomic_file.h"
#include "core/deck/pptx.h"
#include "core/print/html.h"
#include "core/print/markdown.h"
#include "core/print/pdf.h"
#include "core/print/slides.h"
#include "core/qbr/pack.h"
#include "core/query/book_content.h"
#include "core/query/find_account.h"
#include "core/query/review_content.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

using Form = Result<QByteArray> (*)(const deck::Deck&, const QLocale&);

/// Endings of files and what writes them.
const std::vector<std::pair<QString, Form>>& forms()
{
    static const std::vector<std::pair<QString, Form>> all{
        {QStringLiteral("pptx"), [](const deck::Deck& deck, const QLocale&) { return deck::pptx(deck); }},
        {QStringLiteral("pdf"), print::pdf},
        {QStringLiteral("html"),
         [](const deck::Deck& deck, const QLocale& locale) { return Result<QByteArray>(print::html(deck, locale)); }},
        {QStringLiteral("md"), [](const deck::Deck& deck, const QLocale& locale) {
             return Result<QByteArray>(print::markdown(deck, locale));
         }}};
    return all;
}

Result<Form> formOf(const QString& path)
{
    QStringList endings;
    for (const auto& [ending, form] : forms()) {
        if (path.endsWith(QString(u'.' + ending), Qt::CaseInsensitive))
            return form;
        endings.append(QString(u'.' + ending));
    }
    return fail(Code("review.form"), ErrorKind::Usage, {path, endings.join(QStringLiteral(", "))});
}

/// Everything a question about reviews needs.
struct Reviews
{
    const Portfolio& facts;
    content::Qbr content;
    Grouping grouping;
    qbr::Packs packs;
    qbr::Quarter quarter;
    const Invocation& invocation;

    [[nodiscard]] print::Wording wording() const
    {
        const QString locale = invocation.value(QStringLiteral("locale"));
        return {content, locale.isEmpty() ? QLocale() : QLocale(locale)};
    }
    [[nodiscard]] qbr::Pack pack(AccountId account) const
    {
        return packs.of({account, quarter, invocation.asOf, invocation.value(QStringLiteral("vendor"))});
    }
    [[nodiscard]] bool isPresenter() const { return invocation.has(QStringLiteral("presenter")); }
    /// The file appears whole or not at all.
    [[nodiscard]] Status write(const qbr::Pack& pack, const QString& path, Form form) const
    {
        const print::Wording words = wording();
        const deck::Deck slides =
            print::slidesOf(pack, words, isPresenter() ? print::Copy::Presenter : print::Copy::Customer,
                            invocation.clock.now(), facts.book().zone);
        const auto bytes = form(slides, words.locale());
        if (!bytes)
            return tl::unexpected(bytes.error());
        AtomicFile file(path);
        if (Status opened = file.open(); !opened)
            return opened;
        if (Status written = file.write(*bytes); !written)
            return written;
        return file.commit();
    }
};

QJsonValue dayJson(QDate day) { return day.isValid() ? QJsonValue(isoText(day)) : QJsonValue(); }

QJsonObject numberJson(const qbr::Number& number)
{
    QJsonObject json{{QStringLiteral("id"), number.id},
                     {QStringLiteral("unit"), number.unit},
                     {QStringLiteral("source"), number.source},
                     {QStringLiteral("data_to"), dayJson(number.dataTo)}};
    if (const auto* money = std::get_if<Money>(&number.value)) {
        json.insert(QStringLiteral("value"), money->toDecimal());
        json.insert(QStringLiteral("currency"), money->currency.code());
    } else if (const auto* whole = std::get_if<qint64>(&number.value)) {
        json.insert(QStringLiteral("value"), *whole);
    } else if (const auto* real = std::get_if<double>(&number.value)) {
        json.insert(QStringLiteral("value"), *real);
    }
    return json;
}

QJsonArray missingJson(const qbr::Pack& pack, const Reviews& reviews, const print::Wording& words)
{
    QJsonArray missing;
    for (const qbr::Gap& each : pack.readiness.missing)
        if (const auto* item = content::findById(reviews.content.readiness, each.id))
            missing.append(QJsonObject{{QStringLiteral("id"), each.id},
                                       {QStringLiteral("weight"), each.weight},
                                       {QStringLiteral("what"), words.fill(item->name)},
                                       {QStringLiteral("do"), words.fill(item->text)}});
    return missing;
}

QJsonObject packJson(const qbr::Pack& pack, const Reviews& reviews)
{
    const print::Wording words = reviews.wording();
    QJsonArray slides;
    int n = 0;
    for (const qbr::Slide& each : pack.slides) {
        QJsonArray numbers;
        for (const qbr::Number& number : each.numbers)
            numbers.append(numberJson(number));
        slides.append(
            QJsonObject{{QStringLiteral("n"), ++n},
                        {QStringLiteral("id"), each.id},
                        {QStringLiteral("title"), each.ownTitle.isEmpty() ? words.say(each.title) : each.ownTitle},
                        {QStringLiteral("minutes"), each.minutes},
                        {QStringLiteral("hidden"), each.isHidden},
                        {QStringLiteral("numbers"), numbers}});
    }
    QJsonArray summary;
    for (const qbr::Say& each : pack.summary)
        summary.append(words.say(each));
    return {{QStringLiteral("account"), pack.accountName},
            {QStringLiteral("id"), QString::number(pack.account.value())},
            {QStringLiteral("quarter"), pack.quarter.toText()},
            {QStringLiteral("from"), dayJson(pack.period.from)},
            {QStringLiteral("to"), dayJson(pack.period.to)},
            {QStringLiteral("readiness"), pack.readiness.percent},
            {QStringLiteral("missing"), missingJson(pack, reviews, words)},
            {QStringLiteral("summary"), summary},
            {QStringLiteral("slides"), slides}};
}

QString noteOn(const QJsonObject& pack)
{
    QString note;
    for (const QJsonValue sentence : pack.value(u"summary").toArray())
        note += QStringLiteral("  ") + sentence.toString() + u'\n';
    note += tr("Ready: %1 %.").arg(pack.value(u"readiness").toInt());
    for (const QJsonValue each : pack.value(u"missing").toArray())
        note += QStringLiteral("\n  ") + each.toObject().value(u"what").toString() + QStringLiteral(": ") +
                each.toObject().value(u"do").toString() + QStringLiteral(".");
    return note;
}

Result<Outcome> one(const Reviews& reviews)
{
    const auto account = query::findAccount(reviews.facts, reviews.invocation.arguments.first());
    if (!account)
        return tl::unexpected(account.error());
    const qbr::Pack pack = reviews.pack(*account);
    const QJsonObject json = packJson(pack, reviews);
    Outcome outcome;
    if (const QString path = reviews.invocation.value(QStringLiteral("output")); !path.isEmpty()) {
        const auto form = formOf(path);
        if (!form)
            return tl::unexpected(form.error());
        if (Status written = reviews.write(pack, path, *form); !written)
            return tl::unexpected(written.error());
        outcome.notices.push_back({Code("review.written"), {path}});
        if (pack.vendor.isEmpty())
            outcome.notices.push_back({Code("review.vendor"), {}});
    }
    outcome.answer = Answer{
        json,
        {{QStringLiteral("n"), true, 4}, {QStringLiteral("title"), false, 110}, {QStringLiteral("minutes"), true}},
        QStringLiteral("slides"),
        noteOn(json)};
    return outcome;
}

/// A name that every file system takes.
QString fileName(const qbr::Pack& pack, bool isPresenter, QStringList& taken)
{
    constexpr qsizetype most = 80;
    QString stem = pack.accountName;
    for (QChar& c : stem)
        if (QStringView(u"/\\:*?\"<>|").contains(c) || c.unicode() < 0x20)
            c = u' ';
    stem = QString(stem.simplified().left(most).trimmed() + u' ' + pack.quarter.toText());
    if (isPresenter)
        stem += QStringLiteral(" (presenter)");
    QString name = stem;
    for (int n = 2; taken.contains(name, Qt::CaseInsensitive); ++n)
        name = QString(stem + QStringLiteral(" (") + QString::number(n) + u')');
    taken.append(name);
    return QString(name + QStringLiteral(".pptx"));
}

Result<Outcome> allDue(const Reviews& reviews)
{
    const QString folder = reviews.invocation.value(QStringLiteral("output"));
    if (folder.isEmpty())
        return fail(Code("review.no-folder"), ErrorKind::Usage);
    if (!QDir().mkpath(folder))
        return fail(Code("file.unwritable"), ErrorKind::Io, {folder});
    const auto form = formOf(QStringLiteral(".pptx"));
    const auto due = qbr::dueIn(reviews.facts, reviews.grouping, reviews.quarter, reviews.invocation.asOf);
    QJsonArray rows;
    QStringList taken;
    for (const AccountId account : due) {
        if (reviews.invocation.progress.isCancelled())
            return fail(Code("cancelled"), ErrorKind::Cancelled);
        const qbr::Pack pack = reviews.pack(account);
        const QString name = fileName(pack, reviews.isPresenter(), taken);
        if (Status written = reviews.write(pack, QDir(folder).filePath(name), *form); !written)
            return tl::unexpected(written.error());
        QJsonObject row = packJson(pack, reviews);
        const QJsonArray missing = row.value(u"missing").toArray();
        row.insert(QStringLiteral("file"), name);
        row.insert(QStringLiteral("first_gap"),
                   missing.isEmpty() ? QJsonValue() : missing.first().toObject().value(u"what"));
        rows.append(row);
    }
    Outcome outcome;
    outcome.notices.push_back({Code("review.written-all"), {rows.size(), folder}});
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
    const auto quarter = qbr::quarterFromText(text);
    if (!quarter)
        return fail(Code("review.quarter"), ErrorKind::Usage, {text});
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
    const Reviews reviews{*facts, *sentences, grouping, packs, *quarter, invocation};
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
          {QStringLiteral("output"), QStringLiteral("FILE"), tr("write the slides: .pptx, .pdf, .html or .md")},
          {QStringLiteral("presenter"), {}, tr("the presenter's copy, with notes; without it, the customer's")},
          {QStringLiteral("due"), {}, tr("all accounts whose review is due, one file each")},
          {QStringLiteral("vendor"), QStringLiteral("NAME"), tr("your company's name on the slides")},
          {QStringLiteral("locale"), QStringLiteral("LOCALE"), tr("how numbers and dates are written, as de_DE")}},
         0,
         1,
         review}};
}

} // namespace steward::cli
