// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/account_figures.h"
#include "ui/account/score_list.h"

#include "core/words/content_words.h"
#include "core/words/short_words.h"

#include <QCoreApplication>

/// The lines of a score in words.
namespace steward::account {

using query::ScoreLine;
using style::Band;

namespace {

constexpr QChar dash(0x2013);
constexpr QChar arrow(0x2192);

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

/// A loss: 0 without a sign.
QString lossText(qint64 tenths, const QLocale& locale)
{
    return tenths == 0 ? locale.toString(0) : words::tenthsText(-tenths, locale);
}

class Writer
{
public:
    Writer(const AccountFigures& figures, const QLocale& locale)
        : m_figures(figures)
        , m_scorecards(figures.numbers->content.scorecards)
        , m_words(figures.numbers->content, locale)
        , m_locale(locale)
    {
    }
    ScoreRow row(const ScoreLine& line) const
    {
        ScoreRow row;
        row.line = line;
        if (line.age)
            writeAge(row);
        switch (line.kind) {
        case ScoreLine::Kind::Group:
            writeGroup(row);
            break;
        case ScoreLine::Kind::Measure:
            writeMeasure(row);
            break;
        case ScoreLine::Kind::Points:
            writePoints(row);
            break;
        case ScoreLine::Kind::Cap:
            writeCap(row);
            break;
        case ScoreLine::Kind::Override:
            writeOverride(row);
            break;
        case ScoreLine::Kind::Score:
            writeScore(row);
            break;
        }
        if (row.spoken.isEmpty())
            row.spoken = QStringList{row.name, row.gained, row.lost, row.why}.join(QStringLiteral(", "));
        return row;
    }

private:
    /// Under a minimum of what is known nothing has points: no line shows a nought for them.
    [[nodiscard]] bool hasScore() const { return m_figures.score->computed.has_value(); }
    /// Tenths of a point of all that applies, as in the preview: what is unknown took none.
    [[nodiscard]] qint64 lostSoFar(const QString& measure) const
    {
        const health::AccountScore& score = *m_figures.score;
        const auto each = std::ranges::find(score.contributions, measure, &health::Contribution::measure);
        if (each == score.contributions.end())
            return 0;
        return query::lostTenths(score)[std::size_t(each - score.contributions.begin())];
    }
    [[nodiscard]] QString tenths(qint64 value) const { return words::tenthsText(value, m_locale); }
    void writeAge(ScoreRow& row) const
    {
        row.age = tr("%1 d").arg(m_locale.toString(*row.line.age));
        row.dataTo = tr("The data behind it reach to %1.")
                         .arg(words::shortDay(row.line.why.dataTo, m_figures.numbers->asked.day, m_locale));
    }
    void writeGroup(ScoreRow& row) const
    {
        const auto* group = content::findById(m_scorecards.groups, row.line.id);
        row.name = group ? m_words.text(group->name) : row.line.id;
        if (row.line.state != health::State::Scored || !hasScore()) {
            row.gained = row.lost = dash;
            row.why = row.line.state == health::State::Scored ? QString() : tr("unknown");
            return;
        }
        row.gained = tenths(row.line.gained);
        row.lost = lossText(row.line.lost, m_locale);
        row.why = tr("of %1").arg(tenths(row.line.gained + row.line.lost));
    }
    void writeMeasure(ScoreRow& row) const
    {
        const ScoreLine& line = row.line;
        const auto* measure = content::findById(m_scorecards.measures, line.id);
        row.name = measure ? m_words.text(measure->name) : line.id;
        row.why = m_words.sentence(line.why.key, line.why.arguments);
        if (line.state == health::State::NotApplicable) {
            row.instead = tr("does not apply");
            row.spoken = tr("%1 does not apply. %2").arg(row.name, row.why);
            return;
        }
        if (line.state == health::State::Unknown) {
            row.gained = row.lost = dash;
            row.worth = tr("+%1 % known").arg(m_locale.toString(qRound(line.worth * 100)));
            row.spoken = tr("%1 is unknown. %2 It would make %3 percent more known.")
                             .arg(row.name, row.why, m_locale.toString(qRound(line.worth * 100)));
            return;
        }
        if (!hasScore()) {
            row.gained = dash;
            row.lost = lossText(lostSoFar(line.id), m_locale);
            row.spoken = tr("%1: %2 points lost so far. %3").arg(row.name, tenths(lostSoFar(line.id)), row.why);
            return;
        }
        row.gained = tenths(line.gained);
        row.lost = lossText(line.lost, m_locale);
        row.spoken = tr("%1: %2 points gained, %3 lost. %4").arg(row.name, row.gained, tenths(line.lost), row.why);
    }
    void writePoints(ScoreRow& row) const
    {
        row.name = tr("Points");
        if (row.line.state == health::State::Unknown) {
            row.gained = row.lost = dash;
            row.why = tr("too little is known for a score");
            return;
        }
        row.gained = tenths(row.line.gained);
        row.lost = lossText(row.line.lost, m_locale);
        row.why = tr("of %1").arg(tenths(1000));
    }
    void writeCap(ScoreRow& row) const
    {
        const ScoreLine& line = row.line;
        row.why = m_words.sentence(line.why.key, line.why.arguments);
        const auto cap = std::ranges::find(m_figures.score->caps, line.id, &health::CapStep::cap);
        const int limit = cap == m_figures.score->caps.end() ? 0 : cap->notAbove;
        row.name = tr("Not above %1").arg(m_locale.toString(limit));
        if (line.before == 0 && line.lost == 0) {
            row.instead = tr("when there is a score");
            return;
        }
        const QString step = tenths(line.before) + QChar(QChar::Nbsp) + arrow + QChar(QChar::Nbsp) + tenths(line.after);
        row.instead = line.lost > 0 ? step : tr("%1, no effect").arg(tenths(line.before));
        if (line.lost > 0)
            row.lost = lossText(line.lost, m_locale);
        row.spoken = line.lost > 0 ? tr("Cap: %1. From %2 to %3.").arg(row.why, tenths(line.before), tenths(line.after))
                                   : tr("Cap without effect: %1.").arg(row.why);
    }
    void writeOverride(ScoreRow& row) const
    {
        const health::OverrideStep& step = *m_figures.score->override;
        const auto* reason = content::findById(m_scorecards.override.reasons, step.reason);
        row.name = tr("Set by hand");
        row.instead = m_words.word(u"band", step.band);
        row.why = tr("%1, until %2")
                      .arg(step.note.isEmpty() && reason ? m_words.text(reason->name) : step.note,
                           words::shortDay(step.until, m_figures.numbers->asked.day, m_locale));
        row.band = style::bandOf(step.band);
    }
    void writeScore(ScoreRow& row) const
    {
        row.name = tr("Score");
        row.band = style::bandOf(m_figures.score->band);
        const auto& shown = m_figures.score->shown;
        if (!shown) {
            row.gained = row.lost = dash;
            row.why = tr("Under %1 % known there is no score").arg(m_locale.toString(m_scorecards.unknownBelow));
            return;
        }
        const query::ShownScore number = query::shownScore(*shown, m_scorecards.bands);
        row.badge = number.digits == 0 ? m_locale.toString(number.value) : tenths(number.value);
        row.gained = tenths(row.line.gained);
        row.lost = lossText(row.line.lost, m_locale);
    }

    const AccountFigures& m_figures;
    const content::Scorecards& m_scorecards;
    words::ContentWords m_words;
    QLocale m_locale;
};

} // namespace

std::vector<ScoreRow> scoreRows(const AccountFigures& figures, const QLocale& locale)
{
    std::vector<ScoreRow> rows;
    const Writer writer(figures, locale);
    for (const ScoreLine& line : figures.sheet)
        rows.push_back(writer.row(line));
    return rows;
}

} // namespace steward::account
