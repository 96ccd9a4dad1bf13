// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stages_presenter.h"

#include "core/portfolio/book_settings.h"
#include "core/portfolio/stage_steps.h"
#include "core/words/content_words.h"
#include "core/words/words.h"
#include "core/work/journey_board.h"

namespace steward::settings {

namespace {

/// Of a choice: only those whose time in the stage is over the days of its first part.
const QString overMark = QStringLiteral("over:");

const content::JourneyTemplate* templateOf(const Numbers& numbers, const QString& journey)
{
    return numbers ? content::findById(numbers->content.journeys.templates, journey) : nullptr;
}

struct Way
{
    QString from; ///< as the stage is called in what the book knows now
    const content::JourneyStage* to = nullptr;
    int over = -1; ///< days in the stage; -1: all go
};

/// Where accounts keep the name of their stage, not its id, they keep the one it has from now on.
bool isRenamed(const QString& name, const content::JourneyStage* before, const content::JourneyStage* now)
{
    return before && now && name != before->id && name != now->name.en;
}

/// Where the stage began: another name begins no stay of its own.
Status rename(book::Edit& edit, const BookNumbers& numbers, const AccountFacts& facts, const QString& name)
{
    const auto steps = stageSteps(facts);
    if (!steps.empty() && steps.back().move != 0) {
        const auto moved = edit.change<StageMove>(steps.back().move, [&](StageMove& move) { move.toStage = name; });
        return moved ? edit.change<Account>(facts.id().value(), [&](Account& account) { account.stage = name; })
                     : moved;
    }
    Account account = numbers.everything.find(facts.id())->account;
    account.stage = name;
    const auto saved = edit.save(account, steps.empty() ? QDate() : std::min(steps.back().day, numbers.asked.day));
    return saved ? Status() : Status(tl::unexpected(saved.error()));
}

Status moveAll(book::Edit& edit, const BookNumbers& numbers, const content::JourneyTemplate& before,
               const content::JourneyTemplate& now, const std::vector<Way>& ways, const QString& why)
{
    const BookFacts& book = numbers.facts.book();
    const QDate day = numbers.asked.day;
    const content::StageNames names(before, numbers.content.journeys.earlier);
    for (const query::AccountLine& line : numbers.lines) {
        const QString& name = line.stage;
        if (name.isEmpty() || line.standing == AccountStanding::Former)
            continue;
        const content::JourneyStage* known = names.find(name);
        const QString id = known ? known->id : name;
        const auto way = std::ranges::find(ways, id, &Way::from);
        if (way == ways.end()) {
            const auto* own = content::findById(now.stages, id);
            if (!line.facts->account.stage.isEmpty() && isRenamed(name, known, own))
                if (auto done = rename(edit, numbers, *line.facts, own->name.en); !done)
                    return done;
            continue;
        }
        if (way->over >= 0) {
            const auto spans = journey::stageSpans(*line.facts, book, day);
            if (spans.empty() || spans.back().days() <= way->over)
                continue;
        }
        if (auto moved = work::moveStage(edit, *line.facts, *way->to, why, {}); !moved)
            return moved;
    }
    return {};
}

} // namespace

StagesPresenter::StagesPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
{
    connect(&book, &OpenBook::numbersChanged, this, &StagesPresenter::takeNumbers);
    connect(&m_model, &StagesModel::changeRequested, this, &StagesPresenter::takeCell);
}

void StagesPresenter::setWatched(bool isWatched)
{
    if (std::exchange(m_isWatched, isWatched) != isWatched && isWatched)
        takeNumbers();
}

QString StagesPresenter::used() const
{
    const Numbers& numbers = m_book.numbers();
    if (!numbers)
        return {};
    const auto* own = work::journeyOf(numbers->facts, numbers->content.journeys);
    const auto& all = numbers->content.journeys.templates;
    return own ? own->id : all.empty() ? QString() : all.front().id;
}

void StagesPresenter::takeNumbers()
{
    if (!m_isWatched)
        return;
    const Numbers& numbers = m_book.numbers();
    countAccounts();
    const Rows<Definition> definitions = numbers ? numbers->facts.book().definitions : Rows<Definition>();
    if (!definitions.isSharedWith(m_definitions) || m_journey.isEmpty()) {
        m_definitions = definitions;
        m_journey = used();
        discard();
    } else if (!isChanged()) {
        discard();
    }
    Q_EMIT changed();
}

void StagesPresenter::countAccounts()
{
    m_called.clear();
    if (const Numbers& numbers = m_book.numbers())
        for (const query::AccountLine& line : numbers->lines)
            if (!line.stage.isEmpty() && line.standing != AccountStanding::Former)
                ++m_called[line.stage];
}

QString StagesPresenter::nameOf(const QString& journey) const
{
    const auto* found = templateOf(m_book.numbers(), journey);
    return found ? words::ContentWords(m_book.numbers()->content, m_locale).text(found->name) : QString();
}

std::vector<std::pair<QString, QString>> StagesPresenter::journeys() const
{
    std::vector<std::pair<QString, QString>> all;
    if (const Numbers& numbers = m_book.numbers())
        for (const content::JourneyTemplate& each : numbers->content.journeys.templates)
            all.emplace_back(each.id, nameOf(each.id));
    return all;
}

QString StagesPresenter::journeyNote() const
{
    const Numbers& numbers = m_book.numbers();
    if (!numbers)
        return {};
    const QString version = m_locale.toString(m_draft.version());
    if (m_journey != used())
        return tr("Version %1. The book uses %2.").arg(version, nameOf(used()));
    return settingText(numbers->facts.book().definitions, journeySetting).isEmpty()
               ? tr("Version %1. No journey was chosen; most accounts of this book are in stages of this one.")
                     .arg(version)
               : tr("Version %1, the one the book uses.").arg(version);
}

void StagesPresenter::chooseJourney(const QString& journey)
{
    if (journey == m_journey || journey.isEmpty())
        return;
    m_journey = journey;
    discard();
}

void StagesPresenter::discard()
{
    const Numbers& numbers = m_book.numbers();
    m_before = numbers ? query::JourneyDraft::of(numbers->facts.book(), numbers->content.journeys, m_journey)
                       : query::JourneyDraft();
    m_draft = m_before;
    m_answers.clear();
    m_accounts.clear();
    if (const auto* journey = templateOf(numbers, m_journey)) {
        const content::StageNames names(*journey, numbers->content.journeys.earlier);
        for (auto each = m_called.begin(); each != m_called.end(); ++each) {
            const content::JourneyStage* stage = names.find(each.key());
            m_accounts[stage ? stage->id : each.key()] += each.value();
        }
    }
    m_chosen = m_draft.stages().empty() ? -1 : std::clamp(m_chosen, 0, int(m_draft.stages().size()) - 1);
    showDraft();
}

void StagesPresenter::choose(int stage)
{
    if (stage < 0 || stage >= int(m_draft.stages().size()) || stage == m_chosen)
        return;
    m_chosen = stage;
    Q_EMIT draftChanged();
}

void StagesPresenter::setStage(const query::StageText& stage)
{
    if (m_chosen < 0 || m_draft.stages()[std::size_t(m_chosen)] == stage)
        return;
    m_draft.setStage(std::size_t(m_chosen), stage);
    showDraft();
}

void StagesPresenter::takeCell(int row, int column, const QString& text)
{
    query::StageText stage = m_draft.stages()[std::size_t(row)];
    bool isNumber = true;
    if (column == StagesModel::Name)
        stage.name = text;
    else if (text.isEmpty() || text == QStringLiteral("\u2013"))
        stage.days.reset();
    else
        stage.days = m_locale.toInt(text, &isNumber);
    if (!isNumber) {
        Q_EMIT said(tr("%1 is no number of days.").arg(text));
        return;
    }
    m_draft.setStage(std::size_t(row), stage);
    m_chosen = row;
    showDraft();
}

void StagesPresenter::add()
{
    m_chosen = int(m_draft.addStage(std::size_t(std::max(0, m_chosen)), tr("New stage")));
    showDraft();
}

void StagesPresenter::split()
{
    if (m_chosen < 0)
        return;
    const query::StageText first = m_draft.stages()[std::size_t(m_chosen)];
    m_chosen = int(m_draft.splitStage(std::size_t(m_chosen), tr("%1, second part").arg(first.name)));
    showDraft();
}

void StagesPresenter::remove()
{
    if (m_chosen < 0)
        return;
    m_draft.removeStage(std::size_t(m_chosen));
    m_chosen = std::min(m_chosen, int(m_draft.stages().size()) - 1);
    showDraft();
}

void StagesPresenter::move(int direction)
{
    if (m_chosen >= 0 && m_draft.moveStage(std::size_t(m_chosen), direction)) {
        m_chosen += direction;
        showDraft();
    }
}

void StagesPresenter::answer(const QString& from, const QString& choice)
{
    m_answers[from] = choice;
    showDraft();
}

void StagesPresenter::askAbout(const QString& from, const QString& name, int accounts, bool isSplit)
{
    if (accounts == 0)
        return;
    Question question;
    question.from = from;
    question.text = accounts == 1 ? tr("One account is in %1").arg(name)
                                  : tr("%1 accounts are in %2").arg(m_locale.toString(accounts), name);
    question.choices.emplace_back(QString(),
                                  isSplit ? tr("stay in %1").arg(name) : tr("stay there until they are moved by hand"));
    for (const query::StageText& each : m_draft.stages()) {
        if (each.id == from || (isSplit && m_draft.splitFrom(each.id) != from))
            continue;
        const auto first = std::ranges::find(m_draft.stages(), from, &query::StageText::id);
        if (isSplit && first->days)
            question.choices.emplace_back(
                QString(overMark + each.id),
                tr("those over %1 d go to %2").arg(m_locale.toString(*first->days), each.name));
        question.choices.emplace_back(each.id, tr("all go to %1").arg(each.name));
    }
    const auto is = [&](const auto& choice) { return choice.first == m_answers[from]; };
    question.choice = std::ranges::any_of(question.choices, is) ? m_answers[from] : QString();
    m_questions.push_back(std::move(question));
}

/// Where accounts go whose stage is gone, was split, or is of another template.
void StagesPresenter::ask()
{
    m_questions.clear();
    const Numbers& numbers = m_book.numbers();
    const auto* journey = templateOf(numbers, m_journey);
    if (!journey)
        return;
    for (const query::StageText& each : m_draft.removed())
        askAbout(each.id, each.name, m_accounts[each.id], false);
    for (const query::StageText& each : m_draft.stages())
        if (std::ranges::any_of(m_draft.stages(),
                                [&](const auto& half) { return m_draft.splitFrom(half.id) == each.id; }))
            askAbout(each.id, each.name, m_accounts[each.id], true);
    const words::ContentWords words(numbers->content, m_locale);
    for (const auto& [name, count] : m_accounts)
        if (!content::findById(journey->stages, name))
            askAbout(name, words.word(u"stage", name), count, false);
}

bool StagesPresenter::isChanged() const
{
    return m_draft.isChanged() || (!m_journey.isEmpty() && m_journey != used()) ||
           std::ranges::any_of(m_questions, [](const Question& each) { return !each.choice.isEmpty(); });
}

QString StagesPresenter::saveText() const
{
    return m_draft.isChanged() ? tr("Keep as version %1").arg(m_locale.toString(m_draft.version() + 1))
                               : tr("Use from now on");
}

void StagesPresenter::showLines()
{
    std::vector<StagesModel::Line> lines;
    for (const query::StageText& each : m_draft.stages()) {
        const auto own = std::ranges::find(m_before.stages(), each.id, &query::StageText::id);
        lines.push_back({each.id, each.name, each.days ? m_locale.toString(*each.days) : QString(), m_accounts[each.id],
                         own == m_before.stages().end() || *own != each});
    }
    m_model.set(std::move(lines), m_book.isEditable());
}

void StagesPresenter::showDraft()
{
    ask();
    showLines();
    const auto checked = m_draft.isChanged() ? m_draft.checked() : Result<content::Journeys>(content::Journeys());
    m_isGood = checked.has_value();
    if (!m_isGood)
        m_effectText = words::render(checked.error(), m_locale);
    else if (!isChanged())
        m_effectText = tr("Rename, split, add or remove a stage to see what it would do to the book.");
    else
        m_effectText = tr("The days accounts spent in their stages, and the flow map of last year, stay as they are. "
                          "One undo takes it all back.");
    Q_EMIT draftChanged();
}

void StagesPresenter::save()
{
    const Numbers numbers = m_book.numbers();
    if (!canSave() || !numbers)
        return;
    std::map<QString, QString> answers;
    for (const Question& each : m_questions)
        if (!each.choice.isEmpty())
            answers[each.from] = each.choice;
    const QString why = tr("the stages were changed");
    m_book.edit({Code("edit.journey"), {nameOf(m_journey)}},
                [numbers, draft = m_draft, answers, why](book::Edit& edit) -> Status {
                    const BookFacts& book = numbers->facts.book();
                    const auto after = draft.checked();
                    if (!after)
                        return tl::unexpected(after.error());
                    if (auto kept = draft.isChanged() ? query::saveJourney(edit, book, draft)
                                                      : query::useJourney(edit, book, draft.journey());
                        !kept)
                        return kept;
                    const auto* before = content::findById(numbers->content.journeys.templates, draft.journey());
                    const auto* now = content::findById(after->templates, draft.journey());
                    std::vector<Way> ways;
                    for (const auto& [from, choice] : answers) {
                        const bool isOver = choice.startsWith(overMark);
                        const QString id = draft.keptId(isOver ? choice.mid(overMark.size()) : choice);
                        const auto* first = content::findById(now->stages, from);
                        ways.push_back(
                            {from, content::findById(now->stages, id), isOver && first ? first->days.value_or(0) : -1});
                    }
                    return moveAll(edit, *numbers, *before, *now, ways, why);
                });
}

} // namespace steward::settings
