// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/badge.h"
#include "ui/widgets/tone_label.h"

#include <QLocale>
#include <QWidget>

namespace steward::account {

struct AccountFigures;

/// What stands over every tab, in words.
struct HeaderText
{
    struct Fact
    {
        QString head;
        QString value;
        QString note;
        widgets::ToneLabel::Ink ink = style::Tone::Text;
    };
    QString name;
    QString about;
    widgets::Badge badge;
    QString trend;
    widgets::ToneLabel::Ink trendInk = style::Tone::Muted;
    QString spokenScore;
    std::vector<Fact> facts; ///< ARR, renewal, stage, CSM, next step
};
[[nodiscard]] HeaderText headerText(const AccountFigures& figures, const QLocale& locale);

/// Name, score and key facts; facts that have no room go from the right, the next step last.
class Header final : public QWidget
{
    Q_OBJECT
public:
    explicit Header(QWidget* parent = nullptr);
    void show(const HeaderText& text);
    [[nodiscard]] const HeaderText& text() const { return m_text; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Pill;
    struct Cell
    {
        QWidget* box;
        widgets::ToneLabel* head;
        widgets::ToneLabel* value;
        widgets::ToneLabel* note;
    };
    void fit();
    HeaderText m_text;
    int m_leastNext = 0; ///< width of the next step where there is no room to spare
    widgets::ToneLabel* m_name;
    widgets::ToneLabel* m_about;
    Pill* m_pill;
    widgets::ToneLabel* m_trend;
    std::vector<Cell> m_cells;
};

} // namespace steward::account
