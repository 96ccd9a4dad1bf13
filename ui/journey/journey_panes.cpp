// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/content_words.h"
#include "ui/journey/journey_page.h"

/// What stands beside the forms of the journey: why, records, the question where an account moves to.
namespace steward::journeys {

void JourneyPage::connectPanes()
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) { showForm(Form(tab)); });
    connect(m_board, &BoardView::opened, this, &JourneyPage::openAccount);
    connect(m_board, &BoardView::behindRequested, this, &JourneyPage::toggleBehind);
    connect(m_board, &BoardView::chosen, this, &JourneyPage::showBehind);
    connect(m_board, &BoardView::dropped, this, &JourneyPage::askMove);
    connect(m_list, &widgets::PlainTable::enterPressed, this, &JourneyPage::openAccount);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &JourneyPage::openAccount);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JourneyPage::showBehind);
    connect(m_behind, &account::LinesPane::closed, this, &JourneyPage::toggleBehind);
    connect(m_behind, &account::LinesPane::recordOpened, this, &JourneyPage::openRecord);
    connect(m_record, &account::RecordPane::closed, this, &JourneyPage::leavePane);
    connect(m_record, &account::RecordPane::said, this, &JourneyPage::said);
    connect(&m_account, &account::AccountPresenter::changed, m_record, &account::RecordPane::refresh);
    connect(m_choice, &account::ChoicePane::closed, this, &JourneyPage::leavePane);
    connect(m_choice, &account::ChoicePane::chosen, this, [this](const QString& stage, bool, const QString& why) {
        const QStringList frictions = std::exchange(m_frictions, {});
        leavePane();
        if (frictions.isEmpty())
            m_presenter.move(m_asked, stage, why);
        else
            m_presenter.confirmFriction(m_asked, why.isEmpty() ? frictions.value(stage.toInt()) : why);
    });
}

void JourneyPage::connectMap()
{
    connect(m_map, &FlowView::wanted, &m_presenter, &JourneyPresenter::ask);
    connect(m_map, &FlowView::chosen, this, [this] { showBehind(); });
    connect(m_map, &FlowView::behindRequested, this, &JourneyPage::toggleBehind);
    connect(m_map, &FlowView::listRequested, this, &JourneyPage::toggleList);
    connect(m_line, &LineView::chosen, this, [this] { showBehind(); });
    connect(m_line, &LineView::behindRequested, this, &JourneyPage::toggleBehind);
    connect(m_line, &LineView::recordOpened, this, &JourneyPage::openRecord);
}

void JourneyPage::openAccount()
{
    if (const work::BoardCard* current = card())
        Q_EMIT goRequested(widgets::accountPlace(current->account));
}

void JourneyPage::openRecord(const RecordRef& record)
{
    if (record.entity == Entity::Account) {
        Q_EMIT goRequested(widgets::accountPlace(AccountId(record.id)));
        return;
    }
    m_account.show(m_form == Form::Line ? m_onLine : card() ? card()->account : AccountId());
    showPane(m_record);
    m_record->showRecord(record);
}

void JourneyPage::showText(const std::optional<BehindText>& text)
{
    if (text)
        m_behind->show(text->title, text->about, text->lines);
    else
        m_behind->show(tr("Nothing chosen"), tr("The arrow keys walk what is drawn; what is behind it stands here."),
                       {});
}

void JourneyPage::showBehind()
{
    if (!m_isBehindShown || m_choice->isVisible() || m_record->isVisible() || !isVisible())
        return;
    if (m_form == Form::Map || m_form == Form::Line) {
        showText(m_form == Form::Map ? m_map->behind() : m_line->behind());
        return;
    }
    const work::BoardCard* current = card();
    if (!current) {
        m_behind->show(tr("No account chosen"), tr("Choose one to see where it stands, and why."), {});
        return;
    }
    const Shown& shown = *m_presenter.shown();
    const CardText text = cardText(*current, shown, m_presenter.locale());
    const QString score = text.score.isEmpty() ? tr("score unknown") : tr("score %1").arg(text.score);
    m_behind->show(text.name, text.arr.isEmpty() ? score : QString(text.arr + QStringLiteral(" \u00b7 ") + score),
                   behindCard(*current, *lane(), shown, m_presenter.locale()));
}

void JourneyPage::leavePane()
{
    showPane(m_isBehindShown ? m_behind : nullptr);
    m_account.show({});
    if (isVisible() && focusProxy())
        focusProxy()->setFocus();
    showBehind();
}

void JourneyPage::toggleBehind()
{
    m_isBehindShown = !m_isBehindShown;
    leavePane();
}

/// Into the list of what is behind a mark.
void JourneyPage::toggleList()
{
    m_isBehindShown = true;
    leavePane();
    m_behind->list().setFocus();
}

void JourneyPage::askMove(AccountId account, const QString& to)
{
    const auto place = m_presenter.placeOf(account);
    if (!place || !m_presenter.shown()->board.journey || !m_presenter.book().isEditable())
        return;
    const words::ContentWords words(m_presenter.shown()->numbers->content, m_presenter.locale());
    m_asked = *place->card;
    account::ChoicePane::Question question;
    question.title = tr("Move to");
    question.about = cardText(m_asked, *m_presenter.shown(), m_presenter.locale()).name;
    for (const content::JourneyStage& stage : m_presenter.shown()->board.journey->stages)
        if (&stage != place->lane->stage && !content::isRetired(stage))
            question.options.push_back({stage.id, words.text(stage.name)});
    // Where it was dragged to stands first, else the stage that comes next.
    const auto* next = work::stageAfter(*m_presenter.shown()->board.journey, place->lane->stage);
    const QString wanted = to.isEmpty() && next ? next->id : to;
    std::ranges::stable_partition(question.options, [&](const account::Option& each) { return each.id == wanted; });
    question.word = tr("Why, in a word");
    question.needed = tr("Say in a word why it moves; whoever looks later will ask.");
    question.action = tr("Move");
    m_frictions.clear();
    showPane(m_choice);
    m_choice->ask(question);
}

void JourneyPage::askFriction()
{
    const work::BoardCard* current = card();
    if (!current || !lane()->stage || !m_presenter.book().isEditable())
        return;
    const words::ContentWords words(m_presenter.shown()->numbers->content, m_presenter.locale());
    m_asked = *current;
    m_frictions.clear();
    account::ChoicePane::Question question;
    question.title = tr("Where they get stuck");
    question.about = cardText(m_asked, *m_presenter.shown(), m_presenter.locale()).name;
    for (const content::Text& each : lane()->stage->friction) {
        question.options.push_back({QString::number(m_frictions.size()), words.text(each)});
        m_frictions << words.text(each);
    }
    if (m_frictions.isEmpty()) {
        Q_EMIT said(tr("The stage names no such place; add one in Settings, Journey."));
        return;
    }
    question.word = tr("Or in your own words");
    question.action = tr("Keep");
    showPane(m_choice);
    m_choice->ask(question);
}

void JourneyPage::accept()
{
    const work::BoardCard* current = card();
    if (current && !m_presenter.accept(work::BoardCard(*current)))
        Q_EMIT said(tr("No move is offered for this account; M moves it by hand."));
}

} // namespace steward::journeys
