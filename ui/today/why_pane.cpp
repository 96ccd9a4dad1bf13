// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/why_pane.h"

#include "core/portfolio/contact_life.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/account/brief_text.h"
#include "ui/account/play_text.h"
#include "ui/style/icons.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace steward::today {

using account::Line;
using style::px;
using style::Tone;
using style::Type;
using widgets::Shade;

namespace {

constexpr std::size_t mostConversations = 4;

QString iconOf(content::Severity severity)
{
    switch (severity) {
    case content::Severity::Critical:
    case content::Severity::High:
        return QStringLiteral("circle-alert");
    case content::Severity::Good:
        return QStringLiteral("sparkles");
    default:
        return QStringLiteral("info");
    }
}

} // namespace

WhyPane::WhyPane(QLocale locale, QWidget* parent)
    : SidePane(QStringLiteral("today.why"), parent)
    , m_locale(std::move(locale))
    , m_title(new widgets::ToneLabel({}, Type::Title2))
    , m_about(new widgets::ToneLabel({}, Type::Small, Tone::Muted))
    , m_list(new account::LinesView(QStringLiteral("today.why.list"), tr("Why"), {0, 24, 0, 0, 30, 30}))
{
    m_title->setWordWrap(true);
    m_about->setWordWrap(true);
    auto* close = widgets::closeButton(QStringLiteral("today.why.close"), tr("Close"), tr("Close (Space)"));
    connect(close, &QToolButton::clicked, this, &WhyPane::closed);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(px(16), px(12), px(12), 0);
    top->addWidget(m_title, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto* about = new QHBoxLayout;
    about->setContentsMargins(px(16), 0, px(16), px(4));
    about->addWidget(m_about);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(px(2));
    column->addLayout(top);
    column->addLayout(about);
    auto* lines = new QHBoxLayout;
    lines->setContentsMargins(px(8), 0, px(4), 0);
    lines->addWidget(m_list);
    column->addLayout(lines, 1);
    connect(m_list, &account::LinesView::behindRequested, this, &WhyPane::closed);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { open(index.row()); });
}

Line& WhyPane::add(const QString& text, Behind behind)
{
    m_behind.push_back(std::move(behind));
    Line& line = m_lines.emplace_back();
    line.text = text;
    line.isWrapped = true;
    return line;
}

void WhyPane::head(const QString& text, const QString& end)
{
    m_behind.emplace_back();
    Line& line = m_lines.emplace_back();
    line.kind = Line::Kind::Head;
    line.text = text;
    line.end = end;
}

void WhyPane::addFactors(const work::TodayRow& row, const ShownDay& shown)
{
    const auto factors = factorsOf(row, *shown->day, m_locale);
    if (factors.empty())
        return;
    head(tr("Why here?"), words::amountText({row.value, shown->day->numbers->currency}, m_locale));
    for (const Factor& factor : factors) {
        Line& line = add(QString(factor.name + QStringLiteral(": ") + factor.why), {});
        line.end = factor.value;
        line.endShade = Shade::Plain;
    }
}

void WhyPane::addReasons(const work::TodayRow& row, const ShownDay& shown)
{
    const QDate today = shown->day->numbers->asked.day;
    const bool isGroup = row.accounts.size() > 1;
    head(isGroup ? tr("Accounts") : tr("Reasons"), m_locale.toString(row.signalList.size()));
    for (std::size_t i = 0; i < row.signalList.size(); ++i) {
        const work::Signal& signal = row.signalList[i];
        const QString sentence = sentenceOf(signal, *shown->day, m_locale);
        Behind behind;
        if (isGroup)
            behind.account = row.accounts[i];
        else
            behind.signal = signal;
        const QString name = isGroup ? QString(nameOf(row.accounts[i], *shown->day) + u'\n') : QString();
        Line& line = add(QString(name + sentence), behind);
        line.icon = iconOf(signal.severity);
        line.iconShade = signal.severity <= content::Severity::High ? Shade::Late : Shade::Muted;
        const qint64 age = signal.newest.isValid() ? signal.newest.daysTo(today) : 0;
        line.end = age > 0 ? tr("%1 d").arg(m_locale.toString(age)) : tr("today");
        line.spoken = QString(content::nameOf(signal.severity) + u", " + line.text + u", " + line.end);
    }
}

void WhyPane::addPlay(const work::TodayRow& row, const ShownDay& shown)
{
    const BookNumbers& numbers = *shown->day->numbers;
    const AccountFacts* facts = row.accounts.size() == 1 ? numbers.facts.find(row.accounts.front()) : nullptr;
    if (facts)
        for (const PlaybookRun* run : account::runningPlays(*facts))
            if (const auto text = account::playText(numbers, facts->id(), run->playbook, m_locale))
                addRunning(*text, row.play == run->playbook);
    const RowText text = rowText(row, *shown->day, m_locale);
    if (text.play.isEmpty() || text.isRunning)
        return;
    head(tr("The play to run"));
    Behind behind;
    behind.isPlay = true;
    Line& line = add(text.play, behind);
    line.icon = QStringLiteral("play");
    line.isStrong = true;
    line.end = text.playNote;
    if (!text.lastTime.isEmpty())
        add(text.lastTime, behind);
}

/// What is next in a play under way, why it runs and what good looks like.
void WhyPane::addRunning(const account::PlayText& text, bool isOfRow)
{
    head(tr("The play under way"));
    Behind behind;
    behind.isPlay = isOfRow;
    behind.record = {Entity::PlaybookRun, text.run};
    Line& line = add(text.name, behind);
    line.icon = QStringLiteral("play");
    line.isStrong = true;
    add(text.about, behind);
    const account::PlayStepText* next = text.next();
    add(next ? tr("Next: %1").arg(account::nextText(*next)) : tr("Every step is done: say how it ended."), behind)
        .isStrong = true;
    if (next)
        add(next->who, behind);
    add(tr("Why: %1").arg(text.why.isEmpty() ? text.reason : text.why), behind);
    add(tr("Good is: %1").arg(text.good), behind);
}

/// What to know before a conversation of today (content 6.2).
void WhyPane::addBrief(const work::TodayRow& row, const ShownDay& shown)
{
    if (row.signalList.front().signal != u"meeting.today" || row.accounts.size() != 1)
        return;
    const auto brief = account::briefText(*shown->day->numbers, row.accounts.front(), m_locale);
    if (brief.empty())
        return;
    head(tr("One-minute brief"));
    for (const account::BriefText& each : brief) {
        Behind behind;
        behind.record = each.record;
        Line& line =
            add(each.name.isEmpty() ? each.said : QString(each.name + QStringLiteral(": ") + each.said), behind);
        line.isStrong = each.isQuestion();
    }
}

void WhyPane::addConversations(const work::TodayRow& row, const ShownDay& shown)
{
    const BookNumbers& numbers = *shown->day->numbers;
    const AccountFacts* facts = row.accounts.size() == 1 ? numbers.facts.find(row.accounts.front()) : nullptr;
    if (!facts)
        return;
    head(tr("Last conversations"));
    const words::ContentWords words(numbers.content, m_locale);
    const QDate today = numbers.asked.day;
    std::size_t count = 0;
    const auto touches = facts->of<Touch>().all();
    for (auto touch = touches.rbegin(); touch != touches.rend() && count < mostConversations; ++touch) {
        if (!touch->day.isValid() || touch->day > today || touch->archivedOn.isValid() || !tookPlace(*touch))
            continue;
        ++count;
        const QString kind = words.word(u"touch_kind", touch->kind);
        const QString said = touch->subject.isEmpty() ? touch->text.left(120) : touch->subject;
        Behind behind;
        behind.record = {Entity::Touch, touch->id};
        Line& line = add(said.isEmpty() ? kind : QString(kind + QStringLiteral(": ") + said), behind);
        line.end = words::shortDay(touch->day, today, m_locale);
    }
    if (count == 0) {
        add(tr("None is in the book."), {});
        m_lines.back().kind = Line::Kind::Note;
    }
}

void WhyPane::show(const work::TodayRow* row, const ShownDay& shown)
{
    m_lines.clear();
    m_behind.clear();
    if (!row) {
        m_title->setText(tr("Why"));
        m_about->setText(tr("Choose a row to see why it stands here."));
    } else {
        const RowText text = rowText(*row, *shown->day, m_locale);
        m_title->setText(text.name);
        QStringList about;
        for (const QString& part : {text.amount, text.turn, text.kind})
            if (!part.isEmpty())
                about << part;
        m_about->setText(about.join(QStringLiteral(" \u00b7 ")));
        addBrief(*row, shown);
        addReasons(*row, shown);
        addPlay(*row, shown);
        addFactors(*row, shown);
        addConversations(*row, shown);
    }
    m_list->show(std::exchange(m_lines, {}));
    m_about->setVisible(!m_about->text().isEmpty());
    setAccessibleName(m_title->text());
    QWidget::show();
}

void WhyPane::open(int row)
{
    if (row < 0 || std::size_t(row) >= m_behind.size())
        return;
    const Behind behind = m_behind[std::size_t(row)];
    if (behind.signal)
        Q_EMIT reasonOpened(*behind.signal);
    else if (behind.isPlay)
        Q_EMIT playAsked();
    else if (behind.account.isValid())
        Q_EMIT accountAsked(behind.account);
    else if (behind.record.id != 0)
        Q_EMIT recordOpened(behind.record);
}

void WhyPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace steward::today
