// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/today/since_text.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

class QComboBox;
class QLineEdit;

namespace steward::today {

/// Beside the list: what changed since yesterday, last Monday, the day one last worked, or any day that is typed. Enter
/// on a line opens what it is about. Worked out away from the window.
class SincePane final : public widgets::SidePane
{
    Q_OBJECT
public:
    SincePane(OpenBook& book, QLocale locale, QWidget* parent = nullptr);
    /// csm: whose accounts; none: all.
    void open(PersonId csm);
    [[nodiscard]] account::LinesView& list() { return *m_list; }
    [[nodiscard]] QDate from() const { return m_from; }
    [[nodiscard]] bool isReady() const { return m_isReady; }

Q_SIGNALS:
    void recordOpened(steward::AccountId account, const steward::RecordRef& record);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void offerDays();
    void workOut(QDate from);
    void take(const std::vector<SinceEntry>& entries);
    void takeTyped();
    [[nodiscard]] std::vector<query::Author> authors() const;

    OpenBook& m_book;
    QLocale m_locale;
    PersonId m_csm;
    QDate m_from;
    bool m_isReady = false;
    qint64 m_serial = 0; ///< answers that are not the last one are dropped
    std::vector<SinceEntry> m_entries;
    QComboBox* m_days;
    QLineEdit* m_day;
    widgets::ToneLabel* m_note;
    account::LinesView* m_list;
};

} // namespace steward::today
