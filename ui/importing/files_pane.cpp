// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/files_pane.h"

#include "ui/importing/delegates.h"
#include "ui/widgets/tone_label.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>

namespace steward::importing {

using style::px;
using style::Tone;
using style::Type;

FilesPane::FilesPane(ImportPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_question(new QuestionCard(presenter))
{
    setObjectName(QStringLiteral("import.left"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(makeFiles());
    column->addWidget(m_question);
    m_columnPart = makeColumns();
    column->addWidget(m_columnPart, 1000);
    column->addStretch(1);
    connect(&presenter, &ImportPresenter::fileChosen, this, &FilesPane::showFile);
}

QWidget* FilesPane::makeFiles()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), px(6), px(8), px(2));
    head->addWidget(new widgets::ToneLabel(tr("Files"), Type::Strong));
    head->addStretch();
    auto* more = linkButton(tr("Add files..."), QStringLiteral("import.more"));
    connect(more, &QPushButton::clicked, this, &FilesPane::chooseRequested);
    head->addWidget(more);
    column->addLayout(head);
    m_files = plainList(m_presenter.files(), QStringLiteral("import.files"), tr("Files"));
    m_files->setItemDelegate(
        new TwoLineDelegate({QStringLiteral("file-text"), FilesModel::NoteRole, FilesModel::SubRole, -1, true}, this));
    m_files->installEventFilter(this);
    connect(m_files->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) { m_presenter.chooseFile(now.row()); });
    m_files->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_files, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        const int row = m_files->indexAt(at).row();
        if (row < 0)
            return;
        const bool isLeftOut = m_presenter.chosen()[std::size_t(row)].isLeftOut;
        QMenu menu;
        const QAction* toggle = menu.addAction(isLeftOut ? tr("Take this file in") : tr("Leave this file out"));
        if (menu.exec(m_files->mapToGlobal(at)) == toggle)
            m_presenter.setLeftOut(row, !isLeftOut);
    });
    column->addWidget(m_files);
    return part;
}

QWidget* FilesPane::makeColumns()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, px(4), 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), 0, px(8), px(2));
    head->setSpacing(px(8));
    auto* title = new widgets::ToneLabel(tr("Columns"), Type::Strong);
    head->addWidget(title);
    auto* mapped = new widgets::ToneLabel({}, Type::Small, Tone::Muted);
    head->addWidget(mapped);
    m_mapped = mapped;
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("import.kind"));
    m_kind->setAccessibleName(tr("What the file holds"));
    m_kind->setToolTip(tr("What the file holds"));
    // Adjusted to its contents, the box would take its width past the layout and lie over the next link.
    constexpr int fewestLetters = 8;
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(fewestLetters);
    connect(m_kind, &QComboBox::activated, this,
            [this](int at) { m_presenter.setKind(exchange::kindNamed(m_kind->itemData(at).toString())); });
    head->addWidget(m_kind, 1);
    m_save = linkButton(tr("Save profile"), QStringLiteral("import.profile"));
    m_save->setToolTip(tr("Remember how this file is read; the next one of its kind is read the same way"));
    connect(m_save, &QPushButton::clicked, this, &FilesPane::askProfileName);
    head->addWidget(m_save);
    column->addLayout(head);
    m_columns = new PlainTable(m_presenter.columns(), QStringLiteral("import.columns"), tr("Columns of the file"));
    m_columns->setItemDelegate(new FieldDelegate(this));
    m_columns->verticalHeader()->setDefaultSectionSize(style::rowHeight(style::Density::Compact));
    m_columns->horizontalHeader()->setStretchLastSection(false);
    m_columns->horizontalHeader()->setSectionResizeMode(ColumnsModel::Sample, QHeaderView::Stretch);
    m_columns->setColumnWidth(ColumnsModel::Filled, px(58));
    m_columns->installEventFilter(this);
    connect(m_columns, &PlainTable::enterPressed, this,
            [this](const QModelIndex& index) { m_columns->edit(index.siblingAtColumn(ColumnsModel::Field)); });
    connect(m_columns, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == ColumnsModel::Field)
            m_columns->edit(index);
    });
    column->addWidget(m_columns, 1);
    return part;
}

/// Names take what they need, up to a third each; a sample has the rest.
void FilesPane::fitColumns()
{
    const int room = m_columns->viewport()->width() - m_columns->columnWidth(ColumnsModel::Filled);
    const auto fit = [&](int column, int more) {
        const QAbstractItemView& view = *m_columns;
        const int needed = std::max(view.sizeHintForColumn(column), px(80)) + px(more);
        m_columns->setColumnWidth(column, std::min(needed, room * 35 / 100));
    };
    fit(ColumnsModel::Header, 16);
    fit(ColumnsModel::Field, 32); // with the sign that it is chosen from a list
}

void FilesPane::fitFiles()
{
    constexpr int mostShown = 8;
    const int rows = std::clamp(m_presenter.files().rowCount(), 1, mostShown);
    m_files->setFixedHeight(rows * px(42));
}

void FilesPane::show()
{
    fitFiles();
    showFile();
}

void FilesPane::showFile()
{
    const QModelIndex now = m_presenter.files().index(m_presenter.currentFile(), 0);
    if (now.isValid() && m_files->currentIndex() != now)
        m_files->setCurrentIndex(now);
    m_question->show();
    const auto* file = m_presenter.current();
    const bool hasColumns = file && !file->error;
    m_columnPart->setVisible(hasColumns);
    if (!hasColumns)
        return;
    const exchange::Detection& detection = file->plan.detection;
    m_mapped->setText(tr("%1 of %2").arg(m_presenter.columns().mapped()).arg(detection.columns.size()));
    m_kind->clear();
    for (const exchange::Kind& kind : kindsToChoose())
        m_kind->addItem(kindName(kind), kind.name());
    const int at = m_kind->findData(detection.kind.name());
    if (at < 0)
        m_kind->insertItem(0, kindName(detection.kind), detection.kind.name());
    m_kind->setCurrentIndex(std::max(at, 0));
    m_save->setEnabled(detection.kind.isKnown() && detection.profile != u"steward");
    fitColumns();
}

void FilesPane::askProfileName()
{
    askName(*m_save, QStringLiteral("import.profile.name"), tr("Name of the profile"),
            tr("Name of the profile, then Enter"), [this](const QString& name) { m_presenter.saveProfile(name); });
}

bool FilesPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_columns && event->type() == QEvent::Resize)
        fitColumns();
    if (watched == m_files && event->type() == QEvent::KeyPress) {
        const auto* key = dynamic_cast<QKeyEvent*>(event);
        const int row = m_files->currentIndex().row();
        if (key->key() == Qt::Key_Delete && row >= 0) {
            m_presenter.setLeftOut(row, !m_presenter.chosen()[std::size_t(row)].isLeftOut);
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && m_question->firstAnswer()) {
            m_question->firstAnswer()->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace steward::importing
