// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/steward_style.h"

#include "ui/style/icons.h"
#include "ui/style/indicators.h"
#include "ui/style/type.h"

#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>

namespace steward::style {

namespace {

void box(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border, int radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void ring(QPainter& painter, const QRect& rect, const QColor& ink, int radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 2));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

QColor pressed(const QColor& color, bool isDark) { return isDark ? color.lighter(112) : color.darker(106); }

bool isPrimary(const QWidget* widget)
{
    const auto* button = qobject_cast<const QPushButton*>(widget);
    return button && button->isDefault() && button->isEnabled() && !button->isFlat();
}

void paintButton(const QStyleOption& option, QPainter& painter, const Theme& theme, bool primary, bool flat)
{
    const bool isDown = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHover = (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    QColor fill = primary ? theme[Tone::Accent] : flat ? QColor() : theme[Tone::Raised];
    if (isHover && !primary)
        fill = theme[Tone::Hover];
    if (isDown)
        fill = pressed(fill.isValid() ? fill : theme[Tone::Window], theme.isDark());
    const QColor border = primary || flat ? QColor() : theme[Tone::SepStrong];
    if (fill.isValid() || border.isValid())
        box(painter, option.rect, fill, border, 4);
    if (!(option.state & QStyle::State_HasFocus))
        return;
    // The ring of the others has the colour this one is filled with.
    if (primary)
        ring(painter, option.rect.adjusted(2, 2, -2, -2), theme[Tone::OnAccent], 3);
    else
        paintFocus(painter, option.rect, theme, 4);
}

/// Icon, a space, text; an icon alone stands in the middle.
void paintToolLabel(const QStyleOptionToolButton& option, QPainter& painter, const Theme& theme)
{
    const bool hasText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const int side = px(16);
    QRect place(0, 0, side, side);
    place.moveCenter(option.rect.center());
    if (hasText)
        place.moveLeft(option.rect.left() + px(8));
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const QIcon::Mode mode = isEnabled ? QIcon::Normal : QIcon::Disabled;
    if (!option.icon.isNull())
        option.icon.paint(&painter, place, Qt::AlignCenter, mode);
    if (!hasText)
        return;
    painter.setPen(theme[isEnabled ? Tone::Text : Tone::Faint]);
    const int left = option.icon.isNull() ? option.rect.left() + px(8) : place.right() + px(7);
    painter.drawText(QRect(left, option.rect.top(), option.rect.right() - left, option.rect.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
}

void paintHeaderSection(const QStyleOption& option, QPainter& painter, const Theme& theme)
{
    painter.fillRect(option.rect, theme[Tone::Base]);
    painter.setPen(QPen(theme[Tone::Sep], 0));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

/// Here and not in the style below, which would ask itself where text and arrow go.
void paintHeader(const QStyle& style, const QStyleOptionHeader& option, QPainter& painter, const QWidget* widget)
{
    style.drawControl(QStyle::CE_HeaderSection, &option, &painter, widget);
    QStyleOptionHeader part = option;
    part.rect = style.subElementRect(QStyle::SE_HeaderLabel, &option, widget);
    style.drawControl(QStyle::CE_HeaderLabel, &part, &painter, widget);
    if (option.sortIndicator == QStyleOptionHeader::None)
        return;
    part.rect = style.subElementRect(QStyle::SE_HeaderArrow, &option, widget);
    style.drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &part, &painter, widget);
}

} // namespace

StewardStyle::StewardStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void StewardStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* button = qobject_cast<QPushButton*>(widget))
        button->setAutoDefault(true);
}

QPalette StewardStyle::standardPalette() const { return Theme::light().palette(); }

int StewardStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return px(16);
    case PM_ToolBarIconSize:
        return px(18);
    case PM_ScrollBarExtent:
        return px(10);
    case PM_SplitterWidth:
        return 7;
    case PM_HeaderMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return px(8);
    case PM_FocusFrameHMargin:
        return 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return px(4);
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int StewardStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_UnderlineShortcut:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void StewardStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    const Theme& theme = Theme::of(option->palette);
    switch (element) {
    case PE_FrameFocusRect:
        paintFocus(*painter, option->rect, theme);
        return;
    case PE_PanelButtonCommand: {
        const auto* button = qobject_cast<const QPushButton*>(widget);
        paintButton(*option, *painter, theme, isPrimary(widget), button && button->isFlat());
        return;
    }
    case PE_PanelButtonTool:
        paintButton(*option, *painter, theme, false, true);
        return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth == 0) {
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
            return;
        }
        const bool hasFocus = option->state & State_HasFocus;
        const bool isFixed = option->state & State_ReadOnly;
        box(*painter, option->rect, isFixed ? theme[Tone::Window] : option->palette.color(QPalette::Base),
            theme[isFixed ? Tone::Sep : Tone::Ctl], 4);
        if (hasFocus)
            paintFocus(*painter, option->rect, theme, 4);
        return;
    }
    case PE_FrameLineEdit: // of a line edit it is part of the panel
        if (qobject_cast<const QComboBox*>(widget))
            box(*painter, option->rect, option->palette.color(QPalette::Base), theme[Tone::Ctl], 4);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(*painter, option->rect, option->state, theme);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(*painter, option->rect, option->state, theme);
        return;
    case PE_Frame:
        paintFrame(*painter, option->rect, option->state, theme);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, theme[Tone::Raised]);
        painter->setPen(QPen(theme[Tone::SepStrong], 1));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, theme[Tone::Tooltip]);
        return;
    case PE_IndicatorHeaderArrow: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const bool isUp = header && header->sortIndicator == QStyleOptionHeader::SortUp;
        const QPointF c = QRectF(option->rect).center();
        const double u = px(3.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme[Tone::Text], 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const double tip = isUp ? u / 2 : -u / 2;
        painter->drawPolyline(QPolygonF{c + QPointF(-u, -tip), c + QPointF(0, tip), c + QPointF(u, -tip)});
        painter->restore();
        return;
    }
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_FrameStatusBarItem:
    case PE_IndicatorToolBarSeparator:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void StewardStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    const Theme& theme = Theme::of(option->palette);
    switch (element) {
    case CE_Header:
        paintHeader(*this, *qstyleoption_cast<const QStyleOptionHeader*>(option), *painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paintHeaderSection(*option, *painter, theme);
        return;
    case CE_HeaderLabel: {
        auto header = *qstyleoption_cast<const QStyleOptionHeader*>(option);
        const bool isSorted = header.sortIndicator != QStyleOptionHeader::None;
        painter->save();
        painter->setFont(fontOf(Type::Small));
        painter->setPen(theme[isSorted ? Tone::Text : Tone::Muted]);
        const auto alignment = header.textAlignment & Qt::AlignHorizontal_Mask;
        painter->drawText(header.rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(header.text, Qt::ElideRight, header.rect.width()));
        painter->restore();
        return;
    }
    case CE_Splitter: {
        painter->setPen(QPen(theme[Tone::Sep], 0));
        const QPoint middle = option->rect.center();
        if (option->state & State_Horizontal)
            painter->drawLine(middle.x(), option->rect.top(), middle.x(), option->rect.bottom());
        else
            painter->drawLine(option->rect.left(), middle.y(), option->rect.right(), middle.y());
        return;
    }
    case CE_PushButtonLabel: {
        auto button = *qstyleoption_cast<const QStyleOptionButton*>(option);
        const auto* asked = qobject_cast<const QPushButton*>(widget);
        if (isPrimary(widget))
            button.palette.setColor(QPalette::ButtonText, theme[Tone::OnAccent]);
        else if (asked && asked->isFlat() && asked->isEnabled())
            button.palette.setColor(QPalette::ButtonText, theme[Tone::Link]);
        QProxyStyle::drawControl(element, &button, painter, widget);
        // A flat one has no panel that would show it.
        if (asked && asked->isFlat() && (option->state & State_HasFocus))
            paintFocus(*painter, asked->rect(), theme, 4);
        return;
    }
    case CE_ToolButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            paintToolLabel(*button, *painter, theme);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, theme[Tone::Window]);
        return;
    case CE_MenuBarItem: {
        auto item = *qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        painter->fillRect(item.rect, theme[Tone::Window]);
        if (item.state & (State_Selected | State_Sunken))
            box(*painter, item.rect.adjusted(1, 2, -1, -2), theme[Tone::Sel], QColor(), 4);
        const int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
        drawItemText(painter, item.rect, flags, item.palette, item.state & State_Enabled, item.text,
                     QPalette::WindowText);
        return;
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void StewardStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const
{
    if (control != CC_ScrollBar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const Theme& theme = Theme::of(option->palette);
    painter->fillRect(option->rect, theme[Tone::Base]);
    const bool isHover = option->state & State_MouseOver;
    const QRect slider = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar && bar->maximum > bar->minimum)
        box(*painter, slider.adjusted(2, 2, -2, -2), theme[isHover ? Tone::Ctl : Tone::SepStrong], QColor(), 3);
}

QSize StewardStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ToolButton)
        result.setHeight(std::max(result.height(), px(28)));
    if (type == CT_PushButton)
        result.setWidth(size.width() + px(24));
    if (type == CT_ToolButton) {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        const bool hasText = button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
        const int words = hasText ? button->fontMetrics.horizontalAdvance(button->text) + px(24) : 0;
        result.setWidth(hasText ? px(16) + words : px(28));
    }
    if (type == CT_ComboBox)
        result.rwidth() += px(8); // the arrow's room is wider than Fusion's
    if (type == CT_MenuItem && result.height() > px(12))
        result.setHeight(std::max(result.height(), px(26)));
    return result;
}

/// The one below looks through the icon themes of the desktop and loads every picture format there is: for one cross,
/// and for the arrow at the end of a menu bar, which every window asks for.
QIcon StewardStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    if (which == SP_LineEditClearButton)
        return icon(QStringLiteral("x"));
    if (which == SP_ToolBarHorizontalExtensionButton)
        return icon(QStringLiteral("chevron-down"));
    return QProxyStyle::standardIcon(which, option, widget);
}

/// In the head of a column the arrow has a place of its own at the far side of the text.
QRect StewardStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (!header || (element != SE_HeaderArrow && element != SE_HeaderLabel))
        return QProxyStyle::subElementRect(element, option, widget);
    const int arrow = px(14);
    const QRect inside = option->rect.adjusted(px(8), 0, -px(8), 0);
    const bool isRight = header->textAlignment & Qt::AlignRight;
    const bool isSorted = header->sortIndicator != QStyleOptionHeader::None;
    if (element == SE_HeaderLabel)
        return isSorted ? inside.adjusted(isRight ? arrow : 0, 0, isRight ? 0 : -arrow, 0) : inside;
    const int words = std::min(header->fontMetrics.horizontalAdvance(header->text), inside.width() - arrow);
    const int left = isRight ? inside.right() - words - arrow : inside.left() + words;
    return QRect(std::max(left, option->rect.left()), inside.top(), arrow, inside.height());
}

void applyAppearance(Appearance appearance)
{
    bool isDark = appearance == Appearance::Dark;
    if (appearance == Appearance::System) {
        // Without a palette of ours the application has the one of the desktop.
        QApplication::setPalette(QPalette());
        isDark = Theme::of(QGuiApplication::palette()).isDark();
    }
    QApplication::setPalette((isDark ? Theme::dark() : Theme::light()).palette());
}

void paintFocus(QPainter& painter, const QRect& rect, const Theme& theme, int radius)
{
    ring(painter, rect, theme[Tone::Focus], radius);
}

} // namespace steward::style
