// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/reviews_page.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QStandardPaths>

/// What can be done on the page of reviews.
namespace steward::reviews {

using widgets::Needs;

namespace {

QString stemOf(const qbr::Pack& pack)
{
    QStringList taken;
    return print::fileStem(pack, print::Copy::Customer, taken);
}

} // namespace

void ReviewsPage::addCommands()
{
    addKey("reviews.present", tr("&Present"), tr("Show the deck over the whole screen"), QStringLiteral("play"),
           Qt::Key_F5, Needs::Book, [this] { present(); });
    addKey("reviews.write", tr("&Write the deck..."), tr("Write the slides of the review chosen"),
           QStringLiteral("download"), Qt::Key_W, Needs::Book, [this] { writeOne(); });
    addKey("reviews.writeAll", tr("Write &all due..."), tr("Write the slides of all that are due into a folder"),
           QStringLiteral("layers"), QKeySequence(Qt::SHIFT | Qt::Key_W), Needs::Book, [this] { writeAll(); });
    addKey("reviews.actions", tr("A&ctions..."), tr("What this review agrees on"), QStringLiteral("list-checks"),
           Qt::Key_A, Needs::Book, [this] { openGap(QStringLiteral("actions")); });
    addKey("reviews.record", tr("&Meeting..."), tr("Date, decision maker, agenda and draft of the review"),
           QStringLiteral("video"), Qt::Key_M, Needs::Editing, [this] { openGap(QStringLiteral("confirmed")); });
    addKey("reviews.after", tr("A&fter the meeting..."), tr("Record the meeting, its recap, tasks and check-ins"),
           QStringLiteral("clock"), QKeySequence(Qt::SHIFT | Qt::Key_M), Needs::Book, [this] { openAfter(); });
    addKey("reviews.csms", tr("B&y CSM"), tr("How many of each CSM are due, and how ready they are"),
           QStringLiteral("users"), Qt::Key_C, Needs::Book, [this] { showCsms(); });
    addKey("reviews.account", tr("Open the acc&ount"), tr("Go to the account of the review"),
           QStringLiteral("building-2"), Qt::Key_O, Needs::Book, [this] {
               if (m_presenter.chosen().isValid())
                   Q_EMIT goRequested(widgets::accountPlace(m_presenter.chosen()));
           });
    addEditorCommands();
    addCommand({QStringLiteral("reviews.template"),
                tr("&Template for slides..."),
                tr("Choose a .pptx or .potx whose look the slides take"),
                QStringLiteral("presentation"),
                {},
                Needs::Book,
                widgets::MenuId::Own,
                false,
                [this] { chooseTemplate(); }});
}

void ReviewsPage::inEditor(const std::function<void()>& run)
{
    if (m_editor.isOpen())
        run();
    else
        Q_EMIT said(tr("Open the slides first, with E."));
}

void ReviewsPage::addEditorCommands()
{
    const auto add = [this](const char* name, const QString& text, const QString& tip, const char* icon,
                            const QKeySequence& keys, Needs needs, std::function<void()> run) {
        addKey(name, text, tip, QString::fromLatin1(icon), keys, needs,
               [this, run = std::move(run)] { inEditor(run); });
    };
    addKey("reviews.edit", tr("&Edit the slides"), tr("Outline, slides and facts of the review"),
           QStringLiteral("pencil"), Qt::Key_E, Needs::Book, [this] { openEditor(); });
    add("reviews.up", tr("Move the slide &up"), tr("One place earlier"), "arrow-up", QKeySequence(Qt::ALT | Qt::Key_Up),
        Needs::Editing, [this] { m_editor.move(-1); });
    add("reviews.down", tr("Move the slide &down"), tr("One place later"), "arrow-down",
        QKeySequence(Qt::ALT | Qt::Key_Down), Needs::Editing, [this] { m_editor.move(1); });
    add("reviews.hide", tr("&Hide or show the slide"), tr("Hidden slides are not in the customer's copy"), "",
        Qt::Key_H, Needs::Editing, [this] {
            if (const OutlineSlide* slide = m_editor.slide())
                m_editor.setHidden(!slide->isHidden);
        });
    add("reviews.add", tr("Add a s&lide"), tr("A slide of your own after this one"), "plus", Qt::Key_Insert,
        Needs::Editing, [this] {
            m_editor.addSlide();
            m_editorView->editTitle();
        });
    add("reviews.remove", tr("Ta&ke the slide out"), tr("Of a slide that was added"), "x", Qt::Key_Delete,
        Needs::Editing, [this] { m_editor.removeSlide(); });
    add("reviews.title", tr("Your t&itle"), tr("Write a title of your own"), "", Qt::Key_F2, Needs::Editing,
        [this] { m_editorView->editTitle(); });
    add("reviews.chart", tr("Chart t&ype"), tr("Draw the chart of the slide another way"), "", Qt::Key_T,
        Needs::Editing, [this] { m_editor.turnChart(); });
    add("reviews.refresh", tr("&Refresh figures"), tr("Take the figures as they are now as seen"), "", Qt::Key_R,
        Needs::Editing, [this] { m_editor.refreshFigures(); });
    add("reviews.plan", tr("&Plan of the quarter..."), tr("What they planned to spend"), "", Qt::Key_P, Needs::Editing,
        [this] { openTarget(m_editor.planTarget()); });
    add("reviews.baseline", tr("Starting fi&gure..."), tr("Where use stood at the start"), "", Qt::Key_B,
        Needs::Editing, [this] { openTarget(m_editor.baselineTarget()); });
}

void ReviewsPage::openEditor()
{
    if (!m_presenter.pack())
        return;
    m_editor.open();
    openPane(nullptr);
    setHeaderShown(false);
    m_hints->hide();
    m_content->setCurrentWidget(m_editorView);
    m_editorView->outline().setFocus();
}

/// Back to the list, once the editor is closed.
void ReviewsPage::leaveEditor()
{
    setHeaderShown(true);
    m_hints->show();
    m_content->setCurrentWidget(m_table);
    showState();
    leavePane();
}

void ReviewsPage::present()
{
    if (m_editor.isOpen())
        m_editorView->saveWords();
    std::vector<ShownSlide> slides = m_presenter.slidesToShow();
    if (slides.empty())
        Q_EMIT said(tr("Choose a review first."));
    else
        reviews::present(std::move(slides), m_presenter.locale(), *window());
}

QString ReviewsPage::startFolder() const
{
    return m_folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : m_folder;
}

QString ReviewsPage::askPath(const QString& title, const QString& name, const QString& ending)
{
    QString to = QFileDialog::getSaveFileName(this, title, QDir(startFolder()).filePath(name),
                                              QString(ending.toUpper() + QStringLiteral(" (*.") + ending + u')'));
    if (to.isEmpty())
        return {};
    if (!to.endsWith(QString(u'.' + ending), Qt::CaseInsensitive))
        to += QString(u'.' + ending);
    m_folder = QFileInfo(to).absolutePath();
    return to;
}

void ReviewsPage::writeOne()
{
    if (!m_presenter.pack() || m_presenter.isWriting())
        return;
    const QString ending = print::endingOf(m_presenter.exportChoice().form);
    m_presenter.write(askPath(tr("Write the deck"), m_presenter.fileName(), ending));
}

void ReviewsPage::openAfter()
{
    if (!m_presenter.pack())
        return;
    openPane(m_after);
    m_after->open();
}

void ReviewsPage::writeRecap()
{
    const auto recap = AfterMeeting(m_presenter).recap();
    if (!recap || m_presenter.isWriting())
        return;
    const QString name = tr("%1 recap.eml").arg(stemOf(*m_presenter.pack()));
    m_presenter.writeRecap(*recap, askPath(tr("Write the draft of the recap"), name, QStringLiteral("eml")));
}

void ReviewsPage::writeCheckIns()
{
    const auto recap = AfterMeeting(m_presenter).recap();
    if (!recap || m_presenter.isWriting())
        return;
    const QString name = tr("%1 check-ins.ics").arg(stemOf(*m_presenter.pack()));
    m_presenter.writeCheckIns(*recap, askPath(tr("Write the check-ins for a calendar"), name, QStringLiteral("ics")));
}

void ReviewsPage::writeAll()
{
    if (m_presenter.isWriting() || m_presenter.dueCount() == 0)
        return;
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Write the decks of all that are due into a folder"), startFolder());
    if (folder.isEmpty())
        return;
    m_folder = folder;
    m_presenter.writeAllDue(folder);
}

void ReviewsPage::chooseTemplate()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Template for slides"), startFolder(),
                                                      tr("Presentations (*.pptx *.potx)"));
    if (!path.isEmpty())
        takeFiles({path});
}

} // namespace steward::reviews
