// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playbooks/playbooks_presenter.h"

#include "core/base/text.h"
#include "core/work/runs.h"
#include "ui/account/play_text.h"

#include <set>

namespace steward::playbooks {

PlaybooksPresenter::PlaybooksPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_serial(std::make_shared<std::atomic<qint64>>(0))
{
    connect(&book, &OpenBook::numbersChanged, this, &PlaybooksPresenter::takeNumbers);
    connect(&book, &OpenBook::stateChanged, this, [this] {
        if (m_book.state() != OpenBook::State::Ready || !m_book.numbers())
            takeNumbers();
    });
}

void PlaybooksPresenter::setWatched(bool isWatched)
{
    if (std::exchange(m_isWatched, isWatched) != isWatched && isWatched)
        takeNumbers();
}

void PlaybooksPresenter::takeNumbers()
{
    const Numbers& numbers = m_book.numbers();
    if (!numbers) {
        ++*m_serial;
        take({});
        return;
    }
    const bool isKnown = m_shown && m_shown->day && m_shown->numbers->scorer == numbers->scorer &&
                         m_shown->numbers->asked == numbers->asked;
    if (!m_isWatched || isKnown)
        return;
    const qint64 serial = ++*m_serial;
    const auto result = std::make_shared<ShownPlays>();
    m_book.aside(
        [numbers, result]() -> Status {
            *result = playsOf(numbers);
            return {};
        },
        this,
        [this, result, serial](const Status&) {
            if (serial != *m_serial)
                return;
            const Day before = m_shown ? m_shown->day : Day();
            // After an edit what was offered before stays until it is known anew.
            if (!before || before->numbers->asked != (*result)->numbers->asked)
                take(*result);
            if (m_book.numbers() && m_book.numbers()->scorer)
                workOut();
        });
}

void PlaybooksPresenter::workOut()
{
    const qint64 serial = ++*m_serial;
    const auto result = std::make_shared<ShownPlays>();
    m_book.slowly(
        [numbers = m_book.numbers(), before = m_shown ? m_shown->day : Day(), result, serial,
         newest = m_serial]() -> Status {
            if (serial != *newest)
                return {};
            auto day = before ? dayAfter(numbers, *before) : Result<Day>(Day());
            if (day && !*day)
                day = dayOf(numbers);
            if (!day)
                return tl::unexpected(day.error());
            *result = playsOn(*day);
            return {};
        },
        this,
        [this, result, serial](const Status& status) {
            if (serial != *m_serial)
                return;
            if (!status) {
                m_error = status.error();
                m_state = State::Failed;
                Q_EMIT changed();
            } else if (*result) {
                take(*result);
            }
        });
}

void PlaybooksPresenter::take(ShownPlays shown)
{
    // Whoever held the numbers before last frees them away from the window.
    m_book.aside([old = std::exchange(m_shown, std::move(shown))]() -> Status { return {}; }, nullptr, {});
    m_state = m_shown ? State::Ready : State::Loading;
    Q_EMIT changed();
}

AccountId PlaybooksPresenter::accountCalled(const QString& text) const
{
    if (!m_shown || text.trimmed().isEmpty())
        return {};
    std::vector<std::pair<AccountId, QString>> names;
    for (const query::AccountLine& line : m_shown->numbers->lines)
        names.emplace_back(line.facts->id(), line.facts->account.name);
    return work::AccountNames(std::move(names)).only(folded(text));
}

QString PlaybooksPresenter::warning(const content::Play& play, AccountId account) const
{
    const Numbers& numbers = m_book.numbers();
    return numbers ? account::warningOf(play, account, *numbers, m_locale) : QString();
}

void PlaybooksPresenter::start(const content::Play& play, const std::vector<AccountId>& accounts)
{
    const QString why = accounts.size() == 1 ? reasonOf(play, accounts.front(), *m_shown, m_locale) : QString();
    account::startPlay(m_book, play.id, accounts, why, m_locale);
}

void PlaybooksPresenter::save(const query::PlayDraft& draft)
{
    const auto play = draft.checked();
    const Numbers numbers = m_book.numbers();
    if (!play || !numbers)
        return;
    m_book.edit({Code("edit.play-changed"), {play->name.en, qint64(play->version)}},
                [numbers, draft](book::Edit& edit) { return query::savePlay(edit, numbers->facts.book(), draft); });
}

void PlaybooksPresenter::setRetired(const content::Play& play, bool isRetired)
{
    const Numbers numbers = m_book.numbers();
    if (!numbers)
        return;
    auto draft = query::PlayDraft::of(numbers->facts.book(), play.id);
    draft.setRetired(isRetired);
    const Code code = isRetired ? Code("edit.play-retired") : Code("edit.play-resumed");
    m_book.edit({code, {account::nameOfPlay(numbers->content, play.id, m_locale)}},
                [numbers, draft](book::Edit& edit) { return query::savePlay(edit, numbers->facts.book(), draft); });
}

QString PlaybooksPresenter::differences(const PlayState& state) const
{
    std::set<qint64> versions;
    for (const Run& each : state.older)
        versions.insert(each.run->version.value_or(1));
    QString text;
    for (const qint64 version : versions) {
        const auto from = query::playOfVersion(m_shown->numbers->facts.book(), state.play->id, version);
        const QString lines = from ? changesText(*from, *state.play, m_locale) : QString();
        text += QStringLiteral("\n\n");
        text += (lines.isEmpty() ? tr("Its steps are those of version %1.") : tr("Otherwise than in version %1:"))
                    .arg(m_locale.toString(version));
        if (!lines.isEmpty())
            text += u'\n' + lines;
    }
    return text;
}

void PlaybooksPresenter::moveRuns(const content::Play& play, const std::vector<Run>& runs)
{
    const Numbers numbers = m_shown ? m_shown->numbers : Numbers();
    if (!numbers || runs.empty())
        return;
    const QString name = account::nameOfPlay(numbers->content, play.id, m_locale);
    const Message label =
        runs.size() == 1
            ? Message{Code("edit.play-moved"), {name, qint64(play.version), nameOf(runs.front().account, *m_shown)}}
            : Message{Code("edit.play-moved-many"), {name, qint64(runs.size()), qint64(play.version)}};
    m_book.edit(label, [numbers, runs, to = play](book::Edit& edit) -> Status {
        const BookFacts& book = numbers->facts.book();
        for (const Run& each : runs) {
            const auto from = query::playOfVersion(book, to.id, each.run->version.value_or(1));
            if (auto moved = work::moveRun(edit, *each.run, *numbers->facts.find(each.account), book,
                                           from ? &*from : nullptr, to);
                !moved)
                return moved;
        }
        return {};
    });
}

} // namespace steward::playbooks
