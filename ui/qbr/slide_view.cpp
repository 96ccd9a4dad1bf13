// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/slide_view.h"

#include "core/print/pdf.h"
#include "ui/style/steward_style.h"
#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QKeyEvent>
#include <QPainter>

namespace steward::reviews {

using style::px;
using style::Tone;

QString textOf(const deck::Slide& slide)
{
    QStringList texts;
    for (const deck::Element& each : slide.elements) {
        if (const auto* text = std::get_if<deck::Text>(&each))
            texts.append(text->text());
        else if (const auto* chart = std::get_if<deck::Chart>(&each))
            texts.append(chart->alt);
        else if (const auto* table = std::get_if<deck::Table>(&each))
            texts.append(table->alt);
    }
    return texts.join(u'\n');
}

SlideView::SlideView(QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(std::move(locale))
{
    setObjectName(QStringLiteral("reviews.slide"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumSize(px(320), px(180));
}

int SlideView::heightForWidth(int width) const { return width * 9 / 16; }
QSize SlideView::sizeHint() const { return {px(640), px(360)}; }

void SlideView::show(std::vector<deck::Slide> pages, int number)
{
    const bool isOther = m_pages.empty() || pages.empty() || pages.front().id != m_pages.front().id;
    m_pages = std::move(pages);
    m_number = number;
    m_page = isOther ? 0 : std::clamp(m_page, 0, std::max(0, pageCount() - 1));
    say();
    update();
}

void SlideView::say()
{
    if (m_pages.empty()) {
        setAccessibleName(tr("No slide"));
        setAccessibleDescription({});
        return;
    }
    const deck::Slide& slide = m_pages[std::size_t(m_page)];
    setAccessibleName(tr("Slide: %1").arg(slide.title()));
    setAccessibleDescription(textOf(slide));
}

void SlideView::turn(int direction)
{
    const int to = std::clamp(m_page + direction, 0, std::max(0, pageCount() - 1));
    if (to == m_page)
        return;
    m_page = to;
    say();
    update();
    Q_EMIT pageTurned();
}

void SlideView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_PageDown)
        turn(1);
    else if (event->key() == Qt::Key_PageUp)
        turn(-1);
    else
        QWidget::keyPressEvent(event);
}

void SlideView::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    const double scale = std::min((width() - 2) / deck::slideWidth, (height() - 2) / deck::slideHeight);
    const QRectF sheet(1, 1, deck::slideWidth * scale, deck::slideHeight * scale);
    painter.fillRect(sheet, Qt::white);
    if (!m_pages.empty()) {
        painter.save();
        painter.setClipRect(sheet);
        painter.translate(sheet.topLeft());
        painter.scale(scale, scale);
        if (m_number == 0)
            painter.setOpacity(0.45);
        print::paint(painter, m_pages[std::size_t(m_page)], std::max(1, m_number + m_page), m_locale);
        painter.restore();
    }
    painter.setPen(QPen(theme[Tone::SepStrong], 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(sheet);
    if (hasFocus())
        style::paintFocus(painter, sheet.toAlignedRect(), theme);
}

} // namespace steward::reviews
