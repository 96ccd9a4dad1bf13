// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_presenter.h"
#include "ui/account/people_map.h"
#include "ui/account/rows.h"
#include "ui/widgets/tone_label.h"

#include <QWidget>

class QAction;
class QPushButton;
class QStackedWidget;

namespace steward::account {

/// The people map, the same as a table, and when each was seen.
class PeopleTab final : public QWidget
{
    Q_OBJECT
public:
    explicit PeopleTab(AccountPresenter& presenter, QWidget* parent = nullptr);
    /// As a button above the map.
    void offer(QAction& newPerson);
    void refresh();
    [[nodiscard]] PeopleMap& map() { return *m_map; }
    void setTableShown(bool isShown);

Q_SIGNALS:
    void opened(const steward::RecordRef& record);

private:
    struct Fact
    {
        widgets::ToneLabel* value;
        widgets::ToneLabel* note;
    };
    [[nodiscard]] Fact addFact(class QBoxLayout* column, const QString& head);
    void showFacts();
    [[nodiscard]] std::vector<MapPerson> mapPeople() const;

    AccountPresenter& m_presenter;
    PeopleMap* m_map;
    LinesView* m_list;
    QStackedWidget* m_stack;
    class QHBoxLayout* m_head = nullptr;
    QPushButton* m_table;
    SeenBars* m_seen;
    Fact m_contact{};
    Fact m_sponsor{};
    Fact m_executive{};
    widgets::ToneLabel* m_thread = nullptr;
};

} // namespace steward::account
