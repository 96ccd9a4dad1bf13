// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/flow_view.h"

#include "core/words/content_words.h"
#include "ui/style/series.h"
#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/row_delegate.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace steward::journeys {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr int periods[] = {3, 6, 12, 24};

/// Which colour goes where.
class Legend final : public QWidget
{
public:
    Legend()
    {
        setFixedSize(px(330), px(20));
        setAccessibleName(FlowView::tr("Blue goes forward, brown to a stage beside, sky blue back, red leaves"));
    }
    void setBeside(const QString& text)
    {
        m_beside = text;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const style::Theme& theme = style::Theme::of(palette());
        QPainter painter(this);
        painter.setFont(style::fontOf(Type::Small));
        const std::pair<QString, QColor> parts[] = {
            {FlowView::tr("forward"), theme[Tone::Accent]},
            {m_beside, style::seriesColor(style::Series::Brown, theme)},
            {FlowView::tr("back"), style::seriesColor(style::Series::Sky, theme)},
            {FlowView::tr("left"), theme.band(style::Band::Red).solid}};
        int x = 0;
        for (const auto& [name, color] : parts) {
            QColor fill = color;
            fill.setAlphaF(0.5F);
            painter.fillRect(QRect(x, height() / 2 - px(4), px(14), px(9)), fill);
            painter.setPen(theme[Tone::Muted]);
            x += px(19);
            painter.drawText(QRect(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, name);
            x += painter.fontMetrics().horizontalAdvance(name) + px(12);
        }
    }

private:
    QString m_beside;
};

} // namespace

FlowView::FlowView(QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_table(locale)
{
    m_chart = new charts::FlowChart;
    m_chart->setObjectName(QStringLiteral("journey.map.chart"));
    m_chart->setAccessibleName(tr("Flows between stages"));
    m_list = new widgets::PlainTable(m_table, QStringLiteral("journey.map.table"), tr("Flows between stages, as rows"));
    m_list->setItemDelegate(new widgets::RowDelegate(m_list));
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_list->setFixedHeight(px(60));
    auto* column = new QVBoxLayout;
    column->setContentsMargins(px(16), px(8), px(16), px(8));
    column->setSpacing(px(8));
    column->addWidget(makeHead());
    column->addWidget(m_chart, 1);
    column->addWidget(m_list);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(column, 1);
    whole->addWidget(new widgets::KeyHints({{QStringLiteral("\u2190+\u2192"), tr("stage or flow")},
                                            {QStringLiteral("Enter"), tr("who went")},
                                            {QStringLiteral("Space"), tr("why")},
                                            {QStringLiteral("="), tr("fewer months")},
                                            {QStringLiteral("\u2212"), tr("more months")},
                                            {QStringLiteral("S"), tr("segment")},
                                            {QStringLiteral("L"), tr("board")},
                                            {QStringLiteral("O"), tr("over time")}}));
    setFocusProxy(m_chart);
    connect(m_chart, &charts::MarkChart::markChosen, this, &FlowView::chosen);
    connect(m_chart, &charts::MarkChart::markOpened, this, &FlowView::listRequested);
}

QWidget* FlowView::makeHead()
{
    auto* head = new QWidget;
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    rows->addLayout(row);
    m_sum = new widgets::ToneLabel({}, Type::Strong);
    m_sum->setElided();
    m_months = new QComboBox;
    m_months->setObjectName(QStringLiteral("journey.map.months"));
    m_months->setAccessibleName(tr("Over how many months"));
    m_months->setToolTip(tr("Over how many months (+ and \u2212)"));
    for (const int months : periods)
        m_months->addItem(tr("%1 months").arg(m_locale.toString(months)), months);
    m_segments = new QComboBox;
    m_segments->setObjectName(QStringLiteral("journey.map.segment"));
    m_segments->setAccessibleName(tr("Of which segment"));
    m_segments->setToolTip(tr("Of which segment (S)"));
    const auto ask = [this] { Q_EMIT wanted({m_months->currentData().toInt(), m_segments->currentData().toString()}); };
    connect(m_months, &QComboBox::activated, this, ask);
    connect(m_segments, &QComboBox::activated, this, ask);
    row->addWidget(m_sum, 1);
    row->addWidget(m_segments);
    row->addWidget(m_months);
    auto* key = new QHBoxLayout;
    key->setSpacing(px(12));
    rows->addLayout(key);
    key->addWidget(new widgets::ToneLabel(tr("width: number of accounts"), Type::Small, Tone::Muted));
    auto* legend = new Legend;
    m_setBeside = [legend](const QString& text) { legend->setBeside(text); };
    key->addWidget(legend);
    key->addStretch();
    return head;
}

void FlowView::showSegments()
{
    const words::ContentWords words(m_shown->numbers->content, m_locale);
    m_segments->clear();
    m_segments->addItem(tr("all segments"), QString());
    QStringList segments = m_shown->segments;
    if (const QString& asked = m_shown->asked.segment; !asked.isEmpty() && !segments.contains(asked))
        segments << asked;
    for (const QString& each : segments)
        m_segments->addItem(words.word(u"segment", each), each);
    m_segments->setCurrentIndex(m_segments->findData(m_shown->asked.segment));
}

void FlowView::show(const ShownFlow& shown)
{
    m_shown = shown;
    m_table.show(shown);
    m_sum->setText(shown ? sumText(*shown, m_locale) : QString());
    m_setBeside(shown ? besideText(*shown, m_locale) : QString());
    m_chart->show(shown ? pictureOf(*shown, m_locale) : charts::FlowPicture());
    if (shown) {
        m_months->setCurrentIndex(m_months->findData(shown->asked.months));
        showSegments();
    }
    const int rows = m_table.rowCount() * m_list->verticalHeader()->defaultSectionSize();
    m_list->setFixedHeight(std::min(rows, px(250)) + m_list->horizontalHeader()->sizeHint().height() + px(2));
}

std::optional<BehindText> FlowView::behind() const
{
    const auto mark = m_chart->chosenMark();
    if (!mark || !m_shown)
        return std::nullopt;
    return mark->isNode ? behindStage(*m_shown, stagesOf(*m_shown)[mark->index], m_locale)
                        : behindFlow(*m_shown, mark->index, m_locale);
}

void FlowView::stepMonths(int direction)
{
    const int next = m_months->currentIndex() + direction;
    if (next >= 0 && next < m_months->count())
        Q_EMIT wanted({m_months->itemData(next).toInt(), m_segments->currentData().toString()});
}

void FlowView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        stepMonths(-1);
        return;
    case Qt::Key_Minus:
        stepMonths(1);
        return;
    case Qt::Key_S:
        m_segments->setFocus();
        return;
    case Qt::Key_Space:
        Q_EMIT behindRequested();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace steward::journeys
