// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/choice_pane.h"

#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace steward::account {

using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

ChoicePane::ChoicePane(const QString& name, QWidget* parent)
    : SidePane(name, parent)
    , m_title(new ToneLabel({}, Type::Title2))
    , m_about(new ToneLabel({}, Type::Body, Tone::Muted))
    , m_options(new LinesView(QString(name + QStringLiteral(".options")), tr("Choices"), {0, 0, 0, 0, 30, 30}))
    , m_all(new QCheckBox)
    , m_wordLabel(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_word(new QLineEdit)
    , m_fault(new ToneLabel({}, Type::Small, style::Band::Red))
    , m_action(new QPushButton)
{
    m_options->setFitting();
    m_options->installEventFilter(this);
    m_all->setObjectName(QString(name + QStringLiteral(".all")));
    m_word->setObjectName(QString(name + QStringLiteral(".word")));
    m_fault->setObjectName(QString(name + QStringLiteral(".fault")));
    m_action->setObjectName(QString(name + QStringLiteral(".do")));
    m_action->setDefault(true);
    for (ToneLabel* label : {m_title, m_about, m_wordLabel, m_fault})
        label->setWordWrap(true);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QString(name + QStringLiteral(".cancel")));
    cancel->setToolTip(tr("Leave it as it was (Esc)"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(16));
    column->setSpacing(px(6));
    for (QWidget* part :
         {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_about), static_cast<QWidget*>(m_options),
          static_cast<QWidget*>(m_all), static_cast<QWidget*>(m_wordLabel), static_cast<QWidget*>(m_word),
          static_cast<QWidget*>(m_fault)})
        column->addWidget(part);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_action);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addSpacing(px(4));
    column->addLayout(buttons);
    column->addStretch();
    connect(m_options, &QAbstractItemView::activated, this, &ChoicePane::choose);
    connect(m_word, &QLineEdit::returnPressed, this, &ChoicePane::choose);
    connect(m_action, &QPushButton::clicked, this, &ChoicePane::choose);
    connect(cancel, &QPushButton::clicked, this, &ChoicePane::closed);
    hide();
}

void ChoicePane::ask(const Question& question)
{
    m_title->setText(question.title);
    m_about->setText(question.about);
    m_ids.clear();
    std::vector<Line> lines;
    for (const Option& option : question.options) {
        m_ids << option.id;
        constexpr qsizetype longText = 44;
        Line& line = lines.emplace_back();
        line.text = option.text;
        line.isWrapped = option.text.size() > longText;
    }
    m_options->show(std::move(lines));
    m_options->setAccessibleName(question.title);
    m_options->setCurrentIndex(m_options->lines().index(0));
    m_options->setVisible(!m_ids.isEmpty());
    m_all->setVisible(!question.all.isEmpty());
    m_all->setText(question.all);
    m_all->setChecked(false);
    m_needed = question.needed;
    m_wordLabel->setText(question.word);
    m_wordLabel->setVisible(!question.word.isEmpty());
    m_word->setVisible(!question.word.isEmpty());
    m_word->setAccessibleName(question.word);
    m_word->clear();
    m_fault->hide();
    m_action->setText(question.action);
    setAccessibleName(question.title);
    show();
    if (m_ids.isEmpty())
        m_word->setFocus();
    else
        m_options->setFocus();
}

void ChoicePane::choose()
{
    const int option = m_options->currentIndex().row();
    if (option < 0 && !m_ids.isEmpty())
        return;
    if (!m_needed.isEmpty() && m_word->text().trimmed().isEmpty())
        refuse(m_needed);
    else
        Q_EMIT chosen(m_ids.value(option), m_all->isVisible() && m_all->isChecked(), m_word->text().trimmed());
}

void ChoicePane::refuse(const QString& fault)
{
    m_fault->setText(fault);
    m_fault->show();
    m_word->setAccessibleDescription(fault);
    m_word->setFocus();
}

void ChoicePane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

/// Who types at once writes the sentence.
bool ChoicePane::eventFilter(QObject* watched, QEvent* event)
{
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (watched != m_options || !key || key->key() == Qt::Key_Space || !widgets::isTyped(*key) || !m_word->isVisible())
        return SidePane::eventFilter(watched, event);
    m_word->setFocus();
    m_word->insert(key->text());
    return true;
}

} // namespace steward::account
