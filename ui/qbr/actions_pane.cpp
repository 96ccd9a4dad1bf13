// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/actions_pane.h"

#include "core/base/date_parser.h"
#include "core/words/date_order.h"
#include "core/words/short_words.h"
#include "ui/style/type.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace steward::reviews {

using account::Line;
using style::px;
using widgets::Shade;

ActionsPane::ActionsPane(ReviewsPresenter& presenter, QWidget* parent)
    : FormPane(QStringLiteral("reviews.actions"), parent)
    , m_presenter(presenter)
    , m_list(new account::LinesView(QStringLiteral("reviews.actions.list"), tr("Actions"), {0, 24, 0, 84, 30, 30}))
    , m_what(new QLineEdit)
    , m_who(new QLineEdit)
    , m_due(new QLineEdit)
    , m_state(new QComboBox)
    , m_why(new QLineEdit)
    , m_save(widgets::plainButton(tr("Save"), QStringLiteral("reviews.actions.save"), true))
    , m_remove(widgets::plainButton(tr("Remove"), QStringLiteral("reviews.actions.remove")))
{
    m_state->addItem(tr("open"), QStringLiteral("open"));
    m_state->addItem(tr("done"), QStringLiteral("done"));
    m_state->addItem(tr("dropped"), QStringLiteral("dropped"));
    m_due->setPlaceholderText(tr("a date"));
    m_who->setPlaceholderText(tr("a name, or us"));
    m_why->setPlaceholderText(tr("why it is still open; never in a deck"));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(px(6));
    addField(m_what, "reviews.action.what", tr("What"), form);
    addField(m_who, "reviews.action.who", tr("Who"), form);
    addField(m_due, "reviews.action.due", tr("When"), form);
    addField(m_state, "reviews.action.state", tr("State"), form);
    addField(m_why, "reviews.action.why", tr("Why"), form);
    auto* fresh = widgets::plainButton(tr("New action"), QStringLiteral("reviews.actions.new"));
    m_save->setToolTip(tr("Save (Ctrl+Enter)"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* each : {m_save, fresh, m_remove})
        buttons->addWidget(each);
    buttons->addStretch();
    column().addWidget(m_list, 1);
    column().addWidget(new widgets::Rule);
    column().addLayout(form);
    column().addWidget(faultLabel());
    column().addLayout(buttons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) { showEntry(now.row()); });
    connect(m_list, &QAbstractItemView::activated, this, [this] { m_what->setFocus(); });
    connect(m_save, &QPushButton::clicked, this, &ActionsPane::save);
    connect(fresh, &QPushButton::clicked, this, &ActionsPane::begin);
    connect(m_remove, &QPushButton::clicked, this, &ActionsPane::remove);
}

void ActionsPane::open(bool ofLast)
{
    m_isOfLast = ofLast;
    setTitle(ofLast ? tr("Actions of the last review") : tr("Actions of this review"));
    show();
    refresh();
    if (m_entries.empty())
        begin();
    else
        m_list->setFocus();
}

void ActionsPane::refresh()
{
    m_entries = m_presenter.actions(m_isOfLast);
    const QLocale& locale = m_presenter.locale();
    std::vector<Line> lines;
    for (const qbr::ActionEntry& each : m_entries) {
        Line& line = lines.emplace_back();
        const bool isDone = each.state == u"done";
        const bool isOver = isDone || each.state == u"dropped";
        line.icon = isDone                     ? QStringLiteral("circle-check")
                    : each.state == u"dropped" ? QStringLiteral("circle-x")
                                               : QStringLiteral("clock");
        const QString who = each.who.isEmpty() ? tr("no name") : each.who == u"us" ? tr("us") : each.who;
        line.text = QString(each.what + u'\n' + who +
                            (each.why.isEmpty() ? QString() : QString(QStringLiteral(", ") + each.why)));
        line.isWrapped = true;
        line.isStruck = each.state == u"dropped";
        line.end = each.due.isValid() ? words::dayText(each.due, locale) : tr("no date");
        const bool isLate = !isOver && each.due.isValid() && each.due < m_presenter.book().asked().day;
        line.endShade = isLate ? Shade::Late : Shade::Muted;
    }
    if (lines.empty()) {
        Line& none = lines.emplace_back();
        none.kind = Line::Kind::Note;
        none.text = tr("No action yet. Say below what is to be done, by whom and when.");
    }
    m_list->show(std::move(lines));
    const bool isEditable = m_presenter.book().isEditable();
    for (QWidget* each : {static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_remove)})
        each->setEnabled(isEditable);
    showEntry(std::min(m_list->currentIndex().row(), int(m_entries.size()) - 1));
}

void ActionsPane::showEntry(int row)
{
    m_row = row >= 0 && row < int(m_entries.size()) ? row : -1;
    const qbr::ActionEntry entry = m_row < 0 ? qbr::ActionEntry() : m_entries[std::size_t(m_row)];
    m_what->setText(entry.what);
    m_who->setText(entry.who == u"us" ? tr("us") : entry.who);
    m_due->setText(entry.due.isValid() ? words::dayText(entry.due, m_presenter.locale()) : QString());
    m_state->setCurrentIndex(std::max(0, m_state->findData(entry.state)));
    m_why->setText(entry.why);
    clearFault();
    m_remove->setEnabled(m_row >= 0 && m_presenter.book().isEditable());
}

void ActionsPane::begin()
{
    showEntry(-1);
    m_what->setFocus();
}

std::optional<qbr::ActionEntry> ActionsPane::typed()
{
    const auto wrong = [&](QLineEdit* field, const QString& sentence) {
        tellFault(field, sentence);
        return std::nullopt;
    };
    qbr::ActionEntry entry;
    entry.what = m_what->text().simplified();
    entry.who = m_who->text().simplified();
    if (entry.who.compare(tr("us"), Qt::CaseInsensitive) == 0)
        entry.who = QStringLiteral("us");
    entry.why = m_why->text().simplified();
    entry.state = m_state->currentData().toString();
    if (entry.what.isEmpty())
        return wrong(m_what, tr("Say what is to be done."));
    const QString due = m_due->text().trimmed();
    if (due.isEmpty())
        return entry;
    const ParsedDate parsed =
        parseDate(due.toStdString(), {words::dateOrderOf(m_presenter.locale()), DateNumbers::None});
    entry.due = parsed.isValid() ? parsed.writtenDay() : QDate();
    if (!entry.due.isValid())
        return wrong(m_due, tr("\"%1\" is no date; write it as %2.")
                                .arg(due, words::dayText(m_presenter.book().asked().day, m_presenter.locale())));
    return entry;
}

void ActionsPane::save()
{
    if (!m_presenter.book().isEditable())
        return;
    auto entry = typed();
    if (!entry)
        return;
    std::vector<qbr::ActionEntry> all = m_entries;
    if (m_row < 0) {
        all.push_back(*entry);
    } else {
        entry->id = m_entries[std::size_t(m_row)].id;
        all[std::size_t(m_row)] = *entry;
    }
    const bool wasNew = m_row < 0;
    m_presenter.setActions(m_isOfLast, all);
    if (wasNew)
        begin();
    else
        m_list->setFocus();
}

void ActionsPane::remove()
{
    if (m_row < 0)
        return;
    std::vector<qbr::ActionEntry> all = m_entries;
    all.erase(all.begin() + m_row);
    m_presenter.setActions(m_isOfLast, all);
    m_list->setFocus();
}

} // namespace steward::reviews
