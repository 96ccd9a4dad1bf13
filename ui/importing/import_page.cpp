// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/import_page.h"

#include "ui/style/tip.h"
#include "ui/widgets/start_folder.h"
#include "ui/widgets/tone_label.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

namespace steward::importing {

using style::px;
using State = ImportPresenter::State;

namespace {

/// Books, messages and dates are dropped on the window for other views.
bool isForOthers(const QString& file)
{
    static const QStringList others{QStringLiteral("steward"), QStringLiteral("eml"), QStringLiteral("msg"),
                                    QStringLiteral("ics"), QStringLiteral("pptx")};
    return others.contains(QFileInfo(file).suffix().toLower());
}

} // namespace

widgets::View::Face ImportPage::ownFace()
{
    return {QStringLiteral("import"), tr("Import"), QStringLiteral("import"), true, true};
}

ImportPage::ImportPage(OpenBook& book, const QLocale& locale, QWidget* parent)
    : View(ownFace(), parent)
    , m_presenter(book, locale)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    addCommands();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(new widgets::Rule);
    column->addWidget(makeBody(), 1);
    connect(&m_presenter, &ImportPresenter::stateChanged, this, &ImportPage::show);
    connect(&m_presenter, &ImportPresenter::fileChosen, this, &ImportPage::showHeader);
    connect(&m_presenter, &ImportPresenter::said, this, &View::said);
    show();
}

void ImportPage::addCommands()
{
    const auto come = [this] { Q_EMIT goRequested({face().name, 0, {}}); };
    addCommand({QStringLiteral("import.choose"), tr("&Import files..."), tr("Read tables into the book"),
                QStringLiteral("import"), QKeySequence(QStringLiteral("Ctrl+I")), widgets::Needs::Editing,
                widgets::MenuId::File, true, [this, come] {
                    come();
                    chooseFiles();
                }});
    addCommand({QStringLiteral("import.folder"),
                tr("Import a &folder..."),
                tr("Read all tables of a folder in one go"),
                QStringLiteral("folder-open"),
                {},
                widgets::Needs::Editing,
                widgets::MenuId::File,
                true,
                [this, come] {
                    come();
                    chooseFolder();
                }});
    addCommand({QStringLiteral("import.routine"), tr("Import &again..."),
                tr("Read the files of a routine once more and show what they would change"), QStringLiteral("history"),
                QKeySequence(QStringLiteral("Ctrl+Shift+I")), widgets::Needs::Editing, widgets::MenuId::File, true,
                [this, come] {
                    come();
                    chooseRoutine();
                }});
    addCommand({QStringLiteral("import.do"), tr("&Apply"), tr("Write what the preview shows into the book"),
                QStringLiteral("check"), QKeySequence(QStringLiteral("Ctrl+Return")), widgets::Needs::Editing,
                widgets::MenuId::Own, false, [this] { m_presenter.apply(); }});
    addCommand({QStringLiteral("import.find"), tr("&Match accounts"), tr("Say which account a name means"),
                QStringLiteral("search"), QKeySequence(QStringLiteral("Ctrl+M")), widgets::Needs::Editing,
                widgets::MenuId::Own, false, [this] { m_preview->showMatches(); }});
    addCommand({QStringLiteral("import.save"),
                tr("&Save the rows that could not be read..."),
                tr("With the reasons beside them, to correct and import again"),
                QStringLiteral("download"),
                {},
                widgets::Needs::Book,
                widgets::MenuId::Own,
                false,
                [this] { saveUnread(); }});
    addCommand({QStringLiteral("import.remember"),
                tr("Save how this file is &read..."),
                tr("The next file of its kind is read the same way"),
                QStringLiteral("save"),
                {},
                widgets::Needs::Editing,
                widgets::MenuId::Own,
                false,
                [this] { m_left->askProfileName(); }});
    addCommand({QStringLiteral("import.drop"),
                tr("Start &over"),
                tr("Put these files away; nothing is written"),
                QStringLiteral("x"),
                {},
                widgets::Needs::Book,
                widgets::MenuId::Own,
                false,
                [this] { m_presenter.startAgain(); }});
}

QWidget* ImportPage::makeHeader()
{
    m_header = new widgets::PageHeader(tr("Import"));
    m_steps = new Steps;
    m_header->add(m_steps);
    return m_header;
}

QWidget* ImportPage::makeBody()
{
    m_empty = new widgets::StatePage(QStringLiteral("import"));
    auto* files = m_empty->addButton(tr("Choose files..."), QStringLiteral("import.empty.files"), true);
    auto* folder = m_empty->addButton(tr("Choose a folder..."), QStringLiteral("import.empty.folder"));
    m_again = m_empty->addButton(tr("Import again..."), QStringLiteral("import.empty.again"));
    connect(m_again, &QPushButton::clicked, this, &ImportPage::chooseRoutine);
    connect(files, &QPushButton::clicked, this, &ImportPage::chooseFiles);
    connect(folder, &QPushButton::clicked, this, &ImportPage::chooseFolder);
    m_left = new FilesPane(m_presenter);
    m_left->setMinimumWidth(px(300));
    m_preview = new PreviewPane(m_presenter);
    m_done = new DonePane(m_presenter);
    m_right = new QStackedWidget;
    m_right->addWidget(m_preview);
    m_right->addWidget(m_done);
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setObjectName(QStringLiteral("import.split"));
    m_split->addWidget(m_left);
    m_split->addWidget(m_right);
    m_split->setStretchFactor(1, 1);
    m_split->setChildrenCollapsible(false);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_isShared = true; });
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_split);
    connect(m_left, &FilesPane::chooseRequested, this, &ImportPage::chooseFiles);
    connect(m_preview, &PreviewPane::unreadRequested, this, &ImportPage::saveUnread);
    connect(m_done, &DonePane::unreadRequested, this, &ImportPage::saveUnread);
    connect(m_done, &DonePane::moreRequested, this, &ImportPage::chooseFiles);
    // What was said and what is still asked stays here until other files come.
    connect(m_done, &DonePane::accountsRequested, this, [this] {
        Q_EMIT goRequested({QStringLiteral("accounts"), 0, {}});
    });
    connect(m_done, &DonePane::gapsRequested, this, [this] { Q_EMIT goRequested({QStringLiteral("gaps"), 0, {}}); });
    connect(m_done, &DonePane::lookBackRequested, this, [this](QDate day) {
        m_presenter.book().lookBack(day, LookBack::AsItHappened);
        Q_EMIT goRequested({QStringLiteral("accounts"), 0, {}});
    });
    return m_pages;
}

/// The columns get what a wide window has to spare, so that samples are read whole.
void ImportPage::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    const int left = std::clamp(width() * 34 / 100, px(400), px(580));
    if (!m_isShared)
        m_split->setSizes({left, std::max(width() - left, 1)});
}

void ImportPage::come(const widgets::Place&) { focusNext(); }

bool ImportPage::takesFiles(const QStringList& files) const { return !std::ranges::all_of(files, isForOthers); }

void ImportPage::takeFiles(const QStringList& files)
{
    QStringList ours;
    for (const QString& file : files)
        if (!isForOthers(file))
            ours << file;
    m_presenter.add(ours);
}

void ImportPage::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Import files"), widgets::startFolder(),
                                                            tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    if (!files.isEmpty())
        m_presenter.add(files);
}

void ImportPage::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Import a folder"), widgets::startFolder());
    if (!folder.isEmpty())
        m_presenter.add({folder});
}

/// One is read at once; several are offered.
void ImportPage::chooseRoutine()
{
    const auto routines = m_presenter.routines();
    if (routines.empty())
        Q_EMIT said(tr("There is no routine yet: import files, then choose \"Save as a routine\"."));
    else if (routines.size() == 1)
        m_presenter.again(routines.front());
    if (routines.size() < 2)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const exchange::Routine& routine : routines) {
        QDateTime newest;
        for (const auto& file : routine.files)
            newest = std::max(newest, QFileInfo(file.path).lastModified());
        const QString day = m_presenter.locale().toString(newest.date(), QStringLiteral("d MMM yyyy"));
        const QString name = style::plainLabel(routine.name);
        QAction* action = menu->addAction(newest.isValid() ? tr("%1 (files of %2)").arg(name, day)
                                                           : tr("%1 (its files are gone)").arg(name));
        action->setEnabled(newest.isValid());
        connect(action, &QAction::triggered, this, [this, routine] { m_presenter.again(routine); });
    }
    menu->popup(mapToGlobal(rect().center()));
}

void ImportPage::saveUnread()
{
    const int files = m_presenter.filesWithUnread();
    if (files == 0)
        return;
    const QString to = files > 1
                           ? QFileDialog::getExistingDirectory(this, tr("Save the rows that could not be read in"))
                           : QFileDialog::getSaveFileName(this, tr("Save the rows that could not be read"),
                                                          m_presenter.nameForUnread(), tr("CSV (*.csv)"));
    m_presenter.saveUnread(to);
}

void ImportPage::showHeader()
{
    const State state = m_presenter.state();
    const qsizetype files = qsizetype(m_presenter.chosen().size());
    const QString count = files == 1 ? tr("one file") : tr("%1 files").arg(files);
    m_header->setCaption(state == State::Empty  ? QString()
                         : state == State::Done ? tr("%1 read \u00b7 one undoable step").arg(count)
                                                : tr("%1 \u00b7 nothing is written until you apply").arg(count));
    const auto* file = m_presenter.current();
    const bool asks = file && !file->error && file->plan.hasQuestions();
    m_steps->setStep(state == State::Empty || state == State::Checking ? 0 : state == State::Done ? 3 : asks ? 1 : 2);
}

void ImportPage::show()
{
    const State state = m_presenter.state();
    showHeader();
    m_empty->say(m_presenter.problem().isEmpty() ? tr("Drop your files here") : m_presenter.problem(),
                 tr("Exports of your CRM, billing, support and survey tools as CSV: accounts, contacts, subscriptions, "
                    "usage, invoices, tickets, answers. Several at once, in any order. You see what would change "
                    "before anything is written."));
    const bool isPast = m_presenter.book().looksBack();
    if (isPast && m_presenter.problem().isEmpty())
        m_empty->say(tr("Nothing is imported into the past"), widgets::whyNoEdit(isPast));
    for (QPushButton* each : m_empty->findChildren<QPushButton*>())
        each->setEnabled(!isPast);
    m_again->setVisible(!m_presenter.routines().empty());
    m_pages->setCurrentWidget(state == State::Empty ? static_cast<QWidget*>(m_empty) : m_split);
    if (state != State::Empty) {
        m_left->show();
        m_preview->show();
    }
    m_right->setCurrentWidget(state == State::Done ? static_cast<QWidget*>(m_done) : m_preview);
    m_done->show();
    if (std::exchange(m_shown, state) != state)
        focusNext();
}

/// The focus is where the next key does what most people want: no question open, that is the button.
void ImportPage::focusNext()
{
    QWidget* next = nullptr;
    switch (m_presenter.state()) {
    case State::Empty:
        next = m_empty->findChild<QPushButton*>(QStringLiteral("import.empty.files"));
        break;
    case State::Checking:
    case State::Applying:
        next = &m_left->files();
        break;
    case State::Ready:
        next = m_left->question().firstAnswer() && !m_presenter.canApply() ? static_cast<QWidget*>(&m_left->files())
                                                                           : &m_preview->applyButton();
        break;
    case State::Done:
        next = &m_done->next();
        break;
    }
    setFocusProxy(next);
    if (next && isVisible())
        next->setFocus(Qt::OtherFocusReason);
}

} // namespace steward::importing
