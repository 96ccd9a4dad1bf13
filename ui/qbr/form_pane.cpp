// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/form_pane.h"

#include "ui/style/type.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace steward::reviews {

using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

FormPane::FormPane(const QString& name, QWidget* parent)
    : SidePane(name, parent)
    , m_title(new ToneLabel({}, Type::Title2))
    , m_fault(new ToneLabel({}, Type::Small, style::Band::Red))
    , m_column(new QVBoxLayout(this))
{
    auto* close = widgets::closeButton(QString(name + QStringLiteral(".close")), tr("Close"), tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &FormPane::closed);
    m_title->setWordWrap(true);
    m_fault->setWordWrap(true);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    m_column->setContentsMargins(px(16) + 1, px(12), px(12), px(16));
    m_column->setSpacing(px(6));
    m_column->addLayout(top);
    hide();
}

void FormPane::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void FormPane::addField(QWidget* field, const char* name, const QString& label, QFormLayout* form)
{
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(label);
    field->installEventFilter(this);
    if (form)
        form->addRow(new ToneLabel(label, Type::Small, Tone::Muted), field);
}

void FormPane::tellFault(QLineEdit* field, const QString& sentence)
{
    m_fault->setText(sentence);
    m_fault->show();
    m_faulty = field;
    field->setAccessibleDescription(sentence);
    field->setFocus();
}

void FormPane::clearFault()
{
    m_fault->hide();
    if (m_faulty)
        m_faulty->setAccessibleDescription({});
    m_faulty = nullptr;
}

void FormPane::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto* button = qobject_cast<QPushButton*>(focusWidget());
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (isEnter && (event->modifiers() & Qt::ControlModifier))
        save();
    else if (isEnter && button && button->hasFocus())
        button->click();
    else
        SidePane::keyPressEvent(event);
}

bool FormPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride || !isTyped(*static_cast<QKeyEvent*>(event)))
        return SidePane::eventFilter(watched, event);
    event->accept();
    return true;
}

bool isTyped(const QKeyEvent& key)
{
    const bool isCommand = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    return !isCommand && !key.text().isEmpty() && key.key() != Qt::Key_Escape;
}

} // namespace steward::reviews
