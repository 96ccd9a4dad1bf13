// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stages_pane.h"

#include "ui/style/type.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>

namespace steward::settings {

using style::px;
using style::Tone;
using style::Type;
using widgets::plainButton;
using widgets::PlainTable;
using widgets::ToneLabel;

namespace {

QStringList linesOf(const QPlainTextEdit& edit)
{
    QStringList lines;
    for (const QString& each : edit.toPlainText().split(u'\n'))
        if (const QString line = each.trimmed(); !line.isEmpty())
            lines << line;
    return lines;
}

/// Whoever types keeps the place.
void setText(QPlainTextEdit& edit, const QString& text)
{
    if (edit.toPlainText() != text)
        edit.setPlainText(text);
}

constexpr content::StageKind kinds[] = {content::StageKind::Before, content::StageKind::Onboarding,
                                        content::StageKind::Main, content::StageKind::Beside};

} // namespace

StagesPane::StagesPane(StagesPresenter& presenter, QWidget* parent)
    : WatchedPane(parent)
    , m_presenter(presenter)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("settings.stages.split"));
    split->setChildrenCollapsible(false);
    split->addWidget(makeStages());
    split->addWidget(makeTexts());
    split->addWidget(makeEffect());
    split->setSizes({px(430), px(380), px(330)});
    column->addWidget(split);
    connect(&m_presenter, &StagesPresenter::changed, this, &StagesPane::showBook);
    connect(&m_presenter, &StagesPresenter::draftChanged, this, &StagesPane::showDraft);
    showBook();
}

QWidget* StagesPane::makeStages()
{
    auto* part = new QWidget;
    auto* column = columnOf(part);
    auto* head = new QHBoxLayout;
    m_journey = new QComboBox;
    m_journey->setObjectName(QStringLiteral("settings.journey"));
    m_journey->setAccessibleName(tr("Journey of the book"));
    m_journey->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_journey->setMinimumContentsLength(20);
    m_note = new ToneLabel({}, Type::Small, Tone::Muted);
    m_note->setWordWrap(true);
    head->addWidget(m_journey);
    head->addStretch();
    column->addLayout(head);
    column->addWidget(m_note);
    m_table = new PlainTable(m_presenter.stages(), QStringLiteral("settings.stages"), tr("Stages"));
    m_table->setItemDelegate(new widgets::RowDelegate(m_table));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(StagesModel::Name, QHeaderView::Stretch);
    widgets::setColumn(*m_table, StagesModel::Days, 110);
    widgets::setColumn(*m_table, StagesModel::Accounts, 84);
    column->addWidget(m_table, 1);
    auto* buttons = new widgets::FlowLayout;
    const auto add = [&](const QString& text, const char* name, const QString& tip, std::function<void()> run) {
        QPushButton* button = plainButton(text, QStringLiteral("settings.stages.") + QLatin1String(name));
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, run);
        buttons->addWidget(button);
        m_steps.push_back(button);
    };
    add(tr("Add"), "add", tr("A stage behind the one chosen"), [this] { m_presenter.add(); });
    add(tr("Split"), "split", tr("In two, with half the days each"), [this] { m_presenter.split(); });
    add(tr("Remove"), "remove", tr("What was spent in it stays"), [this] { m_presenter.remove(); });
    add(tr("Up"), "up", tr("Earlier on the way"), [this] { m_presenter.move(-1); });
    add(tr("Down"), "down", tr("Later on the way"), [this] { m_presenter.move(1); });
    column->addLayout(buttons);
    connect(m_journey, &QComboBox::activated, this,
            [this] { m_presenter.chooseJourney(m_journey->currentData().toString()); });
    connect(m_table, &PlainTable::enterPressed, this, [this](const QModelIndex& index) {
        if (index.flags() & Qt::ItemIsEditable)
            m_table->edit(index);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!m_isFilling)
            m_presenter.choose(index.row());
    });
    return part;
}

QWidget* StagesPane::makeTexts()
{
    auto* part = new QWidget;
    auto* column = columnOf(part);
    m_title = new ToneLabel({}, Type::Strong);
    column->addWidget(m_title);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("settings.stage.kind"));
    m_kind->setAccessibleName(tr("Kind of stage"));
    m_kind->addItems({tr("Before they are customers"), tr("They are being set up"), tr("On their way"),
                      tr("Runs beside the others")});
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(24);
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    connect(m_kind, &QComboBox::activated, this, &StagesPane::takeStage);
    const std::tuple<const char*, QString, double> parts[] = {
        {"goal", tr("Goal of the stage"), 44},
        {"outcome", tr("What the customer gets out of it, in their voice"), 44},
        {"metrics", tr("How it is measured, one per line"), 84},
        {"exit", tr("What is reached before they go on, one per line"), 66},
        {"friction", tr("Where they get stuck, one per line"), 100}};
    for (const auto& [name, text, tall] : parts) {
        auto* edit = new QPlainTextEdit;
        edit->setObjectName(QStringLiteral("settings.stage.") + QLatin1String(name));
        edit->setAccessibleName(text);
        edit->setTabChangesFocus(true);
        edit->setMinimumHeight(px(tall));
        edit->setMaximumHeight(px(tall * 1.4));
        auto* caption = new ToneLabel(text, Type::Small, Tone::Muted);
        caption->setWordWrap(true);
        column->addWidget(caption);
        column->addWidget(edit);
        m_texts.push_back(edit);
        connect(edit, &QPlainTextEdit::textChanged, this, &StagesPane::takeStage);
    }
    column->addStretch();
    return part;
}

QWidget* StagesPane::makeEffect()
{
    auto* part = new QWidget;
    auto* column = columnOf(part);
    auto* head = new QHBoxLayout;
    auto* title = new ToneLabel(tr("What it would do to the book"), Type::Strong);
    title->setWordWrap(true);
    head->addWidget(title, 1);
    head->addWidget(new ToneLabel(tr("preview"), Type::Small, Tone::Muted));
    column->addLayout(head);
    m_questions = new QVBoxLayout;
    m_questions->setSpacing(px(4));
    column->addLayout(m_questions);
    m_effect = new ToneLabel({}, Type::Body);
    m_effect->setObjectName(QStringLiteral("settings.stages.effect"));
    m_effect->setWordWrap(true);
    column->addWidget(m_effect);
    column->addStretch();
    m_discard = plainButton(tr("Discard"), QStringLiteral("settings.stages.discard"));
    m_save = plainButton({}, QStringLiteral("settings.stages.save"), true);
    auto* buttons = new widgets::FlowLayout(Qt::AlignRight);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(m_discard, &QPushButton::clicked, &m_presenter, &StagesPresenter::discard);
    connect(m_save, &QPushButton::clicked, &m_presenter, &StagesPresenter::save);
    return part;
}

void StagesPane::watch(bool isWatched) { m_presenter.setWatched(isWatched); }

void StagesPane::showBook()
{
    m_journey->clear();
    for (const auto& [id, name] : m_presenter.journeys())
        m_journey->addItem(name, id);
    showDraft();
}

void StagesPane::showDraft()
{
    const bool isEditable = m_presenter.book().isEditable();
    m_journey->setCurrentIndex(m_journey->findData(m_presenter.journey()));
    m_note->setText(m_presenter.journeyNote());
    m_isFilling = true;
    if (const int row = m_presenter.chosen(); row >= 0 && m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_presenter.stages().index(row, StagesModel::Name));
    showStage();
    m_isFilling = false;
    showQuestions();
    m_effect->setText(m_presenter.effectText());
    const bool isChanged = m_presenter.isChanged();
    m_discard->setVisible(isChanged);
    m_save->setVisible(isChanged);
    m_save->setText(m_presenter.saveText());
    m_save->setEnabled(m_presenter.canSave());
    for (QPushButton* each : m_steps)
        each->setEnabled(isEditable && m_presenter.chosen() >= 0);
}

void StagesPane::showStage()
{
    const int chosen = m_presenter.chosen();
    const bool isEditable = m_presenter.book().isEditable() && chosen >= 0;
    m_kind->setEnabled(isEditable);
    for (QPlainTextEdit* each : m_texts) {
        each->setReadOnly(!isEditable);
        each->viewport()->setBackgroundRole(isEditable ? QPalette::Base : QPalette::Window);
    }
    const query::StageText stage = chosen >= 0 ? m_presenter.draft().stages()[std::size_t(chosen)] : query::StageText();
    m_title->setText(stage.name);
    m_kind->setCurrentIndex(int(std::ranges::find(kinds, stage.kind) - std::begin(kinds)));
    setText(*m_texts[0], stage.goal);
    setText(*m_texts[1], stage.outcome);
    const QStringList* lists[] = {&stage.metrics, &stage.exit, &stage.friction};
    for (std::size_t i = 0; i < std::size(lists); ++i)
        if (linesOf(*m_texts[i + 2]) != *lists[i])
            m_texts[i + 2]->setPlainText(lists[i]->join(u'\n'));
}

void StagesPane::takeStage()
{
    const int chosen = m_presenter.chosen();
    if (m_isFilling || chosen < 0)
        return;
    query::StageText stage = m_presenter.draft().stages()[std::size_t(chosen)];
    stage.kind = kinds[std::clamp(m_kind->currentIndex(), 0, int(std::size(kinds)) - 1)];
    stage.goal = m_texts[0]->toPlainText();
    stage.outcome = m_texts[1]->toPlainText();
    stage.metrics = linesOf(*m_texts[2]);
    stage.exit = linesOf(*m_texts[3]);
    stage.friction = linesOf(*m_texts[4]);
    m_presenter.setStage(stage);
}

/// One line and one choice for each; made anew only where they are others.
void StagesPane::showQuestions()
{
    QString asked;
    for (const StagesPresenter::Question& each : m_presenter.questions()) {
        asked += QString(each.from + u'|' + each.text + u'|');
        for (const auto& [id, words] : each.choices)
            asked += words;
    }
    if (asked == m_asked)
        return;
    m_asked = asked;
    while (QLayoutItem* item = m_questions->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const StagesPresenter::Question& each : m_presenter.questions()) {
        auto* label = new ToneLabel(tr("%1: where do they go?").arg(each.text), Type::Body);
        label->setWordWrap(true);
        auto* choice = new QComboBox;
        choice->setObjectName(QString(QStringLiteral("settings.stages.to.") + each.from));
        choice->setAccessibleName(label->text());
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(24);
        for (const auto& [id, words] : each.choices)
            choice->addItem(words, id);
        choice->setCurrentIndex(std::max(0, choice->findData(each.choice)));
        m_questions->addWidget(label);
        m_questions->addWidget(choice);
        connect(choice, &QComboBox::activated, this,
                [this, choice, from = each.from] { m_presenter.answer(from, choice->currentData().toString()); });
    }
}

} // namespace steward::settings
