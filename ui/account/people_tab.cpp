// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/people_tab.h"

#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/account/lines.h"
#include "ui/style/type.h"
#include "ui/widgets/key_button.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace steward::account {

using query::PersonSeen;
using style::Band;
using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

PeopleTab::PeopleTab(AccountPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_map(new PeopleMap)
    , m_list(new LinesView(QStringLiteral("account.people.list"), tr("People"), {0, 32, 220, 110, 31, 27}))
    , m_stack(new QStackedWidget)
    , m_table(new QPushButton(tr("Table")))
    , m_seen(new SeenBars(presenter.locale()))
{
    setObjectName(QStringLiteral("account.people"));
    m_table->setObjectName(QStringLiteral("account.map.table"));
    m_table->setAccessibleName(tr("People as a table"));
    m_table->setFlat(true);
    m_table->setCheckable(true);
    connect(m_table, &QPushButton::toggled, this, &PeopleTab::setTableShown);
    connect(m_map, &PeopleMap::opened, this, [this](qint64 contact) { Q_EMIT opened({Entity::Contact, contact}); });
    connect(m_list, &LinesView::opened, this, &PeopleTab::opened);
    m_stack->addWidget(m_map);
    m_stack->addWidget(m_list);
    auto* facts = new QVBoxLayout;
    facts->setSpacing(px(2));
    m_contact = addFact(facts, tr("In contact, 90 days"));
    m_sponsor = addFact(facts, tr("Sponsor"));
    m_executive = addFact(facts, tr("Executive met"));
    m_thread = new ToneLabel({}, Type::Small, Tone::Text);
    m_thread->setWordWrap(true);
    facts->addWidget(m_thread);
    facts->addStretch();
    auto* factBox = new QWidget;
    factBox->setMinimumWidth(px(190));
    factBox->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    facts->setContentsMargins(0, px(6), 0, 0);
    factBox->setLayout(facts);
    m_head = new QHBoxLayout;
    m_head->addWidget(new ToneLabel(tr("People map"), Type::Strong));
    m_head->addWidget(new ToneLabel(tr("dotted: reports to"), Type::Small, Tone::Muted));
    m_head->addStretch();
    m_head->addWidget(m_table);
    auto* top = new QHBoxLayout;
    top->setSpacing(px(20));
    top->addWidget(m_stack, 1);
    top->addWidget(factBox);
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(px(16), px(8), px(16), px(12));
    column->setSpacing(px(6));
    column->addLayout(m_head);
    column->addLayout(top, 1);
    column->addWidget(new widgets::Rule);
    auto* seenHead = new QHBoxLayout;
    seenHead->addWidget(new ToneLabel(tr("With time"), Type::Strong));
    seenHead->addWidget(new ToneLabel(tr("dot: seen; bar: there"), Type::Small, Tone::Muted));
    seenHead->addStretch();
    column->addLayout(seenHead);
    column->addWidget(m_seen);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("account.people.scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    setFocusProxy(m_map);
}

void PeopleTab::offer(QAction& newPerson)
{
    auto* button = new widgets::KeyButton(newPerson);
    button->setObjectName(QStringLiteral("account.people.new"));
    m_head->insertWidget(m_head->count() - 1, button);
}

PeopleTab::Fact PeopleTab::addFact(QBoxLayout* column, const QString& head)
{
    Fact fact{new ToneLabel({}, Type::Title2), new ToneLabel({}, Type::Small, Tone::Muted)};
    fact.note->setWordWrap(true);
    fact.value->setWordWrap(true);
    column->addWidget(new ToneLabel(head, Type::Small, Tone::Muted));
    column->addWidget(fact.value);
    column->addWidget(fact.note);
    column->addSpacing(px(12));
    return fact;
}

void PeopleTab::setTableShown(bool isShown)
{
    m_table->setChecked(isShown);
    m_stack->setCurrentIndex(isShown ? 1 : 0);
    setFocusProxy(m_stack->currentWidget());
}

std::vector<MapPerson> PeopleTab::mapPeople() const
{
    const AccountFigures& figures = m_presenter.figures();
    const words::ContentWords words(figures.numbers->content, m_presenter.locale());
    const QStringList views{QStringLiteral("unknown"), QStringLiteral("opponent"), QStringLiteral("sceptical"),
                            QStringLiteral("neutral"), QStringLiteral("friendly"), QStringLiteral("supporter")};
    std::vector<MapPerson> people;
    for (const PersonSeen& each : figures.people) {
        MapPerson& person = people.emplace_back();
        const Contact& contact = *each.contact;
        person.contact = contact.id;
        person.name = contact.name;
        person.role = each.roles.isEmpty() ? contact.title : words.word(u"contact_role", each.roles.front());
        person.influence = int(std::clamp<qint64>(contact.influence.value_or(0), 0, 5));
        person.view = std::max(0, int(views.indexOf(contact.viewOfUs)));
        person.isPresent = each.isPresent;
        person.isMet = each.met.isValid() || !each.seen.empty();
        person.reportsTo = contact.reportsTo.value();
        person.seen = each.seen;
        person.from = contact.joinedOn;
        person.to = contact.leftOn;
        if (!each.isPresent)
            person.note =
                tr("left %1").arg(words::shortDay(contact.leftOn, figures.numbers->asked.day, m_presenter.locale()));
        else if (!person.isMet)
            person.note = tr("never met");
    }
    return people;
}

void PeopleTab::refresh()
{
    const std::vector<MapPerson> people = mapPeople();
    m_map->show(people);
    m_seen->show(people, m_presenter.figures().numbers->asked.day);
    m_list->show(peopleLines(m_presenter.figures(), m_presenter.locale()));
    showFacts();
}

void PeopleTab::showFacts()
{
    const AccountFigures& figures = m_presenter.figures();
    const QLocale& locale = m_presenter.locale();
    const QDate day = figures.numbers->asked.day;
    const words::ContentWords words(figures.numbers->content, locale);
    QStringList roles;
    int inContact = 0;
    const PersonSeen* sponsor = nullptr;
    const PersonSeen* leftSponsor = nullptr;
    QDate executive;
    for (const PersonSeen& each : figures.people) {
        if (each.isInContact && each.isPresent) {
            ++inContact;
            const QString role = each.roles.isEmpty() ? tr("no role") : words.word(u"contact_role", each.roles.front());
            if (!roles.contains(role.toLower()))
                roles << role.toLower();
        }
        if (each.has(u"sponsor") && each.isPresent && !sponsor)
            sponsor = &each;
        else if (each.has(u"sponsor") && !each.isPresent && !leftSponsor)
            leftSponsor = &each;
        if (each.has(u"executive") || each.has(u"decision_maker") || each.has(u"sponsor"))
            executive = std::max(executive, each.lastSeen);
    }
    m_contact.value->setText(inContact == 0   ? tr("nobody")
                             : inContact == 1 ? tr("one person")
                                              : tr("%1 people").arg(locale.toString(inContact)));
    m_contact.value->setInk(inContact == 0 ? ToneLabel::Ink(Band::Red) : ToneLabel::Ink(Tone::Text));
    m_contact.note->setText(roles.join(QStringLiteral(", ")));
    m_sponsor.value->setText(sponsor ? sponsor->contact->name : leftSponsor ? tr("nobody") : tr("unknown"));
    m_sponsor.value->setInk(sponsor       ? ToneLabel::Ink(Tone::Text)
                            : leftSponsor ? ToneLabel::Ink(Band::Red)
                                          : ToneLabel::Ink(Tone::Muted));
    m_sponsor.note->setText(
        sponsor && sponsor->lastSeen.isValid() ? tr("seen %1").arg(words::shortDay(sponsor->lastSeen, day, locale))
        : sponsor                              ? tr("never met")
        : leftSponsor ? tr("left %1").arg(words::shortDay(leftSponsor->contact->leftOn, day, locale))
                      : tr("nobody is named; give a person the role"));
    m_executive.value->setText(executive.isValid() ? words::shortDay(executive, day, locale) : tr("never"));
    const qint64 days = executive.isValid() ? executive.daysTo(day) : 0;
    m_executive.value->setInk(!executive.isValid() ? ToneLabel::Ink(Tone::Muted)
                              : days > 90          ? ToneLabel::Ink(Band::Yellow)
                                                   : ToneLabel::Ink(Tone::Text));
    m_executive.note->setText(executive.isValid() ? tr("%1 days ago").arg(locale.toString(days)) : QString());
    const PersonSeen* thread = query::onlyThread(figures.people);
    m_thread->setText(thread ? tr("Without %1 only users would talk to us.").arg(thread->contact->name) : QString());
}

} // namespace steward::account
