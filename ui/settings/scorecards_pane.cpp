// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/scorecards_pane.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>

namespace steward::settings {

using style::px;
using style::Tone;
using style::Type;
using widgets::plainButton;
using widgets::PlainTable;
using widgets::ToneLabel;

namespace {

QSplitter* makeSplit()
{
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("settings.scorecards.split"));
    split->setChildrenCollapsible(false);
    return split;
}

/// A number with the one that holds until it is saved struck through before it; a weight also as the length of a bar.
class NumberDelegate final : public widgets::RowDelegate
{
public:
    NumberDelegate(bool hasBar, QObject* parent)
        : RowDelegate(parent)
        , m_hasBar(hasBar)
    {
    }
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        auto* edit = new QLineEdit(parent);
        edit->setObjectName(QStringLiteral("settings.number"));
        edit->setAlignment(Qt::AlignRight);
        edit->setAccessibleName(index.siblingAtColumn(0).data().toString());
        return edit;
    }

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                      const style::Theme& theme) const override
    {
        const bool isGroup = index.data(DraftModel::IsGroupRole).toBool();
        if (!index.data(widgets::NumericRole).toBool()) {
            painter.setFont(style::fontOf(isGroup ? Type::Strong : Type::Body));
            painter.setPen(theme[Tone::Text]);
            const QRect words = rect.adjusted(m_hasBar && !isGroup ? px(12) : 0, 0, 0, 0);
            painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                             painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
            return;
        }
        const int numberWidth = px(isGroup ? 34 : 46);
        if (index.flags() & Qt::ItemIsEditable) { // looks like what it is: a field
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme[Tone::Ctl], 1));
            painter.setBrush(theme[Tone::Base]);
            painter.drawRoundedRect(QRectF(rect.right() - px(40), rect.top() + 2.5, px(46), rect.height() - 5), 4, 4);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
        painter.setFont(style::fontOf(isGroup ? Type::Strong : Type::Body));
        painter.setPen(theme[Tone::Text]);
        style::drawNumber(painter, rect, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
        if (const QString before = index.data(DraftModel::BeforeRole).toString(); !before.isEmpty()) {
            QFont struck = style::fontOf(Type::Body);
            struck.setStrikeOut(true);
            painter.setFont(struck);
            painter.setPen(theme[Tone::Muted]);
            painter.drawText(rect.adjusted(0, 0, -numberWidth, 0), Qt::AlignVCenter | Qt::AlignRight, before);
        }
        if (m_hasBar && !isGroup) {
            constexpr double widest = 20; // a weight of 20 fills the bar
            const double room = rect.width() - 2.2 * numberWidth;
            const double length = room * std::min(index.data().toString().toDouble() / widest, 1.0);
            painter.fillRect(QRectF(rect.left(), rect.center().y() - px(3), length, px(7)), theme[Tone::Quantity]);
        }
    }

private:
    bool m_hasBar;
};

class EffectDelegate final : public widgets::RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                      const style::Theme& theme) const override
    {
        const QVariant band = index.data(EffectModel::BandRole);
        if (band.isValid())
            widgets::paintBadge(painter, rect,
                                {style::bandOf(band.toString()), index.data(EffectModel::NumberRole).toString(), false},
                                theme);
        else
            RowDelegate::paintContent(painter, rect, index, theme);
    }
};

/// Enter edits the number it stands on, else that of the row. Where the numbers have no bars the names take the room.
PlainTable* makeNumbers(QAbstractItemModel& model, const QString& name, const QString& spoken, bool hasBar)
{
    auto* table = new PlainTable(model, name, spoken);
    table->setItemDelegate(new NumberDelegate(hasBar, table));
    table->verticalHeader()->setDefaultSectionSize(style::rowHeight(style::Density::Compact));
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* heads = table->horizontalHeader();
    if (hasBar) {
        widgets::setColumn(*table, DraftModel::Name, 170);
    } else {
        heads->setStretchLastSection(false);
        heads->setSectionResizeMode(DraftModel::Name, QHeaderView::Stretch);
        const QString title = model.headerData(DraftModel::Number, Qt::Horizontal, Qt::DisplayRole).toString();
        table->setColumnWidth(DraftModel::Number,
                              std::max(px(82), heads->fontMetrics().horizontalAdvance(title) + px(20)));
    }
    QObject::connect(table, &PlainTable::enterPressed, table, [table](const QModelIndex& index) {
        const bool isOwn = index.flags() & Qt::ItemIsEditable;
        const QModelIndex cell = isOwn ? index : index.siblingAtColumn(DraftModel::Number);
        if (cell.flags() & Qt::ItemIsEditable) {
            table->setCurrentIndex(cell);
            table->edit(cell);
        }
    });
    return table;
}

constexpr const char* bandIds[] = {"green", "yellow", "red", ""};

} // namespace

BandBar::BandBar(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(px(38));
}

void BandBar::set(const std::map<QString, int>& counts)
{
    m_counts = counts;
    QStringList parts;
    for (const char* id : bandIds)
        if (const auto found = counts.find(QString::fromLatin1(id)); found != counts.end())
            parts << QString(QString::number(found->second) + u' ' + widgets::bandWord(style::bandOf(found->first)));
    setAccessibleName(parts.join(QStringLiteral(", ")));
    update();
}

void BandBar::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    int all = 0;
    for (const auto& [band, count] : m_counts)
        all += count;
    const QRectF bar(0, 0, width(), px(13));
    painter.fillRect(bar, theme[Tone::Track]);
    double x = 0;
    int label = 0;
    painter.setFont(style::fontOf(Type::Strong));
    for (const char* id : bandIds) {
        const auto found = m_counts.find(QString::fromLatin1(id));
        if (found == m_counts.end() || found->second == 0)
            continue;
        const style::Band band = style::bandOf(found->first);
        const double length = bar.width() * found->second / all;
        if (band != style::Band::Unknown)
            painter.fillRect(QRectF(x, 0, length - 1, bar.height()), theme.band(band).solid);
        x += length;
        const QString text = QString::number(found->second);
        widgets::paintBandShape(painter, QRectF(label, px(19), px(14), px(14)), band, theme);
        painter.setPen(theme[Tone::Text]);
        painter.drawText(QRectF(label + px(19), px(16), px(60), px(20)), Qt::AlignVCenter | Qt::AlignLeft, text);
        label += px(34) + painter.fontMetrics().horizontalAdvance(text);
    }
}

ScorecardsPane::ScorecardsPane(SettingsPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* split = makeSplit();
    split->addWidget(makeWeights());
    auto* middle = new QWidget;
    auto* parts = new QVBoxLayout(middle);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(makePoints());
    parts->addWidget(new widgets::Rule);
    parts->addWidget(makeCaps(), 1);
    split->addWidget(middle);
    split->addWidget(makeEffect());
    split->setSizes({px(340), px(430), px(350)});
    m_notice = new ToneLabel(QString(), Type::Body, style::Band::Red);
    m_notice->setObjectName(QStringLiteral("settings.scorecards.notice"));
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(px(16), px(8), px(16), 0);
    column->addWidget(m_notice);
    column->addWidget(split, 1);
    connect(&presenter, &SettingsPresenter::changed, this, &ScorecardsPane::showCards);
    connect(&presenter, &SettingsPresenter::draftChanged, this, &ScorecardsPane::showDraft);
    showCards();
    showDraft();
}

QWidget* ScorecardsPane::makeWeights()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(px(16), px(8), px(8), 0);
    column->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    head->addWidget(new ToneLabel(tr("Weights"), Type::Strong));
    m_card = new QComboBox;
    m_card->setObjectName(QStringLiteral("settings.card"));
    m_card->setAccessibleName(tr("Scorecard"));
    connect(m_card, &QComboBox::activated, this,
            [this](int at) { m_presenter.chooseScorecard(m_card->itemData(at).toString()); });
    head->addWidget(m_card);
    head->addStretch();
    m_sum = new ToneLabel({}, Type::Small);
    m_sum->setObjectName(QStringLiteral("settings.sum"));
    head->addWidget(m_sum);
    column->addLayout(head);
    m_weights = makeNumbers(m_presenter.weights(), QStringLiteral("settings.weights"), tr("Weights"), true);
    column->addWidget(m_weights, 1);
    connect(m_weights->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { m_presenter.chooseMeasure(m_presenter.weights().idAt(now.row())); });
    return part;
}

QWidget* ScorecardsPane::makePoints()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(px(8), px(8), px(8), px(8));
    column->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    m_measure = new ToneLabel({}, Type::Strong);
    m_curve = new QComboBox;
    m_curve->setObjectName(QStringLiteral("settings.curve"));
    m_curve->setAccessibleName(tr("Which points of the measure"));
    head->addWidget(m_measure);
    head->addStretch();
    head->addWidget(m_curve);
    column->addLayout(head);
    m_measureText = new ToneLabel({}, Type::Small, Tone::Muted);
    m_measureText->setWordWrap(true);
    column->addWidget(m_measureText);
    auto* row = new QHBoxLayout;
    m_chart = new PointsChart(m_presenter.points());
    m_points = makeNumbers(m_presenter.points(), QStringLiteral("settings.points"), tr("Points"), false);
    m_points->setMinimumWidth(px(190));
    m_points->setFixedHeight(px(220));
    row->addWidget(m_chart, 1);
    row->addWidget(m_points);
    column->addLayout(row);
    connect(m_curve, &QComboBox::activated, this,
            [this](int at) { m_presenter.chooseCurve(m_curve->itemData(at).toString()); });
    connect(m_chart, &PointsChart::pointRequested, &m_presenter, &SettingsPresenter::setPoint);
    connect(m_chart, &PointsChart::pointChosen, m_points,
            [this](int at) { m_points->setCurrentIndex(m_points->model()->index(at, PointsModel::Points)); });
    connect(m_points->selectionModel(), &QItemSelectionModel::currentRowChanged, m_chart,
            [this](const QModelIndex& now) { m_chart->choose(now.row()); });
    return part;
}

void ScorecardsPane::showPoints()
{
    m_measure->setText(m_presenter.measureName());
    m_measureText->setText(m_presenter.measureText());
    const QStringList curves = m_presenter.curves();
    const bool hasSame =
        m_curve->count() == curves.size() && (curves.isEmpty() || m_curve->findData(curves.front()) == 0);
    if (!hasSame) {
        m_curve->clear();
        for (QString name : curves) {
            const QString id = name;
            m_curve->addItem(name.replace(u'_', u' '), id);
        }
    }
    m_curve->setVisible(curves.size() > 1);
    const bool isCurve = m_presenter.points().isCurve();
    m_chart->setVisible(isCurve);
    m_points->setMaximumWidth(isCurve ? m_points->minimumWidth() : QWIDGETSIZE_MAX);
    m_chart->show(m_presenter.measureName(), m_presenter.thresholds());
}

QWidget* ScorecardsPane::makeCaps()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(px(8), px(8), px(8), 0);
    column->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    head->addWidget(new ToneLabel(tr("Caps"), Type::Strong));
    head->addWidget(new ToneLabel(tr("after the sum; the lowest wins"), Type::Small, Tone::Muted));
    head->addStretch();
    column->addLayout(head);
    m_caps = makeNumbers(m_presenter.caps(), QStringLiteral("settings.caps"), tr("Caps"), false);
    column->addWidget(m_caps, 1);
    return part;
}

QWidget* ScorecardsPane::makeEffect()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(px(8), px(8), px(16), px(8));
    column->setSpacing(px(6));
    auto* head = new QHBoxLayout;
    head->addWidget(new ToneLabel(tr("What it would do to the book"), Type::Strong));
    head->addWidget(new ToneLabel(tr("preview"), Type::Small, Tone::Muted));
    head->addStretch();
    column->addLayout(head);
    m_beforeTitle = new ToneLabel(tr("today"), Type::Small, Tone::Muted);
    m_afterTitle = new ToneLabel(tr("with these weights"), Type::Small, Tone::Muted);
    m_before = new BandBar;
    m_after = new BandBar;
    for (QWidget* each : {static_cast<QWidget*>(m_beforeTitle), static_cast<QWidget*>(m_before),
                          static_cast<QWidget*>(m_afterTitle), static_cast<QWidget*>(m_after)})
        column->addWidget(each);
    m_effect = new ToneLabel({}, Type::Body);
    m_effect->setObjectName(QStringLiteral("settings.effect"));
    m_effect->setWordWrap(true);
    column->addWidget(m_effect);
    m_changes =
        new PlainTable(m_presenter.effect(), QStringLiteral("settings.changes"), tr("Accounts whose score changes"));
    m_changes->setItemDelegate(new EffectDelegate(this));
    m_changes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView* heads = m_changes->horizontalHeader();
    heads->setStretchLastSection(false);
    heads->setSectionResizeMode(EffectModel::Name, QHeaderView::Stretch);
    for (const int each : {int(EffectModel::Before), int(EffectModel::After), int(EffectModel::Move)}) {
        const QString title = m_presenter.effect().headerData(each, Qt::Horizontal, Qt::DisplayRole).toString();
        m_changes->setColumnWidth(each, std::max(px(70), heads->fontMetrics().horizontalAdvance(title) + px(20)));
    }
    column->addWidget(m_changes, 1000);
    column->addStretch(1);
    auto* buttons = new QHBoxLayout;
    m_discard = plainButton(tr("Discard"), QStringLiteral("settings.discard"));
    m_save = plainButton(tr("Save as a new version"), QStringLiteral("settings.save"), true);
    buttons->addStretch();
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(m_discard, &QPushButton::clicked, &m_presenter, &SettingsPresenter::discard);
    connect(m_save, &QPushButton::clicked, &m_presenter, &SettingsPresenter::saveDraft);
    return part;
}

void ScorecardsPane::showCards()
{
    const QString notice = m_presenter.contentNotice();
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    const QString now = m_presenter.scorecard();
    m_card->clear();
    for (const auto& [id, name] : m_presenter.scorecards())
        m_card->addItem(name, id);
    m_card->setCurrentIndex(std::max(0, m_card->findData(now)));
}

void ScorecardsPane::showDraft()
{
    const query::ScorecardDraft& draft = m_presenter.draft();
    m_card->setCurrentIndex(std::max(0, m_card->findData(m_presenter.scorecard())));
    const int sum = draft.sum(m_presenter.scorecard());
    m_sum->setText(tr("sum %1").arg(sum));
    dynamic_cast<ToneLabel*>(m_sum)->setInk(sum == 100 ? ToneLabel::Ink(style::Band::Green)
                                                       : ToneLabel::Ink(style::Band::Red));
    if (m_presenter.measure().isEmpty())
        for (int row = 0; row < m_presenter.weights().rowCount() && m_presenter.measure().isEmpty(); ++row)
            m_presenter.chooseMeasure(m_presenter.weights().idAt(row));
    showPoints();
    // Names are read whole; the bars take what they leave.
    int longest = px(150);
    const QFontMetrics strong(style::fontOf(Type::Strong));
    for (int row = 0; row < m_presenter.weights().rowCount(); ++row)
        longest = std::max(longest, strong.horizontalAdvance(m_presenter.weights().index(row, 0).data().toString()));
    m_weights->setColumnWidth(DraftModel::Name, std::min(longest + px(30), px(230)));
    const bool isChanged = draft.changes() > 0;
    const bool hasEffect = isChanged && m_presenter.isEffectGood();
    const query::DraftEffect& effect = m_presenter.effectOnBook();
    m_effect->setText(m_presenter.effectText());
    for (QWidget* each : {static_cast<QWidget*>(m_beforeTitle), static_cast<QWidget*>(m_before),
                          static_cast<QWidget*>(m_afterTitle), static_cast<QWidget*>(m_after)})
        each->setVisible(hasEffect);
    m_changes->setVisible(hasEffect && m_presenter.effect().rowCount() > 0);
    m_before->set(effect.before);
    m_after->set(effect.after);
    m_discard->setVisible(isChanged);
    m_save->setVisible(isChanged);
    m_save->setEnabled(m_presenter.canSave());
}

} // namespace steward::settings
