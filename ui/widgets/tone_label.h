// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QLabel>
#include <variant>

namespace steward::widgets {

/// Plain text in an ink of the theme that follows it from light to dark.
class ToneLabel : public QLabel
{
    Q_OBJECT
public:
    using Ink = std::variant<style::Tone, style::Band>; ///< a band stands for its text colour
    explicit ToneLabel(const QString& text, style::Type type = style::Type::Body, Ink ink = style::Tone::Text,
                       QWidget* parent = nullptr);
    void setInk(Ink ink);
    /// Where there is no room the text ends in dots, the whole of it in the tooltip.
    void setElided();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void applyInk();
    Ink m_ink;
    bool m_isElided = false;
};

/// A thin line between sections.
class Rule final : public QWidget
{
    Q_OBJECT
public:
    explicit Rule(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace steward::widgets
