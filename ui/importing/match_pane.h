// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/import_presenter.h"
#include "ui/importing/parts.h"
#include "ui/widgets/key_hints.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

namespace steward::importing {

/// Names of the files that lead to no account: same as the one proposed, another one, a new one, or left out.
class MatchPane final : public QWidget
{
    Q_OBJECT
public:
    explicit MatchPane(ImportPresenter& presenter, QWidget* parent = nullptr);
    void show();
    [[nodiscard]] QListView& list() { return *m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool key(int key);
    void decide(const Decision& decision);
    void choose();
    void takeChoice();

    ImportPresenter& m_presenter;
    QListView* m_list;
    QLabel* m_title;
    QPushButton* m_acceptAll;
    QLineEdit* m_choice;
    QLabel* m_choiceLabel;
};

} // namespace steward::importing
