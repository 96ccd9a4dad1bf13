// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/exchange/letters.h"
#include "ui/widgets/start_folder.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

/// What is dropped on the window.
namespace steward::shell {

namespace {

const QString bookSuffix = QStringLiteral("steward");

QStringList filesOf(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

/// The first book among files; empty: none.
QString bookOf(const QStringList& files)
{
    for (const QString& file : files)
        if (QFileInfo(file).suffix() == bookSuffix)
            return file;
    return {};
}

} // namespace

void MainWindow::askForLetters()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Log messages and meetings"), widgets::startFolder(), tr("Messages and meetings (*.eml *.ics)"));
    if (!files.isEmpty())
        takeLetters(files);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QStringList files = filesOf(event->mimeData());
    const auto takes = [&](const widgets::View* view) { return view->takesFiles(files); };
    if (!bookOf(files).isEmpty() || std::ranges::any_of(files, exchange::isLetterFile) ||
        std::ranges::any_of(views(), takes))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    if (take(filesOf(event->mimeData())))
        event->acceptProposedAction();
}

/// What belongs to nobody goes to the account in front.
AccountId MainWindow::accountInFront() const
{
    const Place place = m_front->place();
    const bool isAccount = place.view == widgets::accountPlace({}).view || place.view == QStringLiteral("meeting");
    return isAccount ? AccountId(place.record) : AccountId();
}

void MainWindow::takeLetters(const QStringList& files)
{
    m_failure->hide();
    m_letters->take(files, accountInFront());
}

void MainWindow::pasteLetter()
{
    m_failure->hide();
    m_letters->paste(QGuiApplication::clipboard()->text(), accountInFront());
}

bool MainWindow::take(const QStringList& dropped)
{
    if (const QString path = bookOf(dropped); !path.isEmpty()) {
        openBook(path);
        return true;
    }
    QStringList letters;
    QStringList files;
    for (const QString& each : dropped)
        (exchange::isLetterFile(each) ? letters : files) << each;
    if (!letters.isEmpty())
        takeLetters(letters);
    if (files.isEmpty())
        return !letters.isEmpty();
    const auto takes = [&](const widgets::View* view) { return view->takesFiles(files); };
    const auto all = views();
    const auto taker = std::ranges::find_if(all, takes);
    if (taker == all.end())
        return false;
    if (m_book.state() == OpenBook::State::Ready) {
        goTo({(*taker)->face().name, 0, {}});
        (*taker)->takeFiles(files);
    } else {
        makeBookFor((*taker)->face().name, files);
    }
    return true;
}

} // namespace steward::shell
