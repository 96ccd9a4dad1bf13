// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/flow_text.h"

#include "core/words/content_words.h"
#include "ui/account/lines_pane.h"

#include <QCoreApplication>

namespace steward::journeys {

using account::Line;
using work::FlowKind;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("journey", text); }

QString counted(qsizetype count, const QLocale& locale) { return locale.toString(count); }

qsizetype sizeOf(const work::Flow& flow) { return qsizetype(flow.cases.size()); }

QString agoText(int months, const QLocale& locale)
{
    return months == 12 ? tr("a year ago") : tr("%1 months ago").arg(locale.toString(months));
}

std::optional<int> targetOf(const work::FlowStage& stage) { return stage.stage ? stage.stage->days : std::nullopt; }

/// "9 of 13 moved on": of those who went from the stage.
QString shareText(const FlowShown& shown, const work::Flow& flow, const QLocale& locale)
{
    const work::FlowStage& from = shown.map.stages[std::size_t(flow.from)];
    return tr("%1 of %2 moved on").arg(counted(sizeOf(flow), locale), counted(from.allOut(), locale));
}

QString tookText(const FlowShown& shown, const work::Flow& flow, const QLocale& locale)
{
    const auto days = flow.medianDays();
    if (!days)
        return {};
    const auto target = targetOf(shown.map.stages[std::size_t(flow.from)]);
    return target ? tr("median %1 d, target %2").arg(locale.toString(*days), locale.toString(*target))
                  : tr("median %1 d").arg(locale.toString(*days));
}

QString flowName(const FlowShown& shown, const work::Flow& flow, const QLocale& locale)
{
    if (flow.kind == FlowKind::Began)
        return tr("Began in %1").arg(stageName(shown, flow.to, locale));
    if (flow.kind == FlowKind::Left)
        return tr("Left from %1").arg(stageName(shown, flow.from, locale));
    return tr("%1 to %2").arg(stageName(shown, flow.from, locale), stageName(shown, flow.to, locale));
}

QString accountsText(qsizetype count, const QLocale& locale)
{
    return count == 1 ? tr("one account") : tr("%1 accounts").arg(locale.toString(count));
}

charts::FlowInk inkOf(FlowKind kind)
{
    switch (kind) {
    case FlowKind::Beside:
        return charts::FlowInk::Beside;
    case FlowKind::Back:
        return charts::FlowInk::Back;
    case FlowKind::Left:
        return charts::FlowInk::Left;
    default:
        return charts::FlowInk::Forward;
    }
}

charts::FlowNode nodeOf(const FlowShown& shown, std::size_t index, const QLocale& locale)
{
    const work::FlowStage& stage = shown.map.stages[index];
    charts::FlowNode node;
    node.name = stageName(shown, int(index), locale);
    node.before = tr("%1 %2").arg(counted(stage.before, locale), agoText(shown.asked.months, locale));
    node.now = tr("%1 today").arg(counted(stage.now, locale));
    node.start = double(stage.before);
    node.end = double(stage.now);
    node.isBeside = stage.stage && stage.stage->kind == content::StageKind::Beside;
    node.stay = tr("%1 stay").arg(counted(stage.now, locale));
    node.spoken =
        tr("%1: %2, %3 came, %4 moved on, %5 %9, %6 went back, %7 left, %8")
            .arg(node.name, node.before, counted(stage.came, locale), counted(stage.outOf(FlowKind::Forward), locale),
                 counted(stage.outOf(FlowKind::Beside), locale), counted(stage.outOf(FlowKind::Back), locale),
                 counted(stage.outOf(FlowKind::Left), locale), node.now, besideText(shown, locale));
    return node;
}

charts::FlowBand bandOf(const FlowShown& shown, const work::Flow& flow, const QLocale& locale)
{
    charts::FlowBand band;
    band.count = double(flow.cases.size());
    band.ink = inkOf(flow.kind);
    const QString count = counted(sizeOf(flow), locale);
    if (flow.kind == FlowKind::Forward) {
        band.title = shareText(shown, flow, locale);
        band.about = tookText(shown, flow, locale);
    } else if (flow.kind == FlowKind::Began) {
        band.title = tr("%1 began").arg(count);
    } else if (flow.kind == FlowKind::Left) {
        band.title = tr("%1 left").arg(count);
    }
    QStringList spoken{flowName(shown, flow, locale), accountsText(sizeOf(flow), locale)};
    if (const QString took = tookText(shown, flow, locale); !took.isEmpty())
        spoken << took;
    band.spoken = spoken.join(QStringLiteral(", "));
    return band;
}

Line figureLine(const QString& text, const QString& end)
{
    Line line = account::textLine(text);
    line.end = end;
    return line;
}

void addCases(std::vector<Line>& lines, const FlowShown& shown, const work::Flow& flow, const QLocale& locale)
{
    constexpr std::size_t most = 200;
    const auto target = flow.from == work::nowhere ? std::nullopt : targetOf(shown.map.stages[std::size_t(flow.from)]);
    for (std::size_t i = 0; i < std::min(most, flow.cases.size()); ++i) {
        const work::FlowCase& each = flow.cases[i];
        const AccountFacts* facts = shown.numbers->facts.find(each.account);
        Line& line = lines.emplace_back(account::textLine(facts ? facts->account.name : QString()));
        line.record = {Entity::Account, each.account.value()};
        QStringList about;
        if (each.day.isValid())
            about << words::shortDay(each.day, shown.numbers->asked.day, locale);
        if (flow.from != work::nowhere)
            line.end = tr("%1 d").arg(locale.toString(each.days));
        if (flow.kind == FlowKind::Forward && target && each.days > *target)
            line.endShade = widgets::Shade::Soon;
        if (const query::AccountLine* own = shown.numbers->find(each.account); own && !shown.numbers->scores.empty())
            if (const auto& score = shown.numbers->scores[shown.numbers->indexOf(*own)].shown)
                about << tr("score %1").arg(scoreText(*score, shown.numbers->content.scorecards, locale));
        if (!about.isEmpty())
            line.text += u'\n' + about.join(QStringLiteral(", "));
    }
    if (flow.cases.size() > most)
        lines.push_back(account::textLine(tr("and %1 more").arg(locale.toString(flow.cases.size() - most))));
}

/// Those that accounts are in; first those of the content, in its order.
QStringList segmentsOf(const BookNumbers& numbers)
{
    QStringList own;
    for (const query::AccountLine& line : numbers.lines)
        if (!line.segment.isEmpty() && !own.contains(line.segment))
            own << line.segment;
    own.sort();
    QStringList all;
    for (const content::Segment& each : numbers.content.segments)
        if (own.removeOne(each.id))
            all << each.id;
    return all + own;
}

/// Where value begins: how long customers waited for it.
void addValues(std::vector<Line>& lines, const FlowShown& shown, int stage, const QLocale& locale)
{
    const content::JourneyStage* known = shown.map.stages[std::size_t(stage)].stage;
    if (!known || known->kind != content::StageKind::Onboarding)
        return;
    const journey::ValueQuartiles& values = shown.values;
    lines.push_back(account::headLine(tr("First value, from the first paid day")));
    if (values.came < journey::ValueQuartiles::least) {
        lines.push_back(account::textLine(tr("Too few had it to say how long it takes: %1 so far, %2 wait.")
                                              .arg(counted(values.came, locale), counted(values.waiting, locale))));
        return;
    }
    const std::pair<const char*, std::optional<qint64>> rows[] = {
        {QT_TRANSLATE_NOOP("journey", "A quarter had it by"), values.days[0]},
        {QT_TRANSLATE_NOOP("journey", "Half had it by"), values.days[1]},
        {QT_TRANSLATE_NOOP("journey", "Three quarters had it by"), values.days[2]}};
    for (const auto& [text, days] : rows)
        lines.push_back(figureLine(tr(text), days ? tr("day %1").arg(locale.toString(*days)) : tr("not reached")));
    lines.push_back(figureLine(tr("Still waiting"), counted(values.waiting, locale)));
}

void addFriction(std::vector<Line>& lines, const FlowShown& shown, int stage, const QLocale& locale)
{
    const content::JourneyStage* known = shown.map.stages[std::size_t(stage)].stage;
    if (!known || known->friction.empty())
        return;
    const words::ContentWords words(shown.numbers->content, locale);
    lines.push_back(account::headLine(tr("Where others get stuck")));
    for (const content::Text& each : known->friction)
        lines.push_back(account::textLine(words.text(each)));
}

} // namespace

ShownFlow flowOn(const Numbers& numbers, const FlowAsked& asked)
{
    auto shown = std::make_shared<FlowShown>();
    const QDate day = numbers->asked.day;
    const QDate from = day.addMonths(-asked.months);
    const content::Journeys& journeys = numbers->content.journeys;
    shown->numbers = numbers;
    shown->asked = asked;
    std::function<bool(const AccountFacts&)> isWanted;
    if (!asked.segment.isEmpty())
        isWanted = [&](const AccountFacts& facts) {
            const query::AccountLine* line = numbers->find(facts.id());
            return line && line->segment == asked.segment;
        };
    shown->map = work::flowOf(numbers->facts, journeys, {from, day}, isWanted);
    shown->before = work::flowOf(numbers->facts, journeys, {from.addMonths(-asked.months), from}, isWanted);
    shown->values = journey::quartilesOf(journey::timeToValue(numbers->facts, {}, day, isWanted));
    shown->segments = segmentsOf(*numbers);
    return shown;
}

QString stageName(const FlowShown& shown, int stage, const QLocale& locale)
{
    const words::ContentWords words(shown.numbers->content, locale);
    const work::FlowStage& own = shown.map.stages[std::size_t(stage)];
    return own.stage ? words.text(own.stage->name) : words.word(u"stage", own.called);
}

QString besideText(const FlowShown& shown, const QLocale& locale)
{
    QStringList names;
    for (std::size_t i = 0; i < shown.map.stages.size(); ++i)
        if (const auto* stage = shown.map.stages[i].stage; stage && stage->kind == content::StageKind::Beside)
            names << stageName(shown, static_cast<int>(i), locale);
    return names.size() == 1 ? tr("to %1").arg(names.front()) : tr("to one beside");
}

std::vector<std::size_t> stagesOf(const FlowShown& shown)
{
    std::vector<std::size_t> stages;
    for (std::size_t i = 0; i < shown.map.stages.size(); ++i) {
        const work::FlowStage& each = shown.map.stages[i];
        const bool isOnTheWay = each.stage && (each.stage->kind == content::StageKind::Onboarding ||
                                               each.stage->kind == content::StageKind::Main);
        if ((isOnTheWay && !content::isRetired(*each.stage)) || each.before + each.came + each.now > 0)
            stages.push_back(i);
    }
    return stages;
}

charts::FlowPicture pictureOf(const FlowShown& shown, const QLocale& locale)
{
    charts::FlowPicture picture;
    const std::vector<std::size_t> stages = stagesOf(shown);
    for (const std::size_t stage : stages)
        picture.nodes.push_back(nodeOf(shown, stage, locale));
    const auto place = [&](int stage) {
        const auto found = std::ranges::find(stages, std::size_t(stage));
        return stage == work::nowhere || found == stages.end() ? charts::outside : int(found - stages.begin());
    };
    for (const work::Flow& flow : shown.map.flows) {
        charts::FlowBand& band = picture.bands.emplace_back(bandOf(shown, flow, locale));
        band.from = place(flow.from);
        band.to = place(flow.to);
    }
    return picture;
}

QString sumText(const FlowShown& shown, const QLocale& locale)
{
    return tr("%1 %2, %3 began, %4 left, %5 today")
        .arg(accountsText(shown.map.before, locale), agoText(shown.asked.months, locale),
             counted(shown.map.count(FlowKind::Began), locale), counted(shown.map.count(FlowKind::Left), locale),
             counted(shown.map.now, locale));
}

BehindText behindFlow(const FlowShown& shown, std::size_t index, const QLocale& locale)
{
    const work::Flow& flow = shown.map.flows[index];
    BehindText text{flowName(shown, flow, locale), accountsText(sizeOf(flow), locale), {}};
    if (flow.kind == FlowKind::Forward) {
        const work::FlowStage& from = shown.map.stages[std::size_t(flow.from)];
        text.lines.push_back(
            figureLine(tr("Moved on, of those who went"),
                       tr("%1 of %2").arg(counted(sizeOf(flow), locale), counted(from.allOut(), locale))));
        if (const auto days = flow.medianDays())
            text.lines.push_back(figureLine(tr("Took, at the median"), tr("%1 d").arg(locale.toString(*days))));
        if (const auto target = targetOf(from))
            text.lines.push_back(figureLine(tr("Target"), tr("%1 d").arg(locale.toString(*target))));
        const auto same = std::ranges::find_if(shown.before.flows, [&](const work::Flow& each) {
            return each.kind == flow.kind && each.from == flow.from && each.to == flow.to;
        });
        const QString earlier =
            same == shown.before.flows.end()
                ? tr("nobody")
                : tr("%1, %2 d").arg(counted(sizeOf(*same), locale), locale.toString(same->medianDays().value_or(0)));
        text.lines.push_back(figureLine(shown.asked.months == 12
                                            ? tr("The year before")
                                            : tr("The %1 months before").arg(locale.toString(shown.asked.months)),
                                        earlier));
    }
    text.lines.push_back(account::headLine(tr("Accounts"), flow.from == work::nowhere ? QString() : tr("took")));
    addCases(text.lines, shown, flow, locale);
    if (flow.from != work::nowhere)
        addFriction(text.lines, shown, flow.from, locale);
    return text;
}

BehindText behindStage(const FlowShown& shown, std::size_t index, const QLocale& locale)
{
    const work::FlowStage& stage = shown.map.stages[index];
    BehindText text{stageName(shown, int(index), locale), tr("%1 today").arg(counted(stage.now, locale)), {}};
    const std::pair<QString, qsizetype> rows[] = {
        {shown.asked.months == 12 ? tr("A year ago") : tr("%1 months ago").arg(locale.toString(shown.asked.months)),
         stage.before},
        {tr("+ came"), stage.came},
        {tr("\u2212 moved on"), stage.outOf(FlowKind::Forward)},
        {QString(QStringLiteral("\u2212 ") + besideText(shown, locale)), stage.outOf(FlowKind::Beside)},
        {tr("\u2212 went back"), stage.outOf(FlowKind::Back)},
        {tr("\u2212 left"), stage.outOf(FlowKind::Left)},
        {tr("= today"), stage.now}};
    for (const auto& [name, count] : rows)
        text.lines.push_back(figureLine(name, counted(count, locale)));
    for (const work::Flow& flow : shown.map.flows)
        if (flow.from == int(index) && flow.kind == FlowKind::Left) {
            text.lines.push_back(account::headLine(tr("Left from here"), counted(sizeOf(flow), locale)));
            addCases(text.lines, shown, flow, locale);
        }
    addValues(text.lines, shown, int(index), locale);
    addFriction(text.lines, shown, int(index), locale);
    return text;
}

FlowTable::FlowTable(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void FlowTable::show(const ShownFlow& shown)
{
    beginResetModel();
    m_shown = shown;
    m_stages = shown ? stagesOf(*shown) : std::vector<std::size_t>();
    endResetModel();
}

int FlowTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_stages.empty() ? 0 : static_cast<int>(m_stages.size()) + 1;
}

int FlowTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

std::optional<qsizetype> FlowTable::number(int row, Column column) const
{
    const work::FlowMap& map = m_shown->map;
    const bool isWhole = std::size_t(row) == m_stages.size();
    const work::FlowStage* stage = isWhole ? nullptr : &map.stages[m_stages[std::size_t(row)]];
    switch (column) {
    case Before:
        return stage ? stage->before : map.before;
    case Came:
        return stage ? stage->came : map.count(FlowKind::Began);
    case MovedOn:
        return stage ? std::optional(stage->outOf(FlowKind::Forward)) : std::nullopt;
    case Beside:
        return stage ? std::optional(stage->outOf(FlowKind::Beside)) : std::nullopt;
    case Back:
        return stage ? std::optional(stage->outOf(FlowKind::Back)) : std::nullopt;
    case Left:
        return stage ? stage->outOf(FlowKind::Left) : map.count(FlowKind::Left);
    case Now:
        return stage ? stage->now : map.now;
    case Stage:
    case ColumnCount:
        break;
    }
    return std::nullopt;
}

QVariant FlowTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    const bool isWhole = std::size_t(index.row()) == m_stages.size();
    const auto count = number(index.row(), column);
    const QString text =
        column == Stage ? isWhole ? tr("All") : stageName(*m_shown, int(m_stages[std::size_t(index.row())]), m_locale)
        : count ? m_locale.toString(*count)
                        : QString();
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return column == Stage || text.isEmpty()
                   ? text
                   : QString(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u' ' + text);
    case Qt::TextAlignmentRole:
        return column == Stage ? QVariant() : QVariant(int(Qt::AlignRight | Qt::AlignVCenter));
    case widgets::NumericRole:
        return column != Stage;
    case widgets::SortRole:
        return count ? QVariant(*count) : QVariant(text);
    case widgets::ToneRole:
        return int(column == Left && count.value_or(0) > 0     ? widgets::Shade::Late
                   : count.value_or(0) == 0 && column != Stage ? widgets::Shade::Muted
                                                               : widgets::Shade::Plain);
    default:
        return {};
    }
}

QVariant FlowTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Stage ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const int months = m_shown ? m_shown->asked.months : 12;
    const QString names[] = {tr("Stage"),
                             months == 12 ? tr("A year ago") : tr("%1 months ago").arg(m_locale.toString(months)),
                             tr("+ came"),
                             tr("\u2212 moved on"),
                             m_shown ? QString(QStringLiteral("\u2212 ") + besideText(*m_shown, m_locale)) : QString(),
                             tr("\u2212 went back"),
                             tr("\u2212 left"),
                             tr("= today")};
    return names[section];
}

} // namespace steward::journeys
