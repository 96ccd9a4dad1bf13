// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/view.h"

#include "ui/style/icons.h"
#include "ui/widgets/key_hints.h"

namespace steward::widgets {

Place accountPlace(AccountId account, const QString& part)
{
    return {QStringLiteral("account"), account.value(), part};
}

QString newPart(const QString& record) { return QString(QStringLiteral("new.") + record); }

bool isMet(Needs needs, const Standing& standing)
{
    switch (needs) {
    case Needs::Nothing:
        return true;
    case Needs::Book:
        return standing.hasBook;
    case Needs::Editing:
        return standing.isEditable;
    case Needs::Past:
        return standing.looksBack;
    }
    return false;
}

QString whyNoEdit(bool looksBack)
{
    return looksBack ? View::tr("Back to today to edit") : View::tr("This book is open for looking only");
}

View::View(Face face, QWidget* parent)
    : QWidget(parent)
    , m_face(std::move(face))
{
    setObjectName(m_face.name);
    setAccessibleName(m_face.title);
}

void View::come(const Place&) {}
Place View::place() const { return {m_face.name, 0, {}}; }
bool View::takesFiles(const QStringList&) const { return false; }
void View::takeFiles(const QStringList&) {}
QByteArray View::state() const { return {}; }
void View::restore(const QByteArray&) {}
void View::setDensity(style::Density) {}

QAction& View::addCommand(Command command)
{
    auto* action = new QAction(command.text, this);
    action->setObjectName(command.name);
    action->setToolTip(command.tip);
    action->setShortcut(command.keys);
    action->setEnabled(false);
    if (!command.icon.isEmpty())
        action->setIcon(style::icon(command.icon));
    connect(action, &QAction::triggered, this, [run = std::move(command.run)] { run(); });
    addAction(action);
    m_doings.push_back({action, command.needs, command.menu, command.isEverywhere, command.tip});
    return *action;
}

QAction& View::command(const QString& name) const
{
    const auto known = std::ranges::find(m_doings, name, [](const Doing& each) { return each.action->objectName(); });
    Q_ASSERT(known != m_doings.end());
    return *known->action;
}

void View::enable(bool isInFront, const Standing& standing)
{
    const bool isReadOnly = standing.hasBook && !standing.isEditable;
    for (const Doing& doing : m_doings) {
        doing.action->setEnabled((isInFront || doing.isEverywhere) && isMet(doing.needs, standing));
        const bool waits = doing.needs == Needs::Editing && isReadOnly;
        doing.action->setToolTip(waits ? whyNoEdit(standing.looksBack) : doing.tip);
    }
    for (KeyHints* hints : findChildren<KeyHints*>())
        hints->setReadOnly(isReadOnly ? whyNoEdit(standing.looksBack) : QString());
}

} // namespace steward::widgets
