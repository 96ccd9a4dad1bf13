// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/after_pane.h"

#include "core/words/short_words.h"
#include "ui/style/type.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/plain_views.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace steward::reviews {

using account::Line;
using style::px;
using style::Tone;
using style::Type;
using widgets::Shade;
using widgets::ToneLabel;

AfterPane::AfterPane(ReviewsPresenter& presenter, QWidget* parent)
    : FormPane(QStringLiteral("reviews.after"), parent)
    , m_presenter(presenter)
    , m_after(presenter)
    , m_about(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_held(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_day(new QLineEdit)
    , m_from(new QLineEdit)
    , m_to(new QLineEdit)
    , m_guests(new account::LinesView(QStringLiteral("reviews.after.guests"), tr("Who was there"), {0, 24, 0, 0}))
    , m_record(widgets::plainButton(tr("Record the meeting"), QStringLiteral("reviews.after.record"), true))
    , m_due(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_write(widgets::plainButton(tr("Write the draft..."), QStringLiteral("reviews.after.recap")))
    , m_sent(widgets::plainButton(tr("It is sent"), QStringLiteral("reviews.after.sent")))
    , m_open(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_make(widgets::plainButton(tr("Make them"), QStringLiteral("reviews.after.make")))
    , m_calendar(widgets::plainButton(tr("Calendar file..."), QStringLiteral("reviews.after.calendar")))
{
    setTitle(tr("After the meeting"));
    for (ToneLabel* each : {m_about, m_held, m_due, m_open})
        each->setWordWrap(true);
    column().addWidget(m_about);
    addMeeting();
    addRecap();
    addFollowUps();
    column().addStretch();
}

void AfterPane::addMeeting()
{
    column().addSpacing(px(6));
    column().addWidget(new ToneLabel(tr("1  The meeting"), Type::Strong));
    column().addWidget(m_held);
    const std::tuple<QLineEdit*, const char*, QString, int> fields[] = {{m_day, "reviews.after.day", tr("Day"), 5},
                                                                        {m_from, "reviews.after.from", tr("From"), 3},
                                                                        {m_to, "reviews.after.to", tr("To"), 3}};
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    for (const auto& [field, name, label, stretch] : fields) {
        addField(field, name, label);
        auto* cell = new QVBoxLayout;
        cell->setSpacing(px(2));
        cell->addWidget(new ToneLabel(label, Type::Small, Tone::Muted));
        cell->addWidget(field);
        row->addLayout(cell, stretch);
    }
    column().addLayout(row);
    column().addWidget(new ToneLabel(tr("Who was there (Space)"), Type::Small, Tone::Muted));
    column().addWidget(m_guests, 1);
    column().addWidget(faultLabel());
    m_record->setToolTip(tr("On the account's timeline, with a task for the recap (Ctrl+Enter)"));
    column().addWidget(m_record, 0, Qt::AlignLeft);
    m_guests->installEventFilter(this);
    connect(m_guests, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { toggle(index.row()); });
    connect(m_guests, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) { toggle(index.row()); });
    connect(m_record, &QPushButton::clicked, this, &AfterPane::save);
}

void AfterPane::addHead(const QString& text)
{
    column().addSpacing(px(4));
    column().addWidget(new widgets::Rule);
    column().addWidget(new ToneLabel(text, Type::Strong));
}

void AfterPane::addRecap()
{
    addHead(tr("2  The recap"));
    column().addWidget(m_due);
    auto* buttons = new widgets::FlowLayout;
    buttons->addWidget(m_write);
    buttons->addWidget(m_sent);
    column().addLayout(buttons);
    m_write->setToolTip(tr("What was agreed, with the customer's slides, as a draft for your mail program"));
    connect(m_write, &QPushButton::clicked, this, &AfterPane::recapRequested);
    connect(m_sent, &QPushButton::clicked, this, [this] { m_after.recordRecap(); });
}

void AfterPane::addFollowUps()
{
    addHead(tr("3  Tasks and check-ins"));
    column().addWidget(m_open);
    auto* buttons = new widgets::FlowLayout;
    buttons->addWidget(m_make);
    buttons->addWidget(m_calendar);
    column().addLayout(buttons);
    m_calendar->setToolTip(tr("The check-ins with sponsor, champion and decision maker, for a calendar"));
    connect(m_make, &QPushButton::clicked, this, [this] { m_after.makeFollowUps(); });
    connect(m_calendar, &QPushButton::clicked, this, &AfterPane::calendarRequested);
}

void AfterPane::open()
{
    show();
    takeMeeting();
    refresh();
    if (m_after.isHeld() && m_write->isEnabled())
        m_write->setFocus();
    else
        m_day->setFocus();
}

/// What the record says into the fields; without one an hour of today is proposed.
void AfterPane::takeMeeting()
{
    clearFault();
    const auto known = m_after.meeting();
    m_taken = known;
    m_there = known ? known->attendees : std::vector<ContactId>();
    const std::array<QString, 3> texts =
        known ? m_after.textsOf(*known)
              : std::array<QString, 3>{words::dayText(m_presenter.book().asked().day, m_presenter.locale()), {}, {}};
    m_day->setText(texts[0]);
    m_from->setText(texts[1]);
    m_to->setText(texts[2]);
}

void AfterPane::refresh()
{
    const qbr::Pack* pack = m_presenter.pack();
    m_about->setText(pack ? QString(pack->accountName + QStringLiteral(", ") + m_presenter.quarterText(pack->quarter))
                          : QString());
    if (m_after.meeting() != m_taken) // another one is on record: an edit, or undo
        takeMeeting();
    m_people = m_after.guests();
    showGuests();
    showSteps();
}

void AfterPane::showGuests()
{
    std::vector<Line> lines;
    for (const AfterMeeting::Guest& each : m_people) {
        const bool wasThere = std::ranges::find(m_there, each.contact) != m_there.end();
        Line& line = lines.emplace_back();
        line.icon = wasThere ? QStringLiteral("circle-check") : QStringLiteral("circle");
        line.iconShade = wasThere ? Shade::Plain : Shade::Muted;
        line.record = {Entity::Contact, each.contact.value()}; // who is chosen stays chosen
        line.text = each.position.isEmpty() ? each.name : QString(each.name + QStringLiteral(", ") + each.position);
        line.spoken = (wasThere ? tr("%1, was there") : tr("%1, was not there")).arg(line.text);
    }
    if (lines.empty()) {
        Line& none = lines.emplace_back();
        none.kind = Line::Kind::Note;
        none.text = tr("No contact is known. Add who was there to the account.");
    }
    m_guests->show(std::move(lines));
    int height = 0;
    for (int row = 0; row < m_guests->lines().rowCount(); ++row)
        height += m_guests->sizeHintForRow(row);
    m_guests->setMaximumHeight(height + px(2));
}

void AfterPane::showSteps()
{
    const QLocale& locale = m_presenter.locale();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    const bool isEditable = m_presenter.book().isEditable();
    const auto recap = m_after.recap();
    m_held->setText(recap ? tr("On the account's timeline.") : tr("Not recorded yet."));
    m_record->setText(recap ? tr("Record it again") : tr("Record the meeting"));
    m_record->setEnabled(isEditable && m_presenter.pack());
    const auto due = recap ? m_after.dueOf(*recap) : AfterMeeting::Due{tr("24 hours after the end."), false, false};
    m_due->setText(due.text);
    m_due->setInk(due.isLate ? ToneLabel::Ink(style::Band::Red) : ToneLabel::Ink(Tone::Muted));
    m_write->setEnabled(recap && !m_presenter.isWriting());
    m_sent->setEnabled(recap && !due.isSent && isEditable);
    const qbr::FollowUps open = m_after.followUps();
    const auto count = [&](const std::size_t n) { return locale.toString(qulonglong(n)); };
    m_open->setText(!recap           ? tr("From the actions and the people of the review.")
                    : open.isEmpty() ? tr("All are in the book.")
                                     : tr("Not in the book yet, or changed since: actions %1, check-ins %2.")
                                           .arg(count(open.tasks.size()), count(open.checkIns.size())));
    m_make->setEnabled(!open.isEmpty() && isEditable);
    m_calendar->setEnabled(recap && !recap->checkIns.empty() && !m_presenter.isWriting());
    // A button that cannot be pressed any more hands the focus on, after undo even out of the pane. Not to a field:
    // that would take the next undo for its own.
    if (hadFocus && !isAncestorOf(QApplication::focusWidget()))
        m_record->setFocus();
}

void AfterPane::toggle(int row)
{
    if (row < 0 || row >= int(m_people.size()))
        return;
    const ContactId contact = m_people[std::size_t(row)].contact;
    if (std::erase(m_there, contact) == 0)
        m_there.push_back(contact);
    showGuests();
}

void AfterPane::save()
{
    if (!m_record->isEnabled())
        return;
    auto meeting = m_after.meetingFrom(m_day->text(), m_from->text(), m_to->text());
    if (!meeting) {
        const QString day = words::dayText(m_presenter.book().asked().day, m_presenter.locale());
        tellFault(m_day, tr("Say when it was, as %1, 14:00 to 15:00.").arg(day));
        return;
    }
    if (m_after.isAhead(*meeting)) {
        tellFault(m_day, tr("That day is still ahead; a meeting that is planned is entered with M."));
        return;
    }
    clearFault();
    meeting->attendees = m_there;
    m_after.record(*meeting);
    if (m_write->isEnabled())
        m_write->setFocus();
}

bool AfterPane::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if (watched != m_guests || !(isPress || event->type() == QEvent::ShortcutOverride))
        return FormPane::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    // A list takes Enter for its line, also with Ctrl.
    const bool isSave = isPress && isEnter && (key.modifiers() & Qt::ControlModifier);
    if (key.key() != Qt::Key_Space && !isSave)
        return FormPane::eventFilter(watched, event);
    if (isSave)
        save();
    else if (isPress)
        toggle(m_guests->currentIndex().row());
    event->accept();
    return true;
}

} // namespace steward::reviews
