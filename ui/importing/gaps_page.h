// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/gaps_presenter.h"
#include "ui/importing/parts.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/state_page.h"
#include "ui/widgets/view.h"

#include <QListView>
#include <QStackedWidget>

namespace steward::importing {

/// What is missing at the left, the accounts that lack it as a grid at the right.
class GapsPage final : public widgets::View
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    GapsPage(OpenBook& book, const QLocale& locale, QWidget* parent = nullptr);

    [[nodiscard]] GapsPresenter& presenter() { return m_presenter; }
    [[nodiscard]] PlainTable& grid() { return *m_grid; }
    [[nodiscard]] QListView& list() { return *m_list; }
    void come(const widgets::Place& place) override;

protected:
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCommands();
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeBody();
    void show();
    void fitKinds();
    void fitNames();
    void edit(const QModelIndex& index);
    void paste();
    void copy();

    GapsPresenter m_presenter;
    QListView* m_list = nullptr;
    PlainTable* m_grid = nullptr;
    QStackedWidget* m_pages = nullptr;
    widgets::StatePage* m_state = nullptr;
    QPushButton* m_import = nullptr;
};

} // namespace steward::importing
