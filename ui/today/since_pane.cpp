// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/since_pane.h"

#include "core/words/short_words.h"
#include "core/words/words.h"
#include "ui/account/lines_pane.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace steward::today {

using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

SincePane::SincePane(OpenBook& book, QLocale locale, QWidget* parent)
    : SidePane(QStringLiteral("today.since"), parent)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_days(new QComboBox)
    , m_day(new QLineEdit)
    , m_note(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_list(new account::LinesView(QStringLiteral("today.since.list"), tr("What changed"), {0, 24, 0, 0, 30, 30}))
{
    setFixedWidth(px(400));
    m_days->setObjectName(QStringLiteral("today.since.days"));
    m_days->setAccessibleName(tr("Since when"));
    m_day->setObjectName(QStringLiteral("today.since.day"));
    m_day->setAccessibleName(tr("Another day"));
    m_day->setPlaceholderText(tr("or a day: monday, 3 nov, -10"));
    m_note->setObjectName(QStringLiteral("today.since.note"));
    m_note->setWordWrap(true);
    auto* close = widgets::closeButton(QStringLiteral("today.since.close"), tr("Close"), tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &SincePane::closed);
    auto* top = new QHBoxLayout;
    top->addWidget(new ToneLabel(tr("What changed since"), Type::Title2), 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto* days = new QVBoxLayout; // one below the other: a day with the word for it is long
    days->setSpacing(px(6));
    days->addWidget(m_days);
    days->addWidget(m_day);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(px(16), px(12), px(12), px(4));
    head->setSpacing(px(6));
    head->addLayout(top);
    head->addLayout(days);
    head->addWidget(m_note);
    auto* lines = new QHBoxLayout;
    lines->setContentsMargins(px(8), 0, px(4), 0);
    lines->addWidget(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->addLayout(head);
    column->addLayout(lines, 1);
    connect(m_days, &QComboBox::activated, this, [this](int index) { workOut(m_days->itemData(index).toDate()); });
    connect(m_day, &QLineEdit::returnPressed, this, &SincePane::takeTyped);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (std::size_t(index.row()) >= m_entries.size())
            return;
        const SinceEntry entry = m_entries[std::size_t(index.row())];
        if (entry.record.id != 0)
            Q_EMIT recordOpened(entry.account, entry.record);
    });
    hide();
}

/// Days that people ask about.
void SincePane::offerDays()
{
    const QDate today = m_book.asked().day;
    m_days->clear();
    const auto add = [&](const QString& name, QDate day) {
        if (day.isValid() && day < today)
            //: A day behind a word for it, as QDate writes it: in German "ddd d. MMM".
            m_days->addItem(QString(name + QStringLiteral(", ") + m_locale.toString(day, tr("ddd d MMM"))), day);
    };
    add(tr("Yesterday"), today.addDays(-1));
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    add(tr("Last Monday"), monday < today ? monday : monday.addDays(-7));
    const QTimeZone& zone = m_book.numbers()->facts.book().zone;
    for (const book::HistoryEntry& each : m_book.history())
        if (const QDate day = dayOf(each.at, zone); day < today) {
            add(tr("When you last worked"), day);
            break;
        }
    add(tr("A month ago"), today.addMonths(-1));
}

void SincePane::open(PersonId csm)
{
    m_csm = csm;
    QWidget::show();
    if (!m_book.numbers() || !m_book.numbers()->scorer)
        return;
    offerDays();
    m_day->clear();
    const int at = m_days->findData(m_from);
    m_days->setCurrentIndex(std::max(0, at));
    workOut(m_days->currentData().toDate());
    m_list->setFocus();
}

std::vector<query::Author> SincePane::authors() const
{
    std::vector<query::Author> all;
    for (const book::HistoryEntry& each : m_book.history()) {
        const bool isImport = each.label.code.id().starts_with("edit.import");
        all.push_back({each.at, isImport ? words::render(each.label, m_locale) : each.actor, isImport});
    }
    return all;
}

void SincePane::workOut(QDate from)
{
    m_from = from;
    m_isReady = false;
    m_note->setInk(Tone::Muted);
    m_note->setText(tr("Comparing the book with %1 ...").arg(words::dayText(from.addDays(-1), m_locale)));
    const qint64 serial = ++m_serial;
    const auto found = std::make_shared<std::vector<SinceEntry>>();
    m_book.slowly(
        [numbers = m_book.numbers(), asked = SinceAsked{from, m_csm, authors()}, locale = m_locale, found]() -> Status {
            *found = sinceEntries(*numbers, asked, locale);
            return {};
        },
        this,
        [this, found, serial](const Status&) {
            if (serial == m_serial)
                take(*found);
        });
}

void SincePane::take(const std::vector<SinceEntry>& entries)
{
    m_entries = entries;
    std::vector<account::Line> lines;
    for (const SinceEntry& each : entries)
        lines.push_back(each.line);
    const auto count = std::ranges::count_if(entries, [](const auto& each) { return each.record.id != 0; });
    m_note->setText(count == 0 ? tr("Nothing changed from %1 on.").arg(words::dayText(m_from, m_locale))
                               : tr("From %1 on. Enter opens a line.").arg(words::dayText(m_from, m_locale)));
    m_list->show(std::move(lines));
    m_isReady = true;
    if (m_list->row() < 0 && count > 0)
        m_list->step(1);
}

void SincePane::takeTyped()
{
    const QDate today = m_book.asked().day;
    const QDate day = pastDayFrom(m_day->text(), today, m_locale);
    if (!day.isValid() || day > today) {
        m_note->setInk(style::Band::Red);
        m_note->setText(tr("That is no day that lies behind: write it like \"monday\", \"3 nov\" or \"-10\"."));
        return;
    }
    workOut(day);
    m_list->setFocus();
}

void SincePane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace steward::today
