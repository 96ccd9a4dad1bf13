// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playbooks/playbooks_page.h"

#include "core/words/content_words.h"
#include "core/words/words.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <algorithm>

namespace steward::playbooks {

using style::px;
using widgets::Needs;

namespace {

constexpr std::size_t mostOffered = 30; ///< one by one; all of them together are the first answer

} // namespace

widgets::View::Face PlaybooksPage::ownFace()
{
    return {QStringLiteral("playbooks"), tr("Playbooks"), QStringLiteral("book-open")};
}

PlaybooksPage::PlaybooksPage(OpenBook& book, QLocale locale, QWidget* parent)
    : ListPage(ownFace(), parent)
    , m_presenter(book, locale)
{
    makeBody();
    setFocusProxy(m_plays);
    connectParts();
    addCommands();
    connect(&m_presenter, &PlaybooksPresenter::changed, this, &PlaybooksPage::showState);
    showState();
}

void PlaybooksPage::makeBody()
{
    m_plays = new account::LinesView(QStringLiteral("playbooks.list"), tr("Plays"), {0, 0, 0, 0, 31, 31});
    m_plays->setFixedWidth(px(316));
    m_play = new PlayView(m_presenter.locale());
    m_accounts = new account::LinesPane(QStringLiteral("playbooks.accounts"), tr("Accounts of the play"));
    m_accounts->setFixed();
    m_choice = new account::ChoicePane(QStringLiteral("playbooks.choice"));
    m_editor = new PlayEditor(m_presenter.locale());
    auto* hints = new widgets::KeyHints({{QStringLiteral("J+K"), tr("play")},
                                         {QStringLiteral("P"), tr("start"), true},
                                         {QStringLiteral("E"), tr("change"), true},
                                         {QStringLiteral("Y"), tr("copy to edit"), true},
                                         {QStringLiteral("N"), tr("new play"), true},
                                         {QStringLiteral("R"), tr("retire"), true},
                                         {QStringLiteral("V"), tr("newest version"), true},
                                         {QStringLiteral("Space"), tr("accounts")},
                                         {QStringLiteral("U"), tr("undo"), true}});
    auto* plays = new QHBoxLayout;
    plays->setContentsMargins(px(8), px(8), 0, 0);
    plays->addWidget(m_plays);
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(plays);
    row->addWidget(m_play, 1);
    setContent(content, hints, {m_accounts, m_choice, m_editor});
}

void PlaybooksPage::connectParts()
{
    connect(m_plays, &account::LinesView::behindRequested, this, [this] { m_accounts->list().setFocus(); });
    connect(m_plays, &account::LinesView::recordChosen, this, &PlaybooksPage::showPlay);
    connect(m_plays, &QAbstractItemView::activated, this, [this] { m_accounts->list().setFocus(); });
    connect(m_play, &PlayView::startRequested, this, &PlaybooksPage::askStart);
    connect(m_play, &PlayView::copyRequested, this, &PlaybooksPage::copy);
    connect(m_accounts, &account::LinesPane::closed, this, [this] { m_plays->setFocus(); });
    connect(m_accounts, &account::LinesPane::recordOpened, this,
            [this](const RecordRef& record) { Q_EMIT goRequested(widgets::accountPlace(AccountId(record.id))); });
    connect(m_choice, &account::ChoicePane::closed, this, &PlaybooksPage::leaveChoice);
    connect(m_choice, &account::ChoicePane::chosen, this,
            [this](const QString& id, bool, const QString& word) { m_isMoving ? move(id) : start(id, word); });
    connect(m_play, &PlayView::changeRequested, this, &PlaybooksPage::change);
    connect(m_editor, &PlayEditor::closed, this, &PlaybooksPage::leaveChoice);
    connect(m_editor, &PlayEditor::saveRequested, this, [this](const query::PlayDraft& draft) {
        m_wanted = draft.play();
        m_presenter.save(draft);
        leaveChoice();
    });
}

void PlaybooksPage::addCommands()
{
    addKey("playbooks.next", tr("&Next play"), tr("One play down"), {}, Qt::Key_J, Needs::Book, [this] { step(1); });
    addKey("playbooks.previous", tr("Pre&vious play"), tr("One play up"), {}, Qt::Key_K, Needs::Book,
           [this] { step(-1); });
    addKey("playbooks.start", tr("Start the &play..."), tr("Start it for one account or several"),
           QStringLiteral("play"), Qt::Key_P, Needs::Editing, [this] { askStart(); });
    addKey("playbooks.change", tr("&Change the play..."), tr("Change its texts, steps and drafts; kept as a version"),
           QStringLiteral("pencil"), Qt::Key_E, Needs::Editing, [this] { change(); });
    addKey("playbooks.copy", tr("Cop&y to edit..."), tr("A play of your own that begins as a copy of this one"),
           QStringLiteral("pencil"), Qt::Key_Y, Needs::Editing,
           [this] { begin(current() ? current()->play->id : QString()); });
    addKey("playbooks.new", tr("Ne&w play..."), tr("A play of your own, from its first step on"),
           QStringLiteral("plus"), Qt::Key_N, Needs::Editing, [this] { begin({}); });
    addKey("playbooks.retire", tr("&Retire, or take up again"),
           tr("A play of your own is offered no more, or again; who runs it goes on"), QStringLiteral("layers"),
           Qt::Key_R, Needs::Editing, [this] { retire(); });
    addKey("playbooks.move", tr("Move a run to the newest &version..."),
           tr("A run that is under way takes the newest version of its play"), QStringLiteral("arrow-up"), Qt::Key_V,
           Needs::Editing, [this] { askMove(); });
    addKey("playbooks.undo", tr("&Undo"), tr("Take back the last change"), QStringLiteral("undo-2"), Qt::Key_U,
           Needs::Editing, [this] { m_presenter.book().undo(); });
}

void PlaybooksPage::showEvent(QShowEvent* event)
{
    ListPage::showEvent(event);
    m_presenter.setWatched(true);
}

void PlaybooksPage::hideEvent(QHideEvent* event)
{
    ListPage::hideEvent(event);
    m_presenter.setWatched(false);
}

void PlaybooksPage::come(const widgets::Place&) { m_plays->setFocus(); }

QByteArray PlaybooksPage::state() const
{
    const PlayState* play = current();
    return play ? play->play->id.toUtf8() : m_wanted.toUtf8();
}

void PlaybooksPage::restore(const QByteArray& state)
{
    m_wanted = QString::fromUtf8(state);
    showState();
}

const PlayState* PlaybooksPage::current() const
{
    const ShownPlays& shown = m_presenter.shown();
    const int row = m_plays->currentIndex().row();
    return shown && row >= 0 && std::size_t(row) < shown->plays.size() ? &shown->plays[std::size_t(row)] : nullptr;
}

void PlaybooksPage::choose(const QString& play)
{
    const ShownPlays& shown = m_presenter.shown();
    for (std::size_t i = 0; shown && i < shown->plays.size(); ++i)
        if (shown->plays[i].play->id == play)
            m_plays->setCurrentIndex(m_plays->lines().index(static_cast<int>(i)));
}

void PlaybooksPage::showState()
{
    using State = PlaybooksPresenter::State;
    const ShownPlays& shown = m_presenter.shown();
    const QLocale& locale = m_presenter.locale();
    const bool isReady = m_presenter.state() == State::Ready;
    if (isReady)
        showContent();
    else if (m_presenter.state() == State::Loading)
        showNothing(tr("Opening the playbooks"), tr("They are there in a moment."));
    else
        showNothing(tr("The playbooks cannot be shown"), words::render(m_presenter.error(), locale));
    if (!isReady) {
        header().setCaption({});
        return;
    }
    std::size_t running = 0;
    std::size_t wouldStart = 0;
    for (const PlayState& each : shown->plays) {
        running += each.running.size();
        wouldStart += each.wouldStart.size();
    }
    // In the form of the numbers in the list, so that it says what they count.
    const QString plays = locale.toString(shown->plays.size());
    header().setCaption(shown->day ? tr("%1 plays: +%2 would start today \u00b7 %3 running")
                                         .arg(plays, locale.toString(wouldStart), locale.toString(running))
                                   : tr("%1 plays: %2 running").arg(plays, locale.toString(running)));
    m_plays->show(playLines(*shown, locale));
    if (content::findById(shown->numbers->content.plays, m_wanted))
        choose(std::exchange(m_wanted, {}));
    if (!m_plays->currentIndex().isValid() && m_plays->lines().rowCount() > 0)
        m_plays->setCurrentIndex(m_plays->lines().index(0));
    showPlay();
}

void PlaybooksPage::showPlay()
{
    const PlayState* state = current();
    if (!state)
        return;
    const Shown& shown = *m_presenter.shown();
    const QLocale& locale = m_presenter.locale();
    m_play->show(*state, shown, m_presenter.book().isEditable());
    if (m_choice->isVisible() || m_editor->isVisible())
        return;
    const auto count = static_cast<int>(state->wouldStart.size());
    const QString title = !shown.day   ? tr("Accounts")
                          : count == 0 ? tr("Would start for nobody today")
                          : count == 1 ? tr("Would start for one today")
                                       : tr("Would start for %1 today").arg(locale.toString(count));
    m_accounts->show(title,
                     shown.day ? tr("It is offered, never started by itself.")
                               : tr("What each account asks for is being worked out."),
                     accountLines(*state, shown, locale));
}

void PlaybooksPage::step(int direction)
{
    const int next = m_plays->currentIndex().row() + direction;
    if (next >= 0 && next < m_plays->lines().rowCount())
        m_plays->setCurrentIndex(m_plays->lines().index(next));
}

void PlaybooksPage::askStart()
{
    const PlayState* state = current();
    if (!state || !m_presenter.book().isEditable())
        return;
    if (query::isRetired(*state->play)) {
        Q_EMIT said(tr("This play is retired; R takes it up again."));
        return;
    }
    const QLocale& locale = m_presenter.locale();
    const Shown& shown = *m_presenter.shown();
    m_isMoving = false;
    m_offered = state->wouldStart;
    account::ChoicePane::Question question;
    question.title =
        tr("Start \"%1\" for").arg(words::ContentWords(shown.numbers->content, locale).text(state->play->name));
    question.about =
        tr("%1 steps become tasks; one undo takes them back.").arg(locale.toString(state->play->steps.size()));
    if (m_offered.size() > 1)
        question.options.push_back(
            {QStringLiteral("all"), tr("All %1 it would start for").arg(locale.toString(m_offered.size()))});
    for (std::size_t i = 0; i < std::min(mostOffered, m_offered.size()); ++i)
        question.options.push_back({QString::number(m_offered[i].value()), nameOf(m_offered[i], shown)});
    question.word = m_offered.empty() ? tr("Which account? The beginning of its name is enough")
                                      : tr("Or another account, by the beginning of its name");
    question.action = tr("Start");
    showPane(m_choice);
    m_choice->ask(question);
}

void PlaybooksPage::start(const QString& id, const QString& word)
{
    const PlayState* state = current();
    if (!state)
        return;
    std::vector<AccountId> accounts;
    if (!word.isEmpty() || id.isEmpty()) {
        const AccountId named = m_presenter.accountCalled(word);
        if (!named.isValid()) {
            m_choice->refuse(word.isEmpty() ? tr("Name the account it is started for.")
                                            : tr("No account, or more than one, begins so; type more of its name."));
            return;
        }
        const bool runs = std::ranges::find(state->running, named, &Run::account) != state->running.end();
        if (runs) {
            m_choice->refuse(tr("It runs there already."));
            return;
        }
        accounts = {named};
    } else if (id == u"all") {
        accounts = m_offered;
    } else {
        accounts = {AccountId(id.toLongLong())};
    }
    const content::Play& play = *state->play;
    const QString warning = accounts.size() == 1 ? m_presenter.warning(play, accounts.front()) : QString();
    if (!warning.isEmpty() && m_warned != accounts.front()) {
        m_warned = accounts.front();
        m_choice->refuse(tr("%1 Start again to do it all the same.").arg(warning));
        return;
    }
    m_warned = {};
    leaveChoice();
    m_presenter.start(play, accounts);
}

void PlaybooksPage::change()
{
    const PlayState* state = current();
    if (!state || !m_presenter.book().isEditable())
        return;
    const int step = m_play->steps().hasFocus() ? m_play->steps().currentIndex().row() : -1;
    openEditor(query::PlayDraft::of(m_presenter.shown()->numbers->facts.book(), state->play->id),
               static_cast<int>(state->running.size()), step);
}

/// A play of the user's own: a copy of that one, of none an empty one.
void PlaybooksPage::begin(const QString& like)
{
    const ShownPlays& shown = m_presenter.shown();
    if (!shown || !m_presenter.book().isEditable())
        return;
    const auto* known = content::findById(shown->numbers->content.plays, like);
    const QString name = known ? tr("%1, our way").arg(known->name.en) : tr("A new play");
    openEditor(query::PlayDraft::fresh(shown->numbers->facts.book(), like, name), 0, -1);
}

void PlaybooksPage::openEditor(query::PlayDraft draft, int running, int step)
{
    const Shown& shown = *m_presenter.shown();
    const words::ContentWords words(shown.numbers->content, m_presenter.locale());
    std::vector<std::pair<QString, QString>> names;
    for (const content::SignalKind& each : shown.numbers->content.signalRules.kinds)
        if (each.lane != content::SignalLane::Book)
            names.emplace_back(each.id, words.text(each.name));
    std::ranges::sort(names, {}, &std::pair<QString, QString>::second);
    m_editor->offer(names, [this](const content::Play& play) {
        return m_presenter.shown() ? startsSentence(play, *m_presenter.shown(), m_presenter.locale()) : QString();
    });
    showPane(m_editor);
    m_editor->edit(std::move(draft), running, step);
}

void PlaybooksPage::retire()
{
    const PlayState* state = current();
    if (!state || !m_presenter.book().isEditable())
        return;
    if (!query::isOwn(*state->play)) {
        Q_EMIT said(tr("The plays that come with Steward stay; E takes away what starts them."));
        return;
    }
    m_wanted = state->play->id;
    m_presenter.setRetired(*state->play, !query::isRetired(*state->play));
}

void PlaybooksPage::askMove()
{
    const PlayState* state = current();
    if (!state || !m_presenter.book().isEditable())
        return;
    const QLocale& locale = m_presenter.locale();
    if (state->older.empty()) {
        Q_EMIT said(tr("Every run of this play is on its newest version."));
        return;
    }
    m_isMoving = true;
    account::ChoicePane::Question question;
    question.title = tr("Move to version %1").arg(locale.toString(state->play->version));
    question.about =
        tr("Open steps take the new words and days, new steps are added, those it lacks are dropped; what is "
           "done stays done. One undo takes it back.");
    // The run that is chosen at the right stands first.
    std::vector<Run> runs = state->older;
    const RecordRef chosen = m_accounts->list().currentRecord();
    std::ranges::stable_partition(runs, [&](const Run& each) {
        return chosen == RecordRef{Entity::Account, each.account.value()};
    });
    question.about += m_presenter.differences(*state);
    for (const Run& each : runs)
        question.options.push_back({QString::number(each.account.value()), nameOf(each.account, *m_presenter.shown())});
    if (state->older.size() > 1)
        question.options.push_back({QStringLiteral("all"), tr("All %1").arg(locale.toString(state->older.size()))});
    question.action = tr("Move");
    showPane(m_choice);
    m_choice->ask(question);
}

void PlaybooksPage::move(const QString& id)
{
    const PlayState* state = current();
    if (!state)
        return;
    std::vector<Run> runs = state->older;
    if (id != u"all")
        std::erase_if(runs, [&](const Run& each) { return each.account.value() != id.toLongLong(); });
    const content::Play& play = *state->play;
    leaveChoice();
    m_presenter.moveRuns(play, runs);
}

void PlaybooksPage::leaveChoice()
{
    showPane(m_accounts);
    m_plays->setFocus();
    showPlay();
}

void PlaybooksPage::copy(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT said(tr("The draft is copied; what stands in brackets is yours to write."));
}

void PlaybooksPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        ListPage::keyPressEvent(event);
    else if (m_choice->isVisible() || m_editor->isVisible())
        leaveChoice();
    else
        m_plays->setFocus();
}

} // namespace steward::playbooks
