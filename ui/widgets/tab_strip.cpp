// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_strip.h"

#include "ui/style/line_text.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace steward::widgets {

using style::px;
using style::Tone;
using style::Type;

namespace {

int widestGap() { return px(20); }

} // namespace

TabStrip::TabStrip(QWidget* parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::TabFocus);
}

TabStrip::Mark TabStrip::mark(int tab) const
{
    const QStringList parts = tabData(tab).toStringList();
    return parts.size() == 2 ? Mark{parts[0], !parts[1].isEmpty()} : Mark{};
}

void TabStrip::keep(int tab, const Mark& mark)
{
    setTabData(tab, QStringList{mark.count, mark.isChanged ? QStringLiteral("*") : QString()});
}

void TabStrip::setCount(int tab, const QString& count)
{
    Mark now = mark(tab);
    if (now.count == count)
        return;
    now.count = count;
    keep(tab, now);
    measureAgain(tab);
    setAccessibleTabName(tab, count.isEmpty() ? tabText(tab) : QString(tabText(tab) + u", " + count));
}

void TabStrip::setShown(int tab, bool isShown)
{
    if (isTabVisible(tab) == isShown)
        return;
    setTabVisible(tab, isShown);
    measureAgain(tab);
}

/// The tab bar does that only when a text changes.
void TabStrip::measureAgain(int tab)
{
    const QString text = tabText(tab);
    setTabText(tab, QString());
    setTabText(tab, text);
}

void TabStrip::setChanged(int tab, bool isChanged)
{
    Mark now = mark(tab);
    if (now.isChanged == isChanged)
        return;
    now.isChanged = isChanged;
    keep(tab, now);
    // The dot stands in the gap: nothing moves for it.
    update(tabRect(tab));
}

int TabStrip::textWidth(int index) const
{
    const Mark now = mark(index);
    qreal width = style::lineWidth(style::fontOf(Type::Strong), tabText(index));
    if (!now.count.isEmpty())
        width += style::lineWidth(style::fontOf(Type::Small), now.count) + px(6);
    return static_cast<int>(std::ceil(width));
}

int TabStrip::textWidths() const
{
    int all = 0;
    for (int i = 0; i < count(); ++i)
        if (isTabVisible(i))
            all += textWidth(i);
    return all;
}

int TabStrip::shownTabs() const
{
    int shown = 0;
    for (int i = 0; i < count(); ++i)
        shown += isTabVisible(i);
    return shown;
}

/// Where the tabs do not fit they stand closer, so that the last one is not cut.
int TabStrip::gap() const
{
    const int shown = shownTabs();
    return shown == 0 ? widestGap() : std::clamp((width() - textWidths()) / shown, px(8), widestGap());
}

/// With all its room: what stands closer now would ask for no more ever after.
QSize TabStrip::sizeHint() const { return {textWidths() + shownTabs() * widestGap(), px(34)}; }

QSize TabStrip::tabSizeHint(int index) const { return {textWidth(index) + gap(), px(34)}; }

void TabStrip::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    const int gap = this->gap();
    for (int i = 0; i < count(); ++i) {
        if (!isTabVisible(i))
            continue;
        const QRect rect = tabRect(i);
        const Mark now = mark(i);
        const bool isActive = i == currentIndex();
        painter.setFont(style::fontOf(isActive ? Type::Strong : Type::Body));
        painter.setPen(theme[isActive ? Tone::Text : Tone::Muted]);
        int x = rect.left() + gap / 2;
        const int width = static_cast<int>(std::ceil(style::lineWidth(painter.font(), tabText(i))));
        style::drawLine(painter, QRect(x, rect.top(), width, rect.height()), Qt::AlignLeft, tabText(i));
        x += width + px(6);
        painter.setFont(style::fontOf(Type::Small));
        painter.setPen(theme[Tone::Muted]);
        style::drawLine(painter, QRect(x, rect.top(), std::max(0, rect.right() - x), rect.height()), Qt::AlignLeft,
                        now.count);
        painter.setRenderHint(QPainter::Antialiasing);
        if (now.isChanged) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme[Tone::Accent]);
            painter.drawEllipse(QPointF(rect.right() + 1 - std::min(gap / 2, px(7)), rect.center().y() + 1), px(2.5),
                                px(2.5));
        }
        if (isActive)
            painter.fillRect(QRect(rect.left() + px(6), rect.bottom() - 1, rect.width() - px(12), 2),
                             theme[Tone::Accent]);
        if (isActive && hasFocus())
            style::paintFocus(painter, rect.adjusted(2, 3, -2, -4), theme);
    }
}

} // namespace steward::widgets
