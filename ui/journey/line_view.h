// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/journey/line_text.h"
#include "ui/widgets/tone_label.h"

class QGridLayout;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace steward::journeys {

/// One account along its line of time, with what matters below; the same as a list.
class LineView final : public QWidget
{
    Q_OBJECT
public:
    LineView(OpenBook& book, QLocale locale, QWidget* parent = nullptr);
    /// Worked out away from the window.
    void show(AccountId account);
    /// Null until it is there.
    [[nodiscard]] const ShownLine& shown() const { return m_shown; }
    [[nodiscard]] AccountId account() const { return m_account; }
    [[nodiscard]] charts::LaneChart& chart() { return *m_chart; }
    [[nodiscard]] account::LinesView& list() { return *m_list; }
    [[nodiscard]] bool isTableShown() const;
    void setTableShown(bool isShown);
    /// The records of the chosen mark; none: nothing is chosen.
    [[nodiscard]] std::optional<BehindText> behind() const;

Q_SIGNALS:
    void shownChanged();
    void chosen();
    void behindRequested();
    void recordOpened(const steward::RecordRef& record);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeFacts();
    void take(ShownLine shown);
    void showFacts();
    void open();
    [[nodiscard]] std::vector<RecordRef> chosenRecords() const;

    OpenBook& m_book;
    QLocale m_locale;
    AccountId m_account;
    ShownLine m_shown;
    std::vector<RecordRef> m_records;
    qint64 m_serial = 0;
    widgets::ToneLabel* m_name = nullptr;
    widgets::ToneLabel* m_score = nullptr;
    QPushButton* m_table = nullptr;
    QStackedWidget* m_stack = nullptr;
    charts::LaneChart* m_chart = nullptr;
    QScrollArea* m_scroll = nullptr;
    account::LinesView* m_list = nullptr;
    struct FactLabels
    {
        widgets::ToneLabel* name;
        widgets::ToneLabel* value;
        widgets::ToneLabel* about;
    };
    std::vector<FactLabels> m_facts;
};

} // namespace steward::journeys
