// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/play_text.h"
#include "ui/account/rows.h"
#include "ui/today/today_model.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

namespace steward::today {

/// Beside the list: why a row stands where it stands, its reasons with what they rest on, the play, the last
/// conversations. Enter on a line opens what is behind it.
class WhyPane final : public widgets::SidePane
{
    Q_OBJECT
public:
    explicit WhyPane(QLocale locale, QWidget* parent = nullptr);
    /// row: nullptr says how to see something.
    void show(const work::TodayRow* row, const ShownDay& shown);
    [[nodiscard]] account::LinesView& list() { return *m_list; }

Q_SIGNALS:
    /// The records behind a reason.
    void reasonOpened(const steward::work::Signal& signal);
    void recordOpened(const steward::RecordRef& record);
    void playAsked();
    void accountAsked(steward::AccountId account);
    void closed();

protected:
    [[nodiscard]] bool keepsLetters() const override { return false; }
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Behind
    {
        std::optional<work::Signal> signal;
        bool isPlay = false;
        AccountId account;
        RecordRef record;
    };
    account::Line& add(const QString& text, Behind behind);
    void head(const QString& text, const QString& end = {});
    void addFactors(const work::TodayRow& row, const ShownDay& shown);
    void addReasons(const work::TodayRow& row, const ShownDay& shown);
    void addPlay(const work::TodayRow& row, const ShownDay& shown);
    void addRunning(const account::PlayText& text, bool isOfRow);
    void addBrief(const work::TodayRow& row, const ShownDay& shown);
    void addConversations(const work::TodayRow& row, const ShownDay& shown);
    void open(int row);

    QLocale m_locale;
    widgets::ToneLabel* m_title;
    widgets::ToneLabel* m_about;
    account::LinesView* m_list;
    std::vector<account::Line> m_lines; ///< while they are made
    std::vector<Behind> m_behind;       ///< by line
};

} // namespace steward::today
