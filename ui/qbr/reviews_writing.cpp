// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/reviews_presenter.h"

#include "core/print/recap.h"
#include "core/qbr/record.h"
#include "core/words/short_words.h"
#include "core/words/words.h"

#include <QDir>

/// What the presenter of reviews writes: decks into files, actions and records into the book.
namespace steward::reviews {

/// What a deck is written with, away from the window.
struct ReviewsPresenter::Pen
{
    ShownReviews reviews;
    ExportChoice choice;
    QLocale locale;
    std::optional<deck::Template> look = {};
    std::shared_ptr<QString> lost = std::make_shared<QString>(); ///< letters that a PDF had to leave out

    [[nodiscard]] Status open()
    {
        if (choice.look.isEmpty() || choice.form != print::Form::Pptx)
            return {};
        auto read = print::templateAt(choice.look);
        if (!read)
            return tl::unexpected(read.error());
        look = std::move(*read);
        return {};
    }
    /// What it makes is run with how decks are written.
    [[nodiscard]] Status with(const std::function<Status(const print::Writing&)>& make) const
    {
        const print::Wording wording(reviews->content(), locale);
        const BookFacts& book = reviews->numbers()->facts.book();
        const QDateTime midnight = reviews->numbers()->asked.day.startOfDay(book.zone);
        return make(
            {wording, choice.copy, choice.form, look ? &*look : nullptr, {midnight.toMSecsSinceEpoch()}, book.zone});
    }
    [[nodiscard]] Status write(const qbr::Pack& pack, const QString& path) const
    {
        return with([&](const print::Writing& writing) {
            if (choice.copy != print::Copy::Internal) {
                if (const QString letters = print::lettersLost(pack, writing); !letters.isEmpty())
                    *lost = letters;
                return print::writeReview(pack, writing, path);
            }
            const BookNumbers& numbers = *reviews->numbers();
            const AccountFacts* facts = numbers.facts.find(pack.account);
            const auto score = numbers.scorer ? numbers.scorer->score(pack.account, numbers.asked.day) : std::nullopt;
            if (!facts || !score)
                return Status(fail(Code("review.no-score"), ErrorKind::Failed, {pack.accountName}));
            const print::Internal internal{*facts, numbers.facts.book(), *score, numbers.content};
            print::Writing ours = writing;
            ours.internal = &internal;
            ours.look = nullptr;
            return print::writeReview(pack, ours, path);
        });
    }
};

void ReviewsPresenter::setExportChoice(const ExportChoice& choice)
{
    if (choice == m_export)
        return;
    m_export = choice;
    Q_EMIT exportChanged();
}

QString ReviewsPresenter::fileName() const
{
    QStringList taken;
    return m_pack ? QString(print::fileStem(*m_pack, m_export.copy, taken) + u'.' + print::endingOf(m_export.form))
                  : QString();
}

void ReviewsPresenter::write(const QString& path)
{
    if (m_pack)
        writeAside({Code("review.writing"), {m_pack->accountName}}, path,
                   [pack = *m_pack, path](const Pen& pen) { return pen.write(pack, path); });
}

void ReviewsPresenter::writeRecap(const qbr::Recap& recap, const QString& path)
{
    if (m_pack)
        writeAside({Code("review.writing-recap"), {m_pack->accountName}}, path,
                   [pack = *m_pack, recap, path](const Pen& pen) {
                       return pen.with([&](const print::Writing& writing) {
                           return print::writeRecap(pack, recap, writing, path);
                       });
                   });
}

void ReviewsPresenter::writeCheckIns(const qbr::Recap& recap, const QString& path)
{
    writeAside({Code("review.writing-recap"), {recap.accountName}}, path, [recap, path](const Pen& pen) {
        return pen.with([&](const print::Writing& writing) { return print::writeCheckIns(recap, writing, path); });
    });
}

void ReviewsPresenter::writeAside(const Message& label, const QString& path, std::function<Status(const Pen&)> make)
{
    if (path.isEmpty() || isWriting())
        return;
    Pen pen{m_shown, m_export, locale()};
    const auto lost = pen.lost;
    const auto work = [pen, make = std::move(make)](const Progress&) mutable -> Status {
        const Status opened = pen.open();
        return opened ? make(pen) : opened;
    };
    m_job = -1; // work may end before its number is known
    const qint64 job = book().workAside(
        label, work, this, [this, path, lost](const Status& status) { writingEnded(status, path, *lost); });
    if (m_job == -1)
        m_job = job;
    Q_EMIT exportChanged();
}

void ReviewsPresenter::writingEnded(const Status& status, const QString& path, const QString& lost)
{
    m_job = 0;
    Q_EMIT exportChanged();
    const QString warning =
        lost.isEmpty() ? QString() : words::render(Message{Code("review.letters"), {lost}}, locale());
    if (status)
        Q_EMIT said(QString(tr("%1 is written.").arg(QDir::toNativeSeparators(path)) + u' ' + warning).trimmed());
    else if (status.error().kind != ErrorKind::Cancelled)
        Q_EMIT said(words::render(status.error(), locale()));
}

void ReviewsPresenter::writeAllDue(const QString& folder)
{
    std::vector<AccountId> due;
    for (const ReviewLine* each : lines())
        if (each->due.state == qbr::DueState::Due)
            due.push_back(each->due.account);
    if (due.empty() || folder.isEmpty() || isWriting())
        return;
    const auto written = std::make_shared<std::vector<WrittenDeck>>();
    Pen pen{m_shown, m_export, locale()};
    const auto work = [pen, due, folder, written](const Progress& progress) mutable -> Status {
        if (Status opened = pen.open(); !opened)
            return opened;
        QStringList taken;
        for (const AccountId id : due) {
            progress.at(qint64(written->size()), qint64(due.size()));
            if (progress.isCancelled())
                return fail(Code("cancelled"), ErrorKind::Cancelled);
            const qbr::Pack pack = pen.reviews->pack(id);
            const QString name =
                QString(print::fileStem(pack, pen.choice.copy, taken) + u'.' + print::endingOf(pen.choice.form));
            if (Status done = pen.write(pack, QDir(folder).filePath(name)); !done)
                return done;
            written->push_back({id, pack.accountName, name, pack.readiness});
        }
        return {};
    };
    m_written.clear();
    m_writtenTo = folder;
    m_job = -1;
    const auto count = qint64(due.size());
    const auto done = [this, written, count, lost = pen.lost](const Status& status) {
        m_written = std::move(*written);
        batchDone(status, count, *lost);
    };
    const qint64 job = book().workAside({Code("review.writing-all"), {count}}, work, this, done);
    if (m_job == -1)
        m_job = job;
    Q_EMIT exportChanged();
}

void ReviewsPresenter::batchDone(const Status& status, qint64 count, const QString& lost)
{
    m_job = 0;
    Q_EMIT exportChanged();
    if (!status && status.error().kind == ErrorKind::Cancelled)
        Q_EMIT said(tr("Stopped: %1 of %2 decks are written, each of them whole.")
                        .arg(locale().toString(m_written.size()), locale().toString(count)));
    else if (!status)
        Q_EMIT said(words::render(status.error(), locale()));
    else if (!lost.isEmpty())
        Q_EMIT said(words::render(Message{Code("review.letters"), {lost}}, locale()));
    Q_EMIT batchEnded();
}

void ReviewsPresenter::cancel()
{
    if (m_job > 0)
        book().jobs().cancel(m_job);
}

std::vector<ShownSlide> ReviewsPresenter::slidesToShow() const
{
    std::vector<ShownSlide> all;
    if (!m_pack)
        return all;
    const QTimeZone& zone = m_shown->numbers()->facts.book().zone;
    QStringList known;
    for (deck::Slide& each : print::slidesOf(*m_pack, wording(), print::Copy::Presenter, {}, zone).slides) {
        const qbr::Slide* slide = m_pack->slide(each.id);
        if (!slide || slide->isHidden)
            continue;
        const int minutes = known.contains(each.id) ? 0 : slide->minutes;
        known.append(each.id);
        all.push_back({std::move(each), minutes});
    }
    return all;
}

const Qbr* ReviewsPresenter::review(bool ofLast) const
{
    const AccountFacts* account = facts();
    if (!account)
        return nullptr;
    return ofLast ? qbr::reviewBefore(*account, period().from) : qbr::reviewOf(*account, period());
}

std::vector<qbr::ActionEntry> ReviewsPresenter::actions(bool ofLast) const
{
    const Qbr* known = review(ofLast);
    return known ? qbr::actionEntries(*known) : std::vector<qbr::ActionEntry>();
}

void ReviewsPresenter::setActions(bool ofLast, const std::vector<qbr::ActionEntry>& actions)
{
    changeReview({Code("edit.review-actions"), {m_pack ? m_pack->accountName : QString()}}, ofLast,
                 [actions](Qbr& review) { review.actions = qbr::actionsJson(actions); });
}

void ReviewsPresenter::changeReview(const Message& label, bool ofLast, std::function<void(Qbr&)> change, bool isRefresh)
{
    const AccountFacts* account = facts();
    const Qbr* known = review(ofLast);
    if (!account || !book().isEditable() || (ofLast && !known))
        return;
    Qbr begun;
    begun.account = account->id();
    begun.quarter = period().from;
    begun.status = QStringLiteral("planned");
    book().edit(label, [id = known ? known->id : 0, begun, change, isRefresh](book::Edit& edit) -> Status {
        const auto apply = [&](Qbr& review) {
            change(review);
            if (isRefresh)
                review.refreshedAt = edit.recorded();
        };
        if (id != 0)
            return edit.change<Qbr>(id, apply);
        Qbr review = begun;
        apply(review);
        const auto saved = edit.save(review);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    });
}

account::RecordDraft ReviewsPresenter::reviewDraft(std::vector<QString> shown) const
{
    account::RecordDraft draft{Entity::Qbr, 0, std::move(shown), {}};
    draft.values[QStringLiteral("quarter")] = {words::dayText(period().from, locale())};
    return draft;
}

/// The record of the review with those of its fields, to be filled.
GapTarget ReviewsPresenter::reviewTarget(std::initializer_list<const char*> shown) const
{
    std::vector<QString> fields;
    for (const char* each : shown)
        fields.push_back(QString::fromLatin1(each));
    if (const Qbr* known = review(false))
        return {GapTarget::Kind::Record, {Entity::Qbr, known->id}};
    return {GapTarget::Kind::Draft, {}, account::NewRecord::Goal, reviewDraft(fields)};
}

GapTarget ReviewsPresenter::targetOf(const QString& gap) const
{
    using Kind = GapTarget::Kind;
    const AccountFacts* account = facts();
    if (!account)
        return {};
    if (gap == u"confirmed")
        return reviewTarget({"meeting_start", "meeting_end", "date_confirmed_on", "decider_confirmed_on"});
    if (gap == u"agenda")
        return reviewTarget({"agenda_asked_on"});
    if (gap == u"draft")
        return reviewTarget({"draft_shown_on"});
    if (gap == u"actions")
        return {Kind::Actions};
    if (gap == u"old_actions")
        return {Kind::OldActions};
    if (gap == u"value")
        return {Kind::New, {}, account::NewRecord::Value};
    if (gap == u"goals") {
        // The one whose review is longest ago.
        const Goal* oldest = nullptr;
        for (const Goal& each : account->of<Goal>())
            if (isOpen(each) && (!oldest || each.lastReviewed < oldest->lastReviewed))
                oldest = &each;
        return oldest ? GapTarget{Kind::Record, {Entity::Goal, oldest->id}}
                      : GapTarget{Kind::New, {}, account::NewRecord::Goal};
    }
    if (gap == u"plan") {
        account::RecordDraft draft{
            Entity::PlanFigure, 0, {QStringLiteral("line"), QStringLiteral("amount"), QStringLiteral("quarter")}, {}};
        const qbr::Plan& plan = m_pack->plan;
        const bool isEarlier = plan.now().plan && !plan.unplanned.empty();
        const int yearStart = m_shown->numbers()->facts.book().fiscalYearStart;
        const QDate first = isEarlier ? periodOf(plan.unplanned.front(), yearStart).from : period().from;
        draft.values[QStringLiteral("quarter")] = {words::dayText(first, locale())};
        return {Kind::Draft, {}, account::NewRecord::Goal, draft};
    }
    const QDate yearStart = periodOf(m_quarter.plus(-3), m_shown->numbers()->facts.book().fiscalYearStart).from;
    if (gap == u"complaints")
        if (const auto open = qbr::openComplaint(*account, {yearStart, m_pack->period.to}))
            return {Kind::Record, *open};
    return {Kind::Import};
}

} // namespace steward::reviews
