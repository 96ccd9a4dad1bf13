// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

namespace steward::account {

/// What is behind the current row of a list, as lines below a title. Enter opens the record of a line, Space and Esc
/// close it.
class LinesPane final : public widgets::SidePane
{
    Q_OBJECT
public:
    /// spoken: what the lines are.
    LinesPane(const QString& name, const QString& spoken, QWidget* parent = nullptr);
    void show(const QString& title, const QString& about, std::vector<Line> lines);
    [[nodiscard]] LinesView& list() { return *m_list; }
    /// It stays: no cross; closed() only asks to go back.
    void setFixed() { m_close->hide(); }

Q_SIGNALS:
    void recordOpened(const steward::RecordRef& record);
    void closed();

protected:
    [[nodiscard]] bool keepsLetters() const override { return false; }
    void keyPressEvent(QKeyEvent* event) override;

private:
    widgets::ToneLabel* m_title;
    widgets::ToneLabel* m_about;
    LinesView* m_list;
    QToolButton* m_close;
};

/// The head of a group of lines.
[[nodiscard]] Line headLine(const QString& text, const QString& end = {});
/// A sentence over as many lines as it takes.
[[nodiscard]] Line textLine(const QString& text);
/// A line made for a wide list, in a narrow one: what stands in columns there is one text.
[[nodiscard]] Line narrowLine(Line line);

} // namespace steward::account
