// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/play_strip.h"

#include "ui/style/icons.h"
#include "ui/style/type.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace steward::account {

using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

/// A block a step: done, the one to do now, open.
class PlayStrip::Blocks final : public QWidget
{
public:
    void show(std::vector<PlayStepText> all)
    {
        m_steps = std::move(all);
        setFixedSize(static_cast<int>(m_steps.size()) * px(14), px(10));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const style::Theme& theme = style::Theme::of(palette());
        QPainter painter(this);
        int left = 0;
        for (const PlayStepText& step : m_steps) {
            const Tone tone = step.isDone ? Tone::Quantity : step.isNext ? Tone::Accent : Tone::Track;
            painter.fillRect(QRect(left, px(1), px(12), px(8)), theme[tone]);
            left += px(14);
        }
    }

private:
    std::vector<PlayStepText> m_steps;
};

PlayStrip::PlayStrip(QWidget* parent)
    : QWidget(parent)
    , m_name(new ToneLabel({}, Type::Strong))
    , m_blocks(new Blocks)
    , m_progress(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_next(new ToneLabel({}))
    , m_open(widgets::linkButton(tr("Open the play"), QStringLiteral("account.play.open")))
{
    setObjectName(QStringLiteral("account.play.strip"));
    setFixedHeight(px(32));
    m_open->setToolTip(tr("What to do next, why, and what good looks like (P)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), 0, px(12), 0);
    row->setSpacing(px(10));
    for (QWidget* part :
         {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_blocks), static_cast<QWidget*>(m_progress)})
        row->addWidget(part);
    row->addWidget(m_next, 1);
    row->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &PlayStrip::opened);
    hide();
}

void PlayStrip::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme[Tone::Alt]);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme[Tone::Sep]);
}

void PlayStrip::show(const std::optional<PlayText>& text, int more)
{
    setVisible(text.has_value());
    if (!text)
        return;
    m_name->setText(text->name);
    const bool hasTasks = !text->steps.empty() && text->steps.front().task != 0;
    m_blocks->show(hasTasks ? text->steps : std::vector<PlayStepText>());
    m_blocks->setVisible(hasTasks);
    m_progress->setText(more > 0 ? tr("%1; %2 more under way").arg(text->about, locale().toString(more)) : text->about);
    const PlayStepText* next = text->next();
    m_next->setText(next ? tr("Next: %1 \u00b7 %2").arg(nextText(*next), next->who)
                         : tr("Every step is done: say how it ended."));
    m_next->setInk(next && next->isLate ? ToneLabel::Ink(style::Band::Red) : ToneLabel::Ink(Tone::Text));
    m_next->setElided();
    setAccessibleName(QString(text->name + u", " + m_progress->text() + u", " + m_next->text()));
}

} // namespace steward::account
