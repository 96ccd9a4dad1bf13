// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/header.h"

#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/account/account_figures.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QPainter>

namespace steward::account {

using style::Band;
using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

namespace {

constexpr QChar dash(0x2013);
constexpr int soonDays = 60;
constexpr int noticeSoonDays = 30;
constexpr int mostValue = 190;
constexpr int mostTitle = 440;  ///< of the name and what is said below it, before the next step is told longer
constexpr int leastValue = 110; ///< of the next step, before another fact goes

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

class HeaderWriter
{
public:
    HeaderWriter(const AccountFigures& figures, const QLocale& locale)
        : m_figures(figures)
        , m_numbers(*figures.numbers)
        , m_account(figures.facts->account)
        , m_words(m_numbers.content, locale)
        , m_locale(locale)
    {
    }
    HeaderText write() const
    {
        HeaderText text;
        text.name = m_account.name;
        text.about = about();
        writeScore(text);
        text.facts = {arr(), renewal(), stage(), csm(), nextStep()};
        return text;
    }

private:
    [[nodiscard]] QDate day() const { return m_numbers.asked.day; }
    [[nodiscard]] QString shortDay(QDate other) const { return words::shortDay(other, day(), m_locale); }
    [[nodiscard]] QString about() const
    {
        QStringList parts;
        for (const QString& part : {m_account.industry, m_account.country})
            if (!part.isEmpty())
                parts << part;
        if (m_figures.line->standing == AccountStanding::Former)
            parts << (m_account.churnedOn.isValid()
                          ? tr("left on %1").arg(words::dayText(m_account.churnedOn, m_locale))
                          : tr("former customer"));
        else if (m_account.customerSince.isValid())
            parts << tr("customer since %1").arg(words::dayText(m_account.customerSince, m_locale));
        if (const QString family = familyText(); !family.isEmpty())
            parts << family;
        return parts.join(QStringLiteral(" \u00b7 "));
    }
    /// The firm it belongs to and those beside it, or those that belong to it, each with its band.
    [[nodiscard]] QString familyText() const
    {
        constexpr int most = 3;
        const AccountId head = m_account.parent.isValid() ? m_account.parent : AccountId(m_account.id);
        QStringList others;
        int more = 0;
        for (const query::AccountLine& line : m_numbers.lines) {
            const Account& other = line.facts->account;
            if (other.parent != head || other.id == m_account.id)
                continue;
            if (others.size() == most)
                ++more;
            else
                others << tr("%1 (%2)").arg(other.name, m_words.word(u"band", line.band).toLower());
        }
        if (more > 0)
            others << tr("and %1 more").arg(m_locale.toString(more));
        const QString all = others.join(QStringLiteral(", "));
        if (!m_account.parent.isValid())
            return others.isEmpty() ? QString() : tr("heads %1").arg(all);
        const AccountFacts* parent = m_numbers.facts.find(head);
        const QString name = parent ? parent->account.name : m_account.groupName;
        return others.isEmpty() ? tr("part of %1").arg(name) : tr("part of %1, with %2").arg(name, all);
    }
    void writeScore(HeaderText& text) const
    {
        const auto& score = m_figures.score;
        if (!score)
            return;
        const QString known = tr("%1 % known").arg(m_locale.toString(score->coverage().rounded(0)));
        text.badge = {style::bandOf(score->band), {}, true, score->override.has_value()};
        if (score->shown) {
            const auto shown = query::shownScore(*score->shown, m_numbers.content.scorecards.bands);
            text.badge.number =
                shown.digits == 0 ? m_locale.toString(shown.value) : words::tenthsText(shown.value, m_locale);
        }
        text.trend = known;
        if (score->shown && m_figures.moved && score->known == health::Known::Well) {
            const qint64 moved = m_figures.moved->after - m_figures.moved->before;
            text.trend = moved == 0 ? tr("unchanged in four weeks")
                                    : tr("%1 in four weeks").arg(words::signedTenths(moved, m_locale));
            if (moved <= -10)
                text.trendInk = Band::Red;
            else if (moved >= 10)
                text.trendInk = Band::Green;
        }
        const QString band = widgets::spokenBand(text.badge);
        text.spokenScore = tr("Score %1, %2, %3")
                               .arg(text.badge.number.isEmpty() ? tr("unknown") : text.badge.number, band, text.trend);
    }
    [[nodiscard]] HeaderText::Fact arr() const
    {
        const auto& line = *m_figures.line;
        HeaderText::Fact fact{tr("ARR"), dash, tr("no contract amount known"), Tone::Text};
        if (line.mrr) {
            fact.value = words::moneyText({line.mrr->toArrMinor(), line.currency}, m_locale);
            fact.note = !line.seats        ? QString()
                        : *line.seats == 1 ? tr("one seat")
                                           : tr("%1 seats").arg(m_locale.toString(*line.seats));
        }
        return fact;
    }
    [[nodiscard]] HeaderText::Fact renewal() const
    {
        HeaderText::Fact fact{tr("Renewal"), dash, tr("no date known"), Tone::Muted};
        const QDate renewal = m_figures.line->renewal;
        if (!renewal.isValid())
            return fact;
        const qint64 days = day().daysTo(renewal);
        fact.value = days < 0    ? tr("%1 days ago").arg(m_locale.toString(-days))
                     : days == 0 ? tr("today")
                                 : tr("%1 days").arg(m_locale.toString(days));
        fact.note = shortDay(renewal);
        fact.ink = Tone::Text;
        if (days <= soonDays)
            fact.ink = Band::Red;
        for (const revenue::Renewal& each : m_figures.renewals) {
            if (each.cycle != renewal)
                continue;
            if (each.noticeGiven)
                fact.note = tr("%1 \u00b7 notice given").arg(fact.note);
            else if (each.noticeBy.isValid() && each.noticeBy >= day())
                fact.note = tr("%1 \u00b7 notice %2").arg(fact.note, shortDay(each.noticeBy));
            if (each.noticeGiven || (each.noticeBy >= day() && day().daysTo(each.noticeBy) <= noticeSoonDays))
                fact.ink = Band::Red;
            break;
        }
        return fact;
    }
    [[nodiscard]] HeaderText::Fact stage() const
    {
        const QString id = m_figures.line->stage;
        HeaderText::Fact fact{tr("Stage"), id.isEmpty() ? QString(dash) : m_words.word(u"stage", id), {}, Tone::Text};
        if (id.isEmpty())
            fact.ink = Tone::Muted;
        if (!m_figures.clock)
            return fact;
        fact.note = m_figures.clock->target ? tr("day %1, target %2")
                                                  .arg(m_locale.toString(m_figures.clock->days),
                                                       m_locale.toString(*m_figures.clock->target))
                                            : tr("day %1").arg(m_locale.toString(m_figures.clock->days));
        if (m_figures.clock->state == journey::ClockState::Stuck)
            fact.note += tr(", stuck");
        return fact;
    }
    [[nodiscard]] HeaderText::Fact csm() const
    {
        const auto& line = *m_figures.line;
        HeaderText::Fact fact{tr("CSM"), line.csm.isEmpty() ? tr("nobody") : line.csm, {}, Tone::Text};
        if (line.csm.isEmpty())
            fact.ink = Band::Yellow;
        fact.note = line.segment.isEmpty() ? tr("no segment") : m_words.word(u"segment", line.segment);
        return fact;
    }
    [[nodiscard]] HeaderText::Fact nextStep() const
    {
        const Task* next = m_figures.nextStep;
        HeaderText::Fact fact{tr("Next step"), tr("none planned"), {}, Tone::Muted};
        if (!next)
            return fact;
        fact.value = next->title;
        fact.ink = Tone::Text;
        const qint64 days = next->due.isValid() ? day().daysTo(next->due) : 1;
        fact.note = !next->due.isValid() ? tr("no date")
                    : days < 0           ? tr("%1 d late").arg(m_locale.toString(-days))
                    : days == 0          ? tr("today")
                                         : shortDay(next->due);
        if (days < 0)
            fact.ink = Band::Red;
        return fact;
    }

    const AccountFigures& m_figures;
    const BookNumbers& m_numbers;
    const Account& m_account;
    words::ContentWords m_words;
    QLocale m_locale;
};

} // namespace

HeaderText headerText(const AccountFigures& figures, const QLocale& locale)
{
    return HeaderWriter(figures, locale).write();
}

/// The badge on its tint.
class Header::Pill final : public QWidget
{
public:
    using QWidget::QWidget;
    void show(const widgets::Badge& badge)
    {
        m_badge = badge;
        setFixedSize(sizeHint());
        update();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics strong(style::fontOf(Type::Strong));
        const QFontMetrics body(style::fontOf(Type::Body));
        const QString number = m_badge.number.isEmpty() ? QString(dash) : m_badge.number;
        const int digits = std::max(strong.horizontalAdvance(number) + 2, px(17));
        return {px(14 + 5 + 5 + 16) + digits + body.horizontalAdvance(widgets::bandWord(m_badge.band)) +
                    widgets::lockWidth(m_badge),
                std::max(px(22), body.height() + px(5))};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const style::Theme& theme = style::Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.band(m_badge.band).tint);
        painter.drawRoundedRect(rect(), 4, 4);
        widgets::paintBadge(painter, rect().adjusted(px(8), 0, -px(4), 0), m_badge, theme);
    }

private:
    widgets::Badge m_badge;
};

Header::Header(QWidget* parent)
    : QWidget(parent)
    , m_name(new ToneLabel({}, Type::Title))
    , m_about(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_pill(new Pill)
    , m_trend(new ToneLabel({}, Type::Small, Tone::Muted))
{
    setObjectName(QStringLiteral("account.header"));
    m_name->setObjectName(QStringLiteral("account.name"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(10), px(16), px(6));
    row->setSpacing(0);
    const auto column = [](QWidget* box) {
        auto* lines = new QVBoxLayout(box);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(px(1));
        return lines;
    };
    auto* title = new QWidget;
    auto* titleLines = column(title);
    titleLines->addStretch();
    titleLines->addWidget(m_name);
    titleLines->addWidget(m_about);
    titleLines->addStretch();
    row->addWidget(title, 1);
    auto* score = new QWidget;
    auto* scoreLines = column(score);
    scoreLines->setContentsMargins(px(12), 0, 0, 0);
    scoreLines->addStretch();
    scoreLines->addWidget(m_pill, 0, Qt::AlignRight);
    scoreLines->addWidget(m_trend, 0, Qt::AlignRight);
    scoreLines->addStretch();
    row->addWidget(score);
    for (int i = 0; i < 5; ++i) {
        auto* box = new QWidget;
        auto* inner = new QHBoxLayout(box);
        inner->setContentsMargins(px(16), 0, 0, 0);
        inner->setSpacing(px(16));
        auto* rule = new widgets::Rule;
        rule->setFixedSize(1, px(44));
        auto* lines = new QVBoxLayout;
        lines->setSpacing(px(1));
        Cell cell{box, new ToneLabel({}, Type::Small, Tone::Muted), new ToneLabel({}, Type::Strong),
                  new ToneLabel({}, Type::Small, Tone::Muted)};
        lines->addStretch();
        for (ToneLabel* label : {cell.head, cell.value, cell.note})
            lines->addWidget(label);
        lines->addStretch();
        inner->addWidget(rule);
        inner->addLayout(lines);
        row->addWidget(box);
        m_cells.push_back(cell);
    }
}

void Header::show(const HeaderText& text)
{
    m_text = text;
    m_name->setText(text.name);
    m_name->setElided();
    m_about->setText(text.about);
    m_about->setElided();
    m_pill->show(text.badge);
    m_pill->setAccessibleName(text.spokenScore);
    m_pill->setToolTip(style::plainTip(text.spokenScore));
    m_trend->setText(text.trend);
    m_trend->setInk(text.trendInk);
    for (std::size_t i = 0; i < m_cells.size() && i < text.facts.size(); ++i) {
        const HeaderText::Fact& fact = text.facts[i];
        const Cell& cell = m_cells[i];
        cell.head->setText(fact.head);
        const QFontMetrics metrics(style::fontOf(Type::Strong));
        cell.value->setText(metrics.elidedText(fact.value, Qt::ElideRight, px(mostValue)));
        cell.value->setToolTip(style::plainTip(fact.value));
        cell.value->setInk(fact.ink);
        cell.note->setText(fact.note);
        // A line is never cut: the box is as wide as its widest.
        int widest = 0;
        for (const ToneLabel* label : {cell.head, cell.value, cell.note})
            widest = std::max(widest, label->fontMetrics().horizontalAdvance(label->text()) + 2);
        cell.box->setMinimumWidth(widest + px(33));
    }
    const Cell& next = m_cells.back();
    const HeaderText::Fact& step = text.facts.back();
    const int whole = QFontMetrics(style::fontOf(Type::Strong)).horizontalAdvance(step.value);
    const bool isPlanned = !step.note.isEmpty();
    m_leastNext = px(33) + 2 + (isPlanned ? std::min(whole, px(leastValue)) : whole);
    for (const ToneLabel* label : {next.head, next.note})
        m_leastNext = std::max(m_leastNext, label->fontMetrics().horizontalAdvance(label->text()) + 2 + px(33));
    fit();
}

void Header::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// The name is not squeezed under its room: first the next step is cut, then CSM goes, where no step is planned that,
/// then the stage.
void Header::fit()
{
    if (m_text.facts.empty())
        return;
    const int name = m_name->fontMetrics().horizontalAdvance(m_text.name) + 2;
    int needed = px(32 + 12) + std::max(m_pill->width(), m_trend->minimumSizeHint().width()) +
                 std::clamp(name, px(120), px(320));
    std::vector<int> widths;
    for (const Cell& cell : m_cells) {
        widths.push_back(&cell == &m_cells.back() ? m_leastNext
                                                  : std::max(cell.box->minimumWidth(), cell.box->sizeHint().width()));
        needed += widths.back();
    }
    std::vector<bool> isShown(m_cells.size(), true);
    std::vector<std::size_t> order{3, 2, 0};
    if (m_text.facts.back().note.isEmpty())
        order.insert(order.begin() + 1, m_cells.size() - 1);
    for (const std::size_t i : order) {
        if (needed <= width())
            break;
        isShown[i] = false;
        needed -= widths[i];
    }
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        m_cells[i].box->setVisible(isShown[i]);
    // What is left beside the name is the next step's, which is a whole sentence.
    const Cell& next = m_cells.back();
    const QFontMetrics metrics(style::fontOf(Type::Strong));
    const int titled =
        std::clamp(std::max(name, m_about->fontMetrics().horizontalAdvance(m_text.about) + 2), px(120), px(mostTitle));
    const int spare = width() - needed - (titled - std::clamp(name, px(120), px(320)));
    const int room = m_leastNext - px(33) + std::max(0, spare);
    next.value->setText(metrics.elidedText(m_text.facts.back().value, Qt::ElideRight, room));
    next.box->setMinimumWidth(std::max(m_leastNext, metrics.horizontalAdvance(next.value->text()) + 2 + px(33)));
}

} // namespace steward::account
