// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/meeting_page.h"

#include "core/words/content_words.h"
#include "ui/meeting/brief_lines.h"
#include "ui/meeting/recap.h"
#include "ui/meeting/risk_menu.h"
#include "ui/meeting/tinted.h"
#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace steward::meeting {

namespace {

const QString fromToday = QStringLiteral(" today"); ///< behind the part of a place

} // namespace

using style::px;
using style::Tone;
using style::Type;
using widgets::MenuId;
using widgets::Needs;
using widgets::ToneLabel;
using State = MeetingPresenter::State;

widgets::View::Face MeetingPage::ownFace()
{
    return {QStringLiteral("meeting"), tr("Meeting"), QStringLiteral("users"), false};
}

MeetingPage::MeetingPage(OpenBook& book, QLocale locale, QWidget* parent)
    : View(ownFace(), parent)
    , m_presenter(book, locale)
    , m_states(new QStackedWidget)
    , m_nobody(new widgets::StatePage(QStringLiteral("users")))
    , m_header(new MeetingHeader(m_presenter))
    , m_brief(new account::LinesView(QStringLiteral("meeting.brief"), tr("Brief"), {0, 26, 0, 0, 30, 34, 176}))
    , m_ask(new ToneLabel({}, Type::Strong))
    , m_saved(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_note(new NoteEdit(locale))
    , m_makingsCount(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_makings(new MakingsList(m_makingsModel))
    , m_make(widgets::plainButton({}, QStringLiteral("meeting.make.button"), true))
    , m_keep(widgets::plainButton(tr("Keep as a note"), QStringLiteral("meeting.keep.button")))
    , m_recapAgain(widgets::plainButton(tr("Open the recap"), QStringLiteral("meeting.recap.button")))
    , m_held(new ToneLabel({}, Type::Body, Tone::Muted))
    , m_riskMenu(new QMenu(this))
    , m_recap(new account::MessagePane(QStringLiteral("meeting.recap")))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_briefBox = makeBrief();
    middle->addWidget(m_briefBox, 10);
    middle->addWidget(makeCapture(), 15);
    middle->addWidget(m_recap);
    m_recap->hide();
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(new widgets::Rule);
    column->addLayout(middle, 1);
    m_states->addWidget(body);
    m_states->addWidget(m_nobody);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
    setFocusProxy(m_note);
    addCommands();
    connectParts();
    showState();
}

QWidget* MeetingPage::makeBrief()
{
    auto* box = new QWidget;
    box->setMinimumWidth(px(300));
    m_ask->setObjectName(QStringLiteral("meeting.ask"));
    m_ask->setWordWrap(true);
    m_askBox = new Tinted;
    auto* ask = new QVBoxLayout(m_askBox);
    ask->setContentsMargins(px(16), px(10), px(16), px(10));
    ask->addWidget(m_ask);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), px(8), px(16), px(4));
    head->setSpacing(px(8));
    head->addWidget(new ToneLabel(tr("Brief"), Type::Strong));
    head->addWidget(new ToneLabel(tr("one minute"), Type::Small, Tone::Muted));
    head->addStretch();
    auto* lines = new QHBoxLayout;
    lines->setContentsMargins(px(8), 0, px(8), 0);
    lines->addWidget(m_brief);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(lines, 1);
    column->addWidget(m_askBox);
    return box;
}

QWidget* MeetingPage::makeCapture()
{
    auto* box = new QWidget;
    box->setMinimumWidth(px(420));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), px(8), px(16), px(4));
    head->setSpacing(px(8));
    head->addWidget(new ToneLabel(tr("Note"), Type::Strong));
    head->addWidget(m_saved);
    head->addStretch();
    head->addWidget(new ToneLabel(tr("They may ask to read this."), Type::Small, Tone::Muted));
    m_saved->setObjectName(QStringLiteral("meeting.saved"));
    auto* note = new QVBoxLayout;
    note->setContentsMargins(px(12), 0, px(12), px(4));
    note->addWidget(m_note);
    auto* hints = new widgets::KeyHints({{QStringLiteral("!"), tr("our promise")},
                                         {QStringLiteral(">"), tr("theirs")},
                                         {QStringLiteral("?"), tr("open question")},
                                         {QStringLiteral("\""), tr("their words")},
                                         {QStringLiteral("*"), tr("risk")},
                                         {QStringLiteral("+"), tr("value")}});
    hints->setNote(tr("fri, 3 dec, end of month"));
    m_makingsBox = new QWidget;
    auto* makings = new QVBoxLayout(m_makingsBox);
    makings->setContentsMargins(0, 0, 0, 0);
    makings->setSpacing(0);
    auto* makingsHead = new QHBoxLayout;
    makingsHead->setContentsMargins(px(16), px(8), px(16), px(4));
    makingsHead->setSpacing(px(8));
    makingsHead->addWidget(new ToneLabel(tr("What will be made"), Type::Strong));
    makingsHead->addWidget(m_makingsCount, 1);
    makings->addLayout(makingsHead);
    makings->addWidget(m_makings);
    m_held->setObjectName(QStringLiteral("meeting.held"));
    m_held->setWordWrap(true);
    m_held->setContentsMargins(px(16), px(8), px(16), px(8));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(note, 1);
    column->addWidget(hints);
    column->addWidget(m_makingsBox);
    column->addWidget(m_held);
    column->addWidget(makeFooter());
    return box;
}

QWidget* MeetingPage::makeFooter()
{
    auto* footer = new widgets::Footer;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(px(16), px(8), px(12), px(8));
    auto* hint = new ToneLabel(tr("Esc leaves, the note stays"), Type::Small, Tone::Muted);
    hint->setElided();
    row->addWidget(hint, 1);
    row->addWidget(m_keep);
    row->addWidget(m_recapAgain);
    row->addWidget(m_make);
    m_keep->setToolTip(tr("Nobody was spoken with: it stays a note of ours (Ctrl+Shift+Enter)"));
    return footer;
}

void MeetingPage::addCommands()
{
    const auto add = [this](const char* name, const QString& text, const QString& tip, const QString& icon,
                            const QKeySequence& keys, Needs needs, std::function<void()> run) {
        addCommand({QString::fromLatin1(name), text,
                    QString(tip + QStringLiteral(" (") + keys.toString(QKeySequence::NativeText) + u')'), icon, keys,
                    needs, MenuId::Own, false, std::move(run)});
    };
    add("meeting.make", tr("&Make the records, open the recap"), tr("One step that one undo takes back"),
        QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_Return), Needs::Editing,
        [this] { m_presenter.make(); });
    add("meeting.keep", tr("Keep as a &note"), tr("Nobody was spoken with"), QStringLiteral("sticky-note"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), Needs::Editing, [this] { m_presenter.keepAsNote(); });
    add("meeting.who", tr("Who takes &part..."), tr("Add a person or take one out"), QStringLiteral("users"),
        QKeySequence(Qt::CTRL | Qt::Key_P), Needs::Editing, [this] { m_header->askWho(); });
    add("meeting.recap", tr("Open the &recap"), tr("The message that goes out after it"), QStringLiteral("mail"),
        QKeySequence(Qt::CTRL | Qt::Key_R), Needs::Book, [this] { showRecap(); });
    add("meeting.account", tr("Open the &account"), tr("Everything about the account"), QStringLiteral("building-2"),
        QKeySequence(Qt::CTRL | Qt::Key_E), Needs::Book, [this] { leave(); });
}

void MeetingPage::connectParts()
{
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { m_presenter.setNote(m_note->toPlainText()); });
    connect(m_make, &QPushButton::clicked, this, [this] { m_presenter.make(); });
    connect(m_keep, &QPushButton::clicked, this, [this] { m_presenter.keepAsNote(); });
    connect(m_recapAgain, &QPushButton::clicked, this, &MeetingPage::showRecap);
    m_riskMenu->setObjectName(QStringLiteral("meeting.risk.menu"));
    connect(m_makings, &MakingsList::opened, this, [this] { askRisk(m_makings->row()); });
    connect(&m_makingsModel, &MakingsModel::ticked, &m_presenter, &MeetingPresenter::setWanted);
    connect(&m_presenter, &MeetingPresenter::changed, this, &MeetingPage::showState);
    connect(&m_presenter, &MeetingPresenter::noteReplaced, this, &MeetingPage::takeNote);
    connect(&m_presenter, &MeetingPresenter::recordsChanged, this, &MeetingPage::showRecords);
    connect(&m_presenter, &MeetingPresenter::savedChanged, this, &MeetingPage::showSaved);
    connect(m_brief, &account::LinesView::opened, this,
            [this] { Q_EMIT goRequested(widgets::accountPlace(m_presenter.account(), QStringLiteral("timeline"))); });
    connect(m_recap, &account::MessagePane::closed, this, [this] { setRecapShown(false); });
    connect(m_recap, &account::MessagePane::said, this, &MeetingPage::said);
    connect(m_recap, &account::MessagePane::sent, this, [this] {
        setRecapShown(false);
        m_presenter.setRecapSent();
    });
}

void MeetingPage::come(const widgets::Place& place)
{
    if (place.record != 0) {
        m_isFromToday = place.part.endsWith(fromToday);
        m_presenter.show(AccountId(place.record), place.part.section(u' ', 0, 0).toLongLong());
    }
    m_note->setFocus();
}

widgets::Place MeetingPage::place() const
{
    QString part = m_presenter.isKept() ? QString::number(m_presenter.touch().id) : QString();
    if (m_isFromToday)
        part = (part.isEmpty() ? QStringLiteral("0") : part) + fromToday;
    return {face().name, m_presenter.account().value(), part};
}

void MeetingPage::showState()
{
    const State state = m_presenter.state();
    const bool isThere = state == State::Writing || state == State::Held;
    m_states->setCurrentIndex(isThere ? 0 : 1);
    if (!isThere) {
        const bool isGone = state == State::NotThere;
        m_nobody->say(isGone ? tr("This account is not in the book on that day") : tr("No conversation is open"),
                      isGone ? tr("Look at another day, or choose another account.")
                             : tr("Choose an account, or a meeting in Today, and press M: what to know stands beside "
                                  "what you write."));
        return;
    }
    const bool isWriting = state == State::Writing;
    const bool isNote = m_presenter.touch().kind == u"note";
    m_header->refresh();
    m_note->setToday(m_presenter.touch().day.isValid() ? m_presenter.touch().day : m_presenter.book().asked().day);
    m_note->setReadOnly(!isWriting || !m_presenter.book().isEditable());
    m_makingsBox->setVisible(isWriting);
    m_held->setVisible(!isWriting);
    const auto undoable = m_presenter.book().undoable();
    const bool isJustMade = undoable && undoable->code == Code("edit.meeting-made");
    m_held->setText(isNote                            ? tr("Kept as a note of ours. M begins a conversation.")
                    : m_presenter.touch().recapSentAt ? tr("The records are made and the recap went out.")
                    : isJustMade ? tr("The records are made; one undo takes them back and leaves the note.")
                                 : tr("The records are made; the note stays as it was written."));
    m_make->setVisible(isWriting);
    m_keep->setVisible(isWriting);
    m_recapAgain->setVisible(!isWriting && !isNote);
    if ((isWriting || isNote) && m_recap->isVisible())
        setRecapShown(false);
    showBrief();
    showRecords();
    showSaved();
}

void MeetingPage::takeNote()
{
    const QSignalBlocker quiet(m_note);
    if (m_note->toPlainText() != m_presenter.note())
        m_note->setPlainText(m_presenter.note());
    m_note->moveCursor(QTextCursor::End);
    if (m_presenter.state() == State::Held && m_presenter.touch().kind != u"note" && !m_presenter.touch().recapSentAt &&
        isVisible())
        showRecap();
}

void MeetingPage::showBrief()
{
    BriefLines brief = briefLines(*m_presenter.book().numbers(), *m_presenter.facts(), m_presenter.touch(),
                                  m_presenter.invitation(), m_presenter.locale());
    m_brief->show(std::move(brief.lines));
    m_askBox->setVisible(!brief.question.isEmpty());
    m_ask->setText(tr("Ask: %1").arg(brief.question));
}

void MeetingPage::showRecords()
{
    if (m_presenter.state() != State::Writing || !m_presenter.facts())
        return;
    const auto& content = m_presenter.book().numbers()->content;
    m_makingsModel.show(makingTexts(m_presenter.records(), *m_presenter.facts(), content, m_presenter.locale()),
                        m_presenter.without());
    const std::size_t count = m_presenter.count();
    const QString number = m_presenter.locale().toString(count);
    m_makingsCount->setText(count == 1 ? tr("one record") : tr("%1 records, one undoable edit").arg(number));
    m_make->setText(count == 1 ? tr("Make the conversation") : tr("Make %1, open the recap").arg(number));
    m_make->setToolTip(tr("One step that one undo takes back (Ctrl+Enter)"));
    m_make->setEnabled(m_presenter.canMake());
    m_keep->setEnabled(m_presenter.canMake());
}

QMenu& MeetingPage::riskMenu()
{
    const words::ContentWords words(m_presenter.book().numbers()->content, m_presenter.locale());
    fillRiskMenu(*m_riskMenu, m_presenter.records().risks, words, [this](int risk, const QString& priority) {
        // As if it had been typed: the editor's own undo takes it back.
        QTextCursor cursor(m_note->document());
        cursor.select(QTextCursor::Document);
        cursor.insertText(work::withRiskPriority(m_note->toPlainText(), risk, priority));
    });
    return *m_riskMenu;
}

void MeetingPage::askRisk(int row)
{
    const bool isRisk = row >= 0 && m_makingsModel.at(row).making == work::Making::Risk;
    if (isRisk && m_presenter.state() == State::Writing && m_presenter.book().isEditable())
        riskMenu().popup(m_makings->mapToGlobal(m_makings->visualRect(m_makingsModel.index(row)).bottomLeft()));
}

void MeetingPage::showSaved()
{
    const bool isEmpty = m_presenter.note().isEmpty();
    const OpenBook& book = m_presenter.book();
    m_saved->setText(!book.isEditable()      ? widgets::whyNoEdit(book.looksBack())
                     : isEmpty               ? tr("saved as you type")
                     : m_presenter.isSaved() ? tr("saved")
                                             : tr("saving"));
}

void MeetingPage::showRecap()
{
    if (m_presenter.state() != State::Held || m_presenter.touch().kind == u"note")
        return;
    const AccountId account = m_presenter.account();
    account::MessagePane::Source source;
    source.text = [this, account, touch = m_presenter.touch().id](ContactId to) {
        const Numbers& numbers = m_presenter.book().numbers();
        return numbers ? recapText(*numbers, account, touch, to, m_presenter.locale()) : std::nullopt;
    };
    source.wishes = [this, account](ContactId to) {
        const Numbers& numbers = m_presenter.book().numbers();
        const QDate next = m_presenter.book().asked().day.addDays(1);
        return numbers ? account::brokenWishes(*numbers, account, to, next, m_presenter.locale()) : QStringList();
    };
    const BookFacts& book = m_presenter.book().numbers()->facts.book();
    source.from = account::senderOf(*m_presenter.facts(), book);
    source.date = account::morningOf(m_presenter.book().asked().day, book);
    if (!m_presenter.touch().recapSentAt && m_presenter.book().isEditable())
        source.sentText = tr("I sent it");
    m_recap->show(std::move(source));
    setRecapShown(true);
}

void MeetingPage::setRecapShown(bool isShown)
{
    m_recap->setVisible(isShown);
    fit();
    if (isShown)
        m_recap->focusFirst();
    else
        m_note->setFocus();
}

/// Beside a recap there is room for the brief in a wide window only.
void MeetingPage::fit()
{
    constexpr double wide = 1240;
    m_briefBox->setVisible(m_recap->isHidden() || width() >= px(wide));
}

void MeetingPage::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    fit();
}

void MeetingPage::leave()
{
    if (m_presenter.account().isValid() && !m_isFromToday)
        Q_EMIT goRequested(widgets::accountPlace(m_presenter.account()));
    else
        Q_EMIT goRequested({QStringLiteral("today"), 0, {}});
}

void MeetingPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        View::keyPressEvent(event);
}

void MeetingPage::hideEvent(QHideEvent* event)
{
    m_presenter.flush();
    View::hideEvent(event);
}

} // namespace steward::meeting
