// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/meeting_header.h"

#include "core/query/people_seen.h"
#include "core/words/content_words.h"
#include "ui/meeting/note_words.h"
#include "ui/style/icons.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

namespace steward::meeting {

using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

MeetingHeader::MeetingHeader(MeetingPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_name(new ToneLabel({}, Type::Title))
    , m_about(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_subject(new QLineEdit)
    , m_kind(new QComboBox)
    , m_people(new QHBoxLayout)
    , m_add(new QToolButton)
    , m_who(new QMenu(this))
    , m_time(new ToneLabel({}, Type::Strong))
    , m_elapsed(new ToneLabel({}, Type::Body, Tone::Muted))
    , m_clock(new QTimer(this))
{
    m_name->setElided();
    m_about->setElided();
    m_name->setMinimumWidth(px(120));
    m_subject->setObjectName(QStringLiteral("meeting.subject"));
    m_subject->setAccessibleName(tr("What it is about"));
    m_subject->setPlaceholderText(tr("What it is about"));
    m_subject->setMinimumWidth(px(90));
    m_subject->setMaximumWidth(px(260));
    m_kind->setObjectName(QStringLiteral("meeting.kind"));
    m_kind->setAccessibleName(tr("How you speak"));
    m_add->setObjectName(QStringLiteral("meeting.person"));
    m_add->setText(tr("Person"));
    m_add->setIcon(style::icon(QStringLiteral("plus")));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->setToolTip(tr("Who takes part (Ctrl+P)"));
    m_who->setObjectName(QStringLiteral("meeting.who.menu"));
    connect(m_add, &QToolButton::clicked, this, &MeetingHeader::askWho);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_about);
    m_people->setSpacing(px(6));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(8), px(12), px(8));
    row->setSpacing(px(10));
    row->addLayout(names, 2);
    row->addWidget(m_subject, 2);
    row->addWidget(m_kind);
    row->addSpacing(px(8));
    row->addWidget(new ToneLabel(tr("With"), Type::Body, Tone::Muted));
    row->addLayout(m_people);
    row->addWidget(m_add);
    row->addSpacing(px(8));
    m_time->setObjectName(QStringLiteral("meeting.time"));
    m_elapsed->setObjectName(QStringLiteral("meeting.elapsed"));
    row->addWidget(m_time);
    row->addWidget(m_elapsed);
    constexpr int tickMs = 5'000;
    m_clock->setInterval(tickMs);
    connect(m_clock, &QTimer::timeout, this, &MeetingHeader::showClock);
    connect(m_subject, &QLineEdit::textEdited, &presenter, &MeetingPresenter::setSubject);
    connect(m_kind, &QComboBox::activated, this,
            [this](int index) { m_presenter.setKind(m_kind->itemData(index).toString()); });
}

void MeetingHeader::refresh()
{
    const AccountFacts* facts = m_presenter.facts();
    if (!facts)
        return;
    const Touch& touch = m_presenter.touch();
    const BookNumbers& numbers = *m_presenter.book().numbers();
    const QLocale& locale = m_presenter.locale();
    const words::ContentWords words(numbers.content, locale);
    m_name->setText(facts->account.name);
    QStringList about{dayWord(touch.day, locale)};
    if (touch.at)
        about << locale.toString(QDateTime::fromMSecsSinceEpoch(touch.at->ms, numbers.facts.book().zone).time(),
                                 QStringLiteral("HH:mm"));
    if (touch.minutes)
        about << tr("%1 min").arg(locale.toString(*touch.minutes));
    m_about->setText(about.join(QStringLiteral(" \u00b7 ")));
    if (m_subject->text() != touch.subject && !m_subject->hasFocus())
        m_subject->setText(touch.subject);
    if (m_kind->count() == 0)
        for (const char* kind : {"call", "video", "meeting", "training", "event", "chat"})
            m_kind->addItem(words.word(u"touch_kind", QString::fromLatin1(kind)), QString::fromLatin1(kind));
    const int at = m_kind->findData(touch.kind);
    if (at < 0)
        m_kind->addItem(words.word(u"touch_kind", touch.kind), touch.kind);
    m_kind->setCurrentIndex(m_kind->findData(touch.kind));
    const bool isWriting = m_presenter.state() == MeetingPresenter::State::Writing && m_presenter.book().isEditable();
    for (QWidget* each :
         {static_cast<QWidget*>(m_subject), static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_add)})
        each->setEnabled(isWriting);
    showPeople();
    showClock();
}

QString MeetingHeader::elapsedText(const Touch& touch, Instant now, const QLocale& locale)
{
    constexpr qint64 minuteMs = 60'000;
    constexpr qint64 mostMinutes = 8 * 60;
    const qint64 minutes = touch.at ? (now.ms - touch.at->ms) / minuteMs : mostMinutes + 1;
    if (std::abs(minutes) > mostMinutes)
        return {};
    return minutes < 0 ? tr("in %1 min").arg(locale.toString(-minutes)) : tr("%1 min").arg(locale.toString(minutes));
}

/// What time it is, and how long they have been speaking.
void MeetingHeader::showClock()
{
    const bool isRunning = m_presenter.state() == MeetingPresenter::State::Writing && m_presenter.book().isEditable() &&
                           m_presenter.facts();
    m_time->setVisible(isRunning);
    m_elapsed->setVisible(isRunning);
    if (!isRunning) {
        m_clock->stop();
        return;
    }
    if (!m_clock->isActive())
        m_clock->start();
    const Instant now = m_presenter.book().now();
    const QLocale& locale = m_presenter.locale();
    const auto at = QDateTime::fromMSecsSinceEpoch(now.ms, m_presenter.book().numbers()->facts.book().zone);
    m_time->setText(locale.toString(at.time(), QStringLiteral("HH:mm")));
    m_elapsed->setText(elapsedText(m_presenter.touch(), now, locale));
}

void MeetingHeader::showPeople()
{
    constexpr std::size_t most = 2;
    QStringList wanted;
    std::vector<std::pair<ContactId, QString>> people;
    for (const ContactId id : m_presenter.touch().contacts)
        for (const Contact& each : m_presenter.facts()->of<Contact>())
            if (each.id == id.value()) {
                people.emplace_back(id, each.name);
                wanted << each.name;
            }
    wanted << (m_add->isEnabled() ? QStringLiteral("+") : QString());
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    while (QLayoutItem* item = m_people->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be what was just clicked
        }
        delete item;
    }
    for (std::size_t i = 0; i < people.size() && i < most; ++i) {
        auto* chip = new QToolButton;
        chip->setObjectName(QStringLiteral("meeting.person.%1").arg(people[i].first.value()));
        QString name = fontMetrics().elidedText(people[i].second, Qt::ElideRight, px(130));
        chip->setText(style::plainLabel(name));
        chip->setIcon(style::icon(QStringLiteral("x")));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setLayoutDirection(Qt::RightToLeft);
        chip->setFocusPolicy(Qt::StrongFocus);
        chip->setAccessibleName(tr("%1 takes part; take out").arg(people[i].second));
        chip->setToolTip(style::plainTip(tr("Take %1 out").arg(people[i].second)));
        chip->setEnabled(m_add->isEnabled());
        connect(chip, &QToolButton::clicked, this,
                [this, id = people[i].first] { m_presenter.setTakesPart(id, false); });
        m_people->addWidget(chip);
    }
    if (people.size() > most)
        m_people->addWidget(new ToneLabel(tr("and %1 more").arg(people.size() - most), Type::Small, Tone::Muted));
}

void MeetingHeader::fillMenu()
{
    QMenu& menu = *m_who;
    menu.clear();
    const AccountFacts* facts = m_presenter.facts();
    if (!facts)
        return;
    for (const query::PersonSeen& each : query::peopleSeen(*facts, m_presenter.book().asked().day)) {
        if (!each.isPresent)
            continue;
        const ContactId id(each.contact->id);
        auto* action = menu.addAction(style::plainLabel(each.contact->name));
        action->setCheckable(true);
        const auto& contacts = m_presenter.touch().contacts;
        action->setChecked(std::ranges::find(contacts, id) != contacts.end());
        connect(action, &QAction::toggled, this, [this, id](bool isIn) { m_presenter.setTakesPart(id, isIn); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nobody is known by name"))->setEnabled(false);
}

void MeetingHeader::askWho()
{
    if (!m_add->isEnabled())
        return;
    fillMenu();
    m_who->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

} // namespace steward::meeting
