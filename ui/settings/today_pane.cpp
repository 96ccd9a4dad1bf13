// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/today_pane.h"

#include "ui/style/type.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>

namespace steward::settings {

using style::px;
using style::Tone;
using style::Type;
using widgets::plainButton;
using widgets::PlainTable;
using widgets::ToneLabel;

TodayPane::TodayPane(TodaySettings& settings, QWidget* parent)
    : WatchedPane(parent)
    , m_settings(settings)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("settings.today.split"));
    split->setChildrenCollapsible(false);
    split->addWidget(makeSignals());
    split->addWidget(makeDays());
    split->setSizes({px(860), px(300)});
    column->addWidget(split);
    connect(&m_settings, &TodaySettings::changed, this, &TodayPane::showBook);
    showBook();
}

QWidget* TodayPane::makeSignals()
{
    auto* part = new QWidget;
    auto* column = columnOf(part);
    m_budget = new QSpinBox;
    m_budget->setObjectName(QStringLiteral("settings.budget"));
    m_budget->setAccessibleName(tr("Rows a day"));
    constexpr int most = 100;
    m_budget->setRange(1, most);
    m_budget->setKeyboardTracking(false);
    auto* row = new QHBoxLayout;
    row->addWidget(new ToneLabel(tr("Rows a day"), Type::Strong));
    row->addWidget(m_budget);
    row->addWidget(new ToneLabel(tr("stand in Today; the rest can wait"), Type::Small, Tone::Muted));
    row->addStretch();
    column->addLayout(row);
    m_aside = new ToneLabel({}, Type::Body, style::Band::Yellow);
    m_aside->setObjectName(QStringLiteral("settings.aside"));
    m_aside->setWordWrap(true);
    column->addWidget(m_aside);
    m_signals = new PlainTable(m_settings.signalNumbers(), QStringLiteral("settings.signals"), tr("When signals come"));
    m_signals->setItemDelegate(new widgets::RowDelegate(m_signals));
    QHeaderView* heads = m_signals->horizontalHeader();
    heads->setStretchLastSection(false);
    heads->setSectionResizeMode(SignalsModel::Meaning, QHeaderView::Stretch); // a sentence, read whole
    widgets::setColumn(*m_signals, SignalsModel::Name, 230);
    widgets::setColumn(*m_signals, SignalsModel::Number, 84);
    widgets::setColumn(*m_signals, SignalsModel::Shipped, 92);
    widgets::setColumn(*m_signals, SignalsModel::Aside, 130);
    column->addWidget(m_signals, 1);
    connect(m_budget, &QSpinBox::valueChanged, &m_settings, &TodaySettings::setBudget);
    connect(m_signals, &PlainTable::enterPressed, this, [this](const QModelIndex& index) {
        const QModelIndex cell = index.siblingAtColumn(SignalsModel::Number);
        if (cell.flags() & Qt::ItemIsEditable) {
            m_signals->setCurrentIndex(cell);
            m_signals->edit(cell);
        }
    });
    m_editing.push_back(m_budget);
    return part;
}

QWidget* TodayPane::makeDays()
{
    auto* part = new QWidget;
    auto* column = columnOf(part);
    auto* note = new ToneLabel(tr("Nothing is planned or due on these days."), Type::Small, Tone::Muted);
    note->setWordWrap(true);
    m_day = new QLineEdit;
    m_day->setObjectName(QStringLiteral("settings.freeday"));
    m_day->setAccessibleName(tr("A free day"));
    m_day->setPlaceholderText(tr("25 Dec 2027"));
    auto* add = plainButton(tr("Add day"), QStringLiteral("settings.freeday.add"));
    auto* remove = plainButton(tr("Remove day"), QStringLiteral("settings.freeday.remove"));
    m_fault = new ToneLabel({}, Type::Small, style::Band::Red);
    m_fault->setObjectName(QStringLiteral("settings.freeday.fault"));
    m_fault->setWordWrap(true);
    m_days = new PlainTable(m_settings.freeDays(), QStringLiteral("settings.freedays"), tr("Free days"));
    m_days->setItemDelegate(new widgets::RowDelegate(m_days));
    m_days->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_days->horizontalHeader()->setStretchLastSection(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_day, 1);
    row->addWidget(add);
    column->addWidget(note);
    column->addLayout(row);
    column->addWidget(m_fault);
    column->addWidget(m_days, 1);
    column->addWidget(remove, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, &TodayPane::addDay);
    connect(m_day, &QLineEdit::returnPressed, this, &TodayPane::addDay);
    connect(remove, &QPushButton::clicked, this, [this] { m_settings.removeFreeDay(m_days->currentIndex().row()); });
    m_editing.insert(m_editing.end(), {m_day, add, remove});
    return part;
}

void TodayPane::addDay()
{
    const QString wrong = m_settings.addFreeDay(m_day->text());
    m_fault->setText(wrong);
    m_fault->setVisible(!wrong.isEmpty());
    if (wrong.isEmpty())
        m_day->clear();
}

void TodayPane::watch(bool isWatched) { m_settings.setWatched(isWatched); }

void TodayPane::showBook()
{
    const QSignalBlocker blocker(m_budget);
    m_budget->setValue(m_settings.budget());
    const QString aside = m_settings.oftenAside();
    m_aside->setText(aside);
    m_aside->setVisible(!aside.isEmpty());
    m_fault->setVisible(!m_fault->text().isEmpty());
    const QAbstractItemModel& numbers = m_settings.signalNumbers();
    int longest = px(160);
    const QFontMetrics body(style::fontOf(Type::Body));
    for (int row = 0; row < numbers.rowCount(); ++row)
        longest = std::max(longest, body.horizontalAdvance(numbers.index(row, SignalsModel::Name).data().toString()));
    m_signals->setColumnWidth(SignalsModel::Name, std::min(longest + px(24), px(330)));
    // A column with nothing in it tells nothing.
    for (const int column : {int(SignalsModel::Shipped), int(SignalsModel::Aside)}) {
        bool isEmpty = true;
        for (int row = 0; row < numbers.rowCount() && isEmpty; ++row)
            isEmpty = numbers.index(row, column).data().toString().isEmpty();
        m_signals->setColumnHidden(column, isEmpty);
    }
    for (QWidget* each : m_editing)
        each->setEnabled(m_settings.book().isEditable());
}

} // namespace steward::settings
