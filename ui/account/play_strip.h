// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/play_text.h"
#include "ui/widgets/tone_label.h"

class QPushButton;

namespace steward::account {

/// Under the header, while plays run: how far the one begun last is, what is to be done next, and the way into it.
class PlayStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit PlayStrip(QWidget* parent = nullptr);
    /// more: plays that run beside it. No play hides the strip.
    void show(const std::optional<PlayText>& text, int more);

Q_SIGNALS:
    void opened();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Blocks;
    widgets::ToneLabel* m_name;
    Blocks* m_blocks;
    widgets::ToneLabel* m_progress;
    widgets::ToneLabel* m_next;
    QPushButton* m_open;
};

} // namespace steward::account
