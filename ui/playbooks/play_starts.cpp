// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playbooks/play_editor.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QListWidget>

/// What starts a play that is changed.
namespace steward::playbooks {

using query::PlayDraft;
using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

/// What offers it, with the accounts it would be offered for today.
QWidget* PlayEditor::makeStarts()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_signals = new QListWidget;
    m_signals->setObjectName(QStringLiteral("playbooks.editor.signals"));
    m_signals->setAccessibleName(tr("Signals it starts at"));
    m_signals->setFixedHeight(px(300));
    m_onboarding = new QCheckBox(tr("Accounts in onboarding"));
    m_onboarding->setObjectName(QStringLiteral("playbooks.editor.onboarding"));
    m_standing = new QCheckBox(tr("Only in good standing"));
    m_standing->setObjectName(QStringLiteral("playbooks.editor.standing"));
    m_preview = new ToneLabel({}, Type::Body, Tone::Text);
    m_preview->setWordWrap(true);
    m_preview->setObjectName(QStringLiteral("playbooks.editor.preview"));
    column->addWidget(new ToneLabel(tr("Offered when one of these is open"), Type::Small, Tone::Muted));
    for (QWidget* each : std::initializer_list<QWidget*>{m_signals, m_onboarding, m_standing, m_preview})
        column->addWidget(each);
    column->addStretch();
    connect(m_signals, &QListWidget::itemChanged, this, &PlayEditor::takeStarts);
    connect(m_onboarding, &QCheckBox::clicked, this, &PlayEditor::takeStarts);
    connect(m_standing, &QCheckBox::clicked, this, &PlayEditor::takeStarts);
    return form;
}

void PlayEditor::offer(const std::vector<std::pair<QString, QString>>& signalNames, Preview preview)
{
    m_previewOf = std::move(preview);
    const QSignalBlocker blocker(m_signals);
    m_signals->clear();
    for (const auto& [id, name] : signalNames) {
        auto* item = new QListWidgetItem(name, m_signals);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
}

QString PlayEditor::previewText() const { return m_preview->text(); }

void PlayEditor::takeStarts()
{
    if (m_isFilling || !isStarts())
        return;
    PlayDraft::Starts starts = m_draft.starts();
    // What stays keeps its place.
    for (int row = 0; row < m_signals->count(); ++row) {
        const QString id = m_signals->item(row)->data(Qt::UserRole).toString();
        const bool isOn = m_signals->item(row)->checkState() == Qt::Checked;
        if (isOn && !starts.signalIds.contains(id))
            starts.signalIds << id;
        else if (!isOn)
            starts.signalIds.removeAll(id);
    }
    starts.isOnboarding = m_onboarding->isChecked();
    starts.needsStanding = m_standing->isChecked();
    m_draft.setStarts(starts);
    check();
}

void PlayEditor::showStarts()
{
    const PlayDraft::Starts own = m_draft.starts();
    for (int row = 0; row < m_signals->count(); ++row) {
        QListWidgetItem* item = m_signals->item(row);
        const bool isOn = own.signalIds.contains(item->data(Qt::UserRole).toString());
        item->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
    }
    m_onboarding->setChecked(own.isOnboarding);
    m_standing->setChecked(own.needsStanding);
}

} // namespace steward::playbooks
