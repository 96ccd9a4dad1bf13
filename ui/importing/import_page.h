// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/done_pane.h"
#include "ui/importing/files_pane.h"
#include "ui/importing/preview_pane.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/view.h"

#include <QSplitter>

namespace steward::importing {

/// The view of imports: layout and wiring only; every decision is the presenter's.
class ImportPage final : public widgets::View
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    ImportPage(OpenBook& book, const QLocale& locale, QWidget* parent = nullptr);

    [[nodiscard]] ImportPresenter& presenter() { return m_presenter; }
    [[nodiscard]] FilesPane& left() { return *m_left; }
    [[nodiscard]] PreviewPane& preview() { return *m_preview; }
    [[nodiscard]] DonePane& done() { return *m_done; }

    void come(const widgets::Place& place) override;
    [[nodiscard]] bool takesFiles(const QStringList& files) const override;
    void takeFiles(const QStringList& files) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCommands();
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeBody();
    void chooseFiles();
    void chooseFolder();
    void chooseRoutine();
    void saveUnread();
    void show();
    void showHeader();
    void focusNext();

    ImportPresenter m_presenter;
    widgets::PageHeader* m_header = nullptr;
    Steps* m_steps = nullptr;
    QStackedWidget* m_pages = nullptr;
    widgets::StatePage* m_empty = nullptr;
    QPushButton* m_again = nullptr;
    QSplitter* m_split = nullptr;
    QStackedWidget* m_right = nullptr;
    FilesPane* m_left = nullptr;
    PreviewPane* m_preview = nullptr;
    DonePane* m_done = nullptr;
    bool m_isShared = false; ///< by hand, between columns and preview
    ImportPresenter::State m_shown = ImportPresenter::State::Empty;
};

} // namespace steward::importing
