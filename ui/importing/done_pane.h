// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/import_presenter.h"
#include "ui/importing/parts.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace steward::importing {

/// The last page: what was written, the book before and after, what contradicts itself, and where to go from here.
class DonePane final : public QWidget
{
    Q_OBJECT
public:
    explicit DonePane(ImportPresenter& presenter, QWidget* parent = nullptr);
    void show();
    /// What most people press next.
    [[nodiscard]] QPushButton& next() { return m_offer->isHidden() ? *m_accounts : *m_lookBack; }

Q_SIGNALS:
    void accountsRequested();
    void gapsRequested();
    void lookBackRequested(QDate day);
    void unreadRequested();
    void moreRequested();

private:
    [[nodiscard]] QWidget* makeOffer();
    [[nodiscard]] QWidget* makeFooter();
    void showOffer();

    ImportPresenter& m_presenter;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QWidget* m_offer = nullptr;
    QLabel* m_offerText = nullptr;
    QPushButton* m_lookBack = nullptr;
    PlainTable* m_totals = nullptr;
    QLabel* m_notesTitle = nullptr;
    QListView* m_notes = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_unread = nullptr;
    QPushButton* m_gaps = nullptr;
    QPushButton* m_accounts = nullptr;
};

} // namespace steward::importing
