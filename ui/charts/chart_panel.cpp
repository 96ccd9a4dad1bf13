// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_panel.h"

#include "core/words/short_words.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

namespace steward::charts {

using style::px;

SeriesModel::SeriesModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void SeriesModel::show(const TimeSeries& series)
{
    beginResetModel();
    m_name = series.name;
    m_decimals = series.decimals;
    m_rows.clear();
    QDate before;
    for (const TimeSeries::Point& point : series.points) {
        QStringList what;
        for (const TimeSeries::Event& event : series.events)
            if (event.day <= point.day && (!before.isValid() || event.day > before))
                what << event.text;
        m_rows.insert(m_rows.begin(), {point.day, point.value, what.join(QStringLiteral(", "))});
        before = point.day;
    }
    endResetModel();
}

int SeriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SeriesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 3; }

QVariant SeriesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == 1 ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return words::dayText(row.day, m_locale);
    if (index.column() == 1)
        return row.value ? m_locale.toString(*row.value, 'f', m_decimals) : tr("unknown");
    return row.what;
}

QVariant SeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Day") : section == 1 ? m_name : tr("What happened");
}

ChartPanel::ChartPanel(const QString& name, QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_model(locale)
    , m_title(new QLabel)
    , m_caption(new QLabel)
    , m_toggle(new QPushButton(tr("Table")))
    , m_stack(new QStackedLayout)
    , m_chart(new TimeChart(locale))
    , m_table(new QTableView)
{
    setObjectName(name);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(style::fontOf(style::Type::Strong));
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setFont(style::fontOf(style::Type::Small));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_toggle->setObjectName(name + u".table");
    m_toggle->setFlat(true);
    m_toggle->setCheckable(true);
    m_toggle->setToolTip(tr("The same as a table"));
    connect(m_toggle, &QPushButton::toggled, this, &ChartPanel::setTableShown);
    m_chart->setObjectName(name + u".chart");
    m_table->setObjectName(name + u".rows");
    m_table->setModel(&m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(style::rowHeight(style::Density::Compact));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(m_title);
    head->addWidget(m_caption, 1);
    head->addWidget(m_toggle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    column->addLayout(head);
    // First: what is added to a stack that belongs to nobody is shown as a window of its own.
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
}

void ChartPanel::show(const QString& title, const QString& caption, const TimeSeries& series)
{
    m_title->setText(title);
    m_caption->setText(caption);
    m_table->setAccessibleName(title);
    m_toggle->setAccessibleName(tr("%1 as a table").arg(title));
    m_toggle->setVisible(series.isKnown());
    m_chart->show(series);
    m_model.show(series);
    if (!series.isKnown())
        setTableShown(false);
}

void ChartPanel::setTableShown(bool isShown)
{
    m_toggle->setChecked(isShown);
    m_stack->setCurrentIndex(isShown ? 1 : 0);
}

bool ChartPanel::isTableShown() const { return m_stack->currentIndex() == 1; }

} // namespace steward::charts
