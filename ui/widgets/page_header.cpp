// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_header.h"

#include "ui/style/tip.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>

namespace steward::widgets {

using style::px;

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_caption(new ToneLabel({}, style::Type::Body, style::Tone::Muted))
{
    setFixedHeight(px(48));
    m_row->setContentsMargins(px(16), 0, px(12), 0);
    m_row->addWidget(new ToneLabel(title, style::Type::Title));
    m_row->addSpacing(px(6));
    m_row->addWidget(m_caption, 1);
    m_caption->setElided();
    m_caption->setObjectName(QStringLiteral("caption"));
}

void PageHeader::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    m_caption->setToolTip(style::plainTip(caption));
}

void PageHeader::add(QWidget* widget) { m_row->addWidget(widget); }

} // namespace steward::widgets
