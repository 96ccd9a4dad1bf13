// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/list_page.h"

#include "ui/widgets/page_stack.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>

namespace steward::widgets {

ListPage::ListPage(Face face, QWidget* parent)
    : View(std::move(face), parent)
    , m_header(new PageHeader(View::face().title))
    , m_rule(new Rule)
    , m_column(new QVBoxLayout(this))
    , m_states(new PageStack)
    , m_nothing(new StatePage(View::face().icon))
    , m_import(m_nothing->addButton(tr("Import your accounts (CSV)"), QString(View::face().name + u".import"), true))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_header);
    m_column->addWidget(m_rule);
    m_column->addWidget(m_states, 1);
    m_states->addWidget(m_nothing);
    m_import->hide();
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT goRequested({QStringLiteral("import"), 0, {}}); });
}

void ListPage::setHeaderShown(bool isShown)
{
    m_header->setVisible(isShown);
    m_rule->setVisible(isShown);
}

void ListPage::addAbove(QWidget* widget) { m_column->insertWidget(m_above++, widget); }

void ListPage::setContent(QWidget* content, KeyHints* keys, std::vector<SidePane*> panes)
{
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(content, 1);
    left->addWidget(keys);
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    m_panes = std::move(panes);
    for (SidePane* pane : m_panes) {
        row->addWidget(pane);
        pane->hide();
    }
    m_states->insertWidget(0, body);
    showContent();
}

void ListPage::showContent() { m_states->setCurrentIndex(0); }

void ListPage::showNothing(const QString& title, const QString& text)
{
    m_nothing->say(title, text);
    m_import->hide();
    m_states->setCurrentWidget(m_nothing);
}

void ListPage::showNoAccounts(const QString& text)
{
    showNothing(tr("No accounts yet"), text);
    m_import->show();
}

void ListPage::showPane(SidePane* pane)
{
    for (SidePane* each : m_panes)
        if (each != pane && !each->isHidden())
            each->putAway();
    if (pane)
        pane->show();
}

void ListPage::addKey(const char* name, const QString& text, const QString& tip, const QString& icon,
                      const QKeySequence& keys, Needs needs, std::function<void()> run)
{
    addCommand({QString::fromLatin1(name), text,
                QString(tip + QStringLiteral(" (") + keys.toString(QKeySequence::NativeText) + u')'), icon, keys, needs,
                MenuId::Own, false, std::move(run)});
}

} // namespace steward::widgets
