// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/shell/actions.h"
#include "ui/shell/finder.h"

#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QWidget>

namespace steward::shell {

/// Over the dimmed window: type, choose, Enter. Finds accounts, actions, people and text of the book.
class CommandPalette final : public QWidget
{
    Q_OBJECT
public:
    CommandPalette(OpenBook& book, const Actions& actions, QWidget* window);
    void open();
    void leave();
    /// Makes the names of the book ready to be looked through, beside the window; open() does it, too.
    void prepare();
    [[nodiscard]] QLineEdit& field() { return *m_field; }
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }

Q_SIGNALS:
    void accountChosen(steward::AccountId account);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void search();
    void take(std::shared_ptr<const Finder> finder);
    void addActions(const QString& typed);
    void addTexts(const std::vector<book::SearchHit>& hits);
    void showFindings();
    void run(const QModelIndex& index);
    void move(int rows);
    void place();

    OpenBook& m_book;
    const Actions& m_actions;
    QWidget* m_box;
    QLineEdit* m_field;
    QListView* m_list;
    QStandardItemModel m_model;
    std::vector<Finding> m_findings;
    std::shared_ptr<const Finder> m_finder; ///< null: not ready
    bool m_isPreparing = false;
    qint64 m_serial = 0;         ///< names of a book that is closed are dropped
    bool m_isRunWanted = false;  ///< Enter came before the names were ready
    QWidget* m_before = nullptr; ///< had the focus
};

} // namespace steward::shell
