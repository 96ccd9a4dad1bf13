// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/lines_pane.h"

#include "ui/style/type.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace steward::account {

using style::px;
using style::Tone;
using style::Type;

LinesPane::LinesPane(const QString& name, const QString& spoken, QWidget* parent)
    : SidePane(name, parent)
    , m_title(new widgets::ToneLabel({}, Type::Title2))
    , m_about(new widgets::ToneLabel({}, Type::Small, Tone::Muted))
    , m_list(new LinesView(QString(name + QStringLiteral(".list")), spoken, {0, 28, 0, 0, 28, 32}))
    , m_close(widgets::closeButton(QString(name + QStringLiteral(".close")), tr("Close"), tr("Close (Space)")))
{
    m_title->setWordWrap(true);
    m_about->setWordWrap(true);
    connect(m_close, &QToolButton::clicked, this, &LinesPane::closed);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(px(16), px(12), px(12), px(4));
    head->setSpacing(px(2));
    head->addLayout(top);
    head->addWidget(m_about);
    auto* lines = new QHBoxLayout;
    lines->setContentsMargins(px(8), 0, px(4), 0);
    lines->addWidget(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(lines, 1);
    connect(m_list, &LinesView::behindRequested, this, &LinesPane::closed);
    connect(m_list, &LinesView::opened, this, &LinesPane::recordOpened);
}

void LinesPane::show(const QString& title, const QString& about, std::vector<Line> lines)
{
    m_title->setText(title);
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    m_list->show(std::move(lines));
    setAccessibleName(title);
    QWidget::show();
}

void LinesPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

Line headLine(const QString& text, const QString& end)
{
    Line head;
    head.kind = Line::Kind::Head;
    head.text = text;
    head.end = end;
    return head;
}

Line textLine(const QString& text)
{
    Line line;
    line.text = text;
    line.isWrapped = true;
    return line;
}

Line narrowLine(Line line)
{
    line.isWrapped = true;
    if (!line.detail.isEmpty())
        line.text += QStringLiteral(" \u00b7 ") + line.detail;
    line.detail.clear();
    return line;
}

} // namespace steward::account
