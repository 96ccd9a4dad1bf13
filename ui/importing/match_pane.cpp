// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/match_pane.h"

#include "ui/importing/delegates.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QKeyEvent>

namespace steward::importing {

using style::px;
using style::Tone;
using style::Type;

MatchPane::MatchPane(ImportPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_list(plainList(presenter.matches(), QStringLiteral("import.matches"), tr("Names with no account")))
    , m_title(new widgets::ToneLabel({}, Type::Small, Tone::Muted))
    , m_acceptAll(linkButton({}, QStringLiteral("import.accept")))
    , m_choice(new QLineEdit)
    , m_choiceLabel(new widgets::ToneLabel({}, Type::Body, Tone::Muted))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), px(8), px(12), px(4));
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_acceptAll);
    column->addLayout(head);
    m_list->setItemDelegate(
        new TwoLineDelegate({{}, MatchesModel::HangsRole, MatchesModel::MeantRole, MatchesModel::WhyRole, true}, this));
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), px(6), px(16), px(6));
    m_choice->setObjectName(QStringLiteral("import.choice"));
    m_choice->setAccessibleName(tr("The account it is"));
    m_choice->setPlaceholderText(tr("Name of an account, then Enter"));
    row->addWidget(m_choiceLabel);
    row->addWidget(m_choice, 1);
    column->addLayout(row);
    m_choice->hide();
    m_choiceLabel->hide();
    auto* note = new widgets::ToneLabel(
        tr("An accepted name is remembered as another name of the account; the next file finds it by itself."),
        Type::Small, Tone::Muted);
    note->setWordWrap(true);
    note->setContentsMargins(px(16), px(2), px(16), px(8));
    column->addWidget(note);
    column->addWidget(new widgets::KeyHints({{QStringLiteral("Enter"), tr("same")},
                                             {QStringLiteral("C"), tr("choose")},
                                             {QStringLiteral("N"), tr("new")},
                                             {QStringLiteral("X"), tr("leave out")}}));
    connect(m_acceptAll, &QPushButton::clicked, &presenter, &ImportPresenter::acceptProposals);
    connect(m_choice, &QLineEdit::returnPressed, this, &MatchPane::takeChoice);
}

void MatchPane::show()
{
    const MatchesModel& matches = m_presenter.matches();
    m_title->setText(
        matches.rowCount() == 1
            ? tr("One name has no account in the book")
            : tr("%1 names have no account in the book").arg(m_presenter.locale().toString(matches.rowCount())));
    const int proposed = matches.proposed();
    m_acceptAll->setText(proposed == 1 ? tr("Accept the proposal") : tr("Accept %1 proposals").arg(proposed));
    m_acceptAll->setVisible(proposed > 0);
    if (!m_list->currentIndex().isValid() && matches.rowCount() > 0)
        m_list->setCurrentIndex(m_presenter.matches().index(0));
}

void MatchPane::decide(const Decision& decision)
{
    const int row = m_list->currentIndex().row();
    const auto* match = m_presenter.matches().at(row);
    if (!match)
        return;
    const QString name = match->name;
    m_presenter.decide(row, decision);
    // On to the next one that is open.
    const int rows = m_presenter.matches().rowCount();
    for (int i = 0; i < rows; ++i) {
        const int next = (row + i) % rows;
        const auto* each = m_presenter.matches().at(next);
        if (each->decision.kind == Decision::Kind::Open || each->name == name) {
            m_list->setCurrentIndex(m_presenter.matches().index(next));
            if (each->name != name)
                break;
        }
    }
}

void MatchPane::choose()
{
    const auto* match = m_presenter.matches().at(m_list->currentIndex().row());
    const Numbers& numbers = m_presenter.book().numbers();
    if (!match || !numbers)
        return;
    QStringList names;
    for (const query::AccountLine& line : numbers->lines)
        names << line.facts->account.name;
    names.sort(Qt::CaseInsensitive);
    auto* completer = new QCompleter(names, m_choice);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete m_choice->completer();
    m_choice->setCompleter(completer);
    m_choiceLabel->setText(tr("%1 is").arg(match->name));
    m_choice->clear();
    m_choiceLabel->setVisible(true);
    m_choice->setVisible(true);
    m_choice->setFocus();
}

void MatchPane::takeChoice()
{
    const Numbers& numbers = m_presenter.book().numbers();
    const QString typed = m_choice->text().trimmed();
    if (!numbers || typed.isEmpty())
        return;
    const auto line = std::ranges::find_if(numbers->lines, [&](const query::AccountLine& each) {
        return each.facts->account.name.compare(typed, Qt::CaseInsensitive) == 0;
    });
    if (line == numbers->lines.end())
        return;
    m_choice->hide();
    m_choiceLabel->hide();
    m_list->setFocus();
    decide({Decision::Kind::Same, line->facts->id().value(), line->facts->account.name});
}

bool MatchPane::key(int key)
{
    const auto* match = m_presenter.matches().at(m_list->currentIndex().row());
    if (!match)
        return false;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (match->proposal)
            decide({Decision::Kind::Same, match->proposal->like, match->proposal->likeName});
        else
            choose();
        return true;
    case Qt::Key_C:
        choose();
        return true;
    case Qt::Key_N:
        decide({Decision::Kind::Make, 0, {}});
        return true;
    case Qt::Key_X:
    case Qt::Key_Delete:
        decide({Decision::Kind::LeaveOut, 0, {}});
        return true;
    default:
        return false;
    }
}

bool MatchPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* pressed = dynamic_cast<QKeyEvent*>(event);
        if (pressed->modifiers() == Qt::NoModifier && key(pressed->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace steward::importing
