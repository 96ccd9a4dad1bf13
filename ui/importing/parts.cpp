// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/parts.h"

#include "ui/style/type.h"

#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QWidgetAction>

namespace steward::importing {

using style::px;
using style::Tone;
using style::Type;

Steps::Steps(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("import.steps"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStep(0);
}

QStringList Steps::names() { return {tr("1 Files"), tr("2 Columns"), tr("3 Preview"), tr("4 Reconciliation")}; }

void Steps::setStep(int step)
{
    m_step = step;
    setAccessibleName(tr("Step %1").arg(names().value(step)));
    update();
}

QSize Steps::sizeHint() const
{
    const QFontMetrics metrics(style::fontOf(Type::Strong));
    return {metrics.horizontalAdvance(names().join(QString())) + px(80), px(24)};
}

void Steps::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    const QStringList all = names();
    int x = width();
    for (qsizetype i = all.size() - 1; i >= 0; --i) {
        const bool isNow = i == m_step;
        painter.setFont(style::fontOf(isNow ? Type::Strong : Type::Small));
        painter.setPen(theme[isNow ? Tone::Text : Tone::Muted]);
        x -= painter.fontMetrics().horizontalAdvance(all[i]);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, all[i]);
        if (i == 0)
            break;
        x -= px(18);
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(QRect(x, 0, px(18), height()), Qt::AlignCenter, QStringLiteral("\u203a"));
    }
}

ShareBar::ShareBar(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("import.shares"));
    setFixedHeight(px(6));
}

void ShareBar::setCounts(const std::array<qint64, Count>& counts)
{
    m_counts = counts;
    const QString spoken[] = {tr("%1 to create"), tr("%1 to update"), tr("%1 unchanged"),
                              tr("%1 with no account found"), tr("%1 that could not be read")};
    QStringList parts;
    for (std::size_t i = 0; i < Count; ++i)
        parts << spoken[i].arg(counts[i]);
    setAccessibleName(parts.join(QStringLiteral(", ")));
    update();
}

void ShareBar::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    const QColor inks[] = {theme.band(style::Band::Green).solid, theme[Tone::Accent], theme[Tone::Track],
                           theme.band(style::Band::Yellow).solid, theme.band(style::Band::Red).solid};
    qint64 all = 0;
    for (const qint64 count : m_counts)
        all += count;
    QPainter painter(this);
    painter.fillRect(rect(), theme[Tone::Track]);
    if (all == 0)
        return;
    // What is there is seen, however few they are.
    const int least = px(2);
    double x = 0;
    for (std::size_t i = 0; i < Count; ++i) {
        if (m_counts[i] == 0)
            continue;
        const double share = std::max(double(least), double(width()) * double(m_counts[i]) / double(all));
        painter.fillRect(QRectF(x, 0, share - 1, height()), inks[i]);
        x += share;
    }
}

void askName(QWidget& below, const QString& objectName, const QString& spoken, const QString& hint,
             std::function<void(const QString& name)> take)
{
    auto* menu = new QMenu(&below);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* name = new QLineEdit;
    name->setObjectName(objectName);
    name->setAccessibleName(spoken);
    name->setPlaceholderText(hint);
    name->setMinimumWidth(style::px(240));
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(name);
    menu->addAction(action);
    QObject::connect(name, &QLineEdit::returnPressed, menu, [menu, name, take = std::move(take)] {
        take(name->text());
        menu->close();
    });
    menu->popup(below.mapToGlobal(QPoint(0, below.height())));
    name->setFocus();
}

} // namespace steward::importing
