// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/editor_presenter.h"

#include "core/portfolio/metrics.h"
#include "core/print/slides.h"
#include "core/words/short_words.h"

#include <QRegularExpression>

namespace steward::reviews {

namespace {

bool isCover(const QString& id) { return id == u"cover"; }

/// The figures of a slide by keys of their own: a slide may show the same figure of several goals.
std::vector<std::pair<QString, QString>> figuresOf(const qbr::Slide& slide, const print::Wording& wording)
{
    std::vector<std::pair<QString, QString>> all;
    QHash<QString, int> counts;
    for (const qbr::Number& number : slide.numbers) {
        const int count = ++counts[number.id];
        const QString tail = count == 1 ? QString() : QString(u'#' + QString::number(count));
        all.emplace_back(QString(slide.id + u'/' + number.id + tail), wording.figure(number));
    }
    return all;
}

/// What it was at the last refresh, where that was another; empty: the same, or not there then.
QString beforeOf(const qbr::Seen& seen, const std::pair<QString, QString>& figure)
{
    const auto old = seen.find(figure.first);
    return old == seen.end() || old->second == figure.second ? QString() : old->second;
}

bool hasWord(const QString& text, const QString& word)
{
    const QRegularExpression whole(QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(word)),
                                   QRegularExpression::CaseInsensitiveOption |
                                       QRegularExpression::UseUnicodePropertiesOption);
    return whole.match(text).hasMatch();
}

/// As they are written, without what ends a sentence.
QStringList numbersIn(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("\\d(?:[\\d.,\\x{a0}\\x{202f}]*\\d)?"));
    QStringList all;
    for (auto each = number.globalMatch(text); each.hasNext();)
        all.append(each.next().captured());
    return all;
}

} // namespace

EditorPresenter::EditorPresenter(ReviewsPresenter& reviews, QObject* parent)
    : QObject(parent)
    , m_reviews(reviews)
{
    connect(&reviews, &ReviewsPresenter::packChanged, this, &EditorPresenter::refresh);
}

void EditorPresenter::open()
{
    m_isOpen = m_reviews.pack() != nullptr;
    m_current = QStringLiteral("summary");
    refresh();
}

void EditorPresenter::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_slides.clear();
    m_deck.clear();
    m_pages.clear();
    Q_EMIT changed();
}

const Qbr* EditorPresenter::review() const { return m_reviews.review(false); }

qbr::Seen EditorPresenter::figuresNow() const
{
    qbr::Seen seen;
    const qbr::Pack* pack = m_reviews.pack();
    if (!pack)
        return seen;
    const print::Wording wording = m_reviews.wording();
    for (const qbr::Slide& slide : pack->slides)
        for (const auto& [key, value] : figuresOf(slide, wording))
            seen[key] = value;
    return seen;
}

void EditorPresenter::refresh()
{
    if (!m_isOpen)
        return;
    const qbr::Pack* pack = m_reviews.pack();
    if (!pack) {
        close();
        return;
    }
    const print::Wording wording = m_reviews.wording();
    const qbr::Seen seen = review() ? qbr::seenFigures(*review()) : qbr::Seen();
    m_slides.clear();
    for (const qbr::Slide& each : pack->slides) {
        const auto* part = content::findById(wording.content().parts, each.part);
        OutlineSlide line{
            each.id,    part ? wording.fill(part->name) : QString(),        {}, each.minutes, each.isHidden,
            each.isOwn, !each.ownTitle.isEmpty() || !each.ownText.isEmpty()};
        line.title = each.ownTitle.isEmpty() ? wording.say(each.title) : each.ownTitle;
        for (const auto& figure : figuresOf(each, wording))
            line.hasMoved = line.hasMoved || !beforeOf(seen, figure).isEmpty();
        m_slides.push_back(std::move(line));
    }
    if (!slide() && !m_slides.empty())
        m_current = m_slides.front().id;
    const BookFacts& book = m_reviews.shown()->numbers()->facts.book();
    m_deck = print::slidesOf(*pack, wording, print::Copy::Presenter, {}, book.zone).slides;
    makePages();
    Q_EMIT changed();
}

void EditorPresenter::makePages()
{
    m_pages.clear();
    m_number = 0;
    int number = 0;
    for (const deck::Slide& each : m_deck) {
        number += each.isHidden ? 0 : 1;
        if (each.id != m_current)
            continue;
        m_pages.push_back(each);
        if (m_number == 0 && !each.isHidden)
            m_number = number;
    }
}

void EditorPresenter::choose(const QString& id)
{
    if (id == m_current)
        return;
    m_current = id;
    makePages();
    Q_EMIT changed();
}

const OutlineSlide* EditorPresenter::slide() const
{
    const auto found = std::ranges::find(m_slides, m_current, &OutlineSlide::id);
    return found == m_slides.end() ? nullptr : &*found;
}

std::vector<SlideFact> EditorPresenter::facts() const
{
    std::vector<SlideFact> all;
    const qbr::Slide* slide = m_reviews.pack() ? m_reviews.pack()->slide(m_current) : nullptr;
    if (!slide)
        return all;
    const print::Wording wording = m_reviews.wording();
    const qbr::Seen seen = review() ? qbr::seenFigures(*review()) : qbr::Seen();
    const auto sentence = [&](const char* kind, const QString& id) {
        const content::Text* text = wording.content().sentence(QString(QLatin1String(kind) + id));
        return text ? wording.fill(*text) : QString();
    };
    const auto figures = figuresOf(*slide, wording);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const qbr::Number& number = slide->numbers[i];
        const QString name = wording.figureName(number);
        if (!name.isEmpty())
            all.push_back({number.id, name, sentence("how.", number.id), figures[i].second, beforeOf(seen, figures[i]),
                           number.dataTo});
    }
    return all;
}

QStringList EditorPresenter::notes() const { return m_pages.empty() ? QStringList() : m_pages.front().notes; }

qbr::SlideChoice::Own EditorPresenter::ownWords() const
{
    if (!review())
        return {};
    const qbr::SlideChoice choice = qbr::slideChoice(*review());
    const auto own = choice.own.find(m_current);
    return own == choice.own.end() ? qbr::SlideChoice::Own() : own->second;
}

QStringList EditorPresenter::doubts() const
{
    QStringList all;
    if (!m_reviews.pack())
        return all;
    const qbr::SlideChoice::Own own = ownWords();
    const print::Wording wording = m_reviews.wording();
    for (const QString& each : wording.content().internalWords)
        if (hasWord(QString(own.title + u'\n' + own.text), each))
            all.append(tr("\"%1\" is a word of ours alone.").arg(each));
    QStringList known = numbersIn(wording.quarter(m_reviews.pack()->quarter));
    for (const auto& [key, value] : figuresNow())
        known.append(numbersIn(value));
    for (const QString& each : numbersIn(own.title))
        if (!known.contains(each))
            all.append(tr("%1 is no figure of this deck.").arg(each));
    return all;
}

std::optional<int> EditorPresenter::moved() const
{
    const qbr::Seen seen = review() ? qbr::seenFigures(*review()) : qbr::Seen();
    if (seen.empty() || !m_reviews.pack())
        return std::nullopt;
    int count = 0;
    for (const auto& [id, value] : figuresNow())
        if (const auto old = seen.find(id); old == seen.end() || old->second != value)
            ++count;
    return count;
}

std::optional<Instant> EditorPresenter::refreshedAt() const { return review() ? review()->refreshedAt : std::nullopt; }

QStringList EditorPresenter::order() const
{
    QStringList ids;
    for (const OutlineSlide& each : m_slides)
        ids.append(each.id);
    return ids;
}

void EditorPresenter::changeSlides(Code code, std::function<void(qbr::SlideChoice&)> change)
{
    const qbr::Pack* pack = m_reviews.pack();
    if (!pack)
        return;
    m_reviews.changeReview({code, {pack->accountName}}, false, [change = std::move(change)](Qbr& review) {
        qbr::SlideChoice choice = qbr::slideChoice(review);
        change(choice);
        qbr::setSlideChoice(review, choice);
    });
}

void EditorPresenter::move(int direction)
{
    QStringList ids = order();
    const qsizetype at = ids.indexOf(m_current);
    const qsizetype to = at + direction;
    if (at < 0 || to < 0 || to >= ids.size() || isCover(m_current) || isCover(ids[to]))
        return;
    ids.swapItemsAt(at, to);
    changeSlides(Code("edit.review-order"), [ids](qbr::SlideChoice& choice) { choice.order = ids; });
}

void EditorPresenter::setHidden(bool isHidden)
{
    if (!slide() || slide()->isHidden == isHidden)
        return;
    if (isCover(m_current)) {
        Q_EMIT said(tr("The cover is always shown."));
        return;
    }
    changeSlides(isHidden ? Code("edit.review-hidden") : Code("edit.review-shown"),
                 [id = m_current, isHidden](qbr::SlideChoice& choice) {
                     choice.hidden.removeAll(id);
                     if (isHidden)
                         choice.hidden.append(id);
                 });
}

void EditorPresenter::addSlide()
{
    QStringList ids = order();
    int number = 1;
    const auto id = [&] { return QString(QStringLiteral("own") + QString::number(number)); };
    while (ids.contains(id()))
        ++number;
    const QString added = id();
    ids.insert(ids.indexOf(m_current) + 1, added);
    const qbr::SlideChoice::Own own{tr("A slide of your own"), {}};
    m_current = added;
    changeSlides(Code("edit.review-added"), [ids, added, own](qbr::SlideChoice& choice) {
        choice.order = ids;
        choice.added.append(added);
        choice.own[added] = own;
    });
}

void EditorPresenter::removeSlide()
{
    if (!slide() || !slide()->isOwn) {
        Q_EMIT said(tr("Only a slide that was added can be taken out; hide this one with H."));
        return;
    }
    const QStringList ids = order();
    const QString gone = m_current;
    const qsizetype at = ids.indexOf(gone);
    m_current = at > 0 ? ids[at - 1] : QString();
    changeSlides(Code("edit.review-taken"), [gone](qbr::SlideChoice& choice) {
        choice.order.removeAll(gone);
        choice.added.removeAll(gone);
        choice.hidden.removeAll(gone);
        choice.own.erase(gone);
    });
}

void EditorPresenter::setOwnWords(const qbr::SlideChoice::Own& own)
{
    if (!slide() || own == ownWords())
        return;
    changeSlides(Code("edit.review-words"), [id = m_current, own](qbr::SlideChoice& choice) {
        choice.own[id] = own;
        if (own == qbr::SlideChoice::Own())
            choice.own.erase(id);
    });
}

std::vector<deck::ChartKind> EditorPresenter::chartKinds() const
{
    const bool hasChart = std::ranges::any_of(m_pages, [](const deck::Slide& page) {
        return std::ranges::any_of(page.elements,
                                   [](const deck::Element& each) { return std::holds_alternative<deck::Chart>(each); });
    });
    return hasChart ? print::chartKindsOf(m_current) : std::vector<deck::ChartKind>();
}

std::optional<deck::ChartKind> EditorPresenter::chartKind() const
{
    const qbr::Slide* slide = m_reviews.pack() ? m_reviews.pack()->slide(m_current) : nullptr;
    return slide && !chartKinds().empty() ? print::chartKindOf(*slide) : std::nullopt;
}

void EditorPresenter::setChartKind(deck::ChartKind kind)
{
    const auto kinds = chartKinds();
    if (std::ranges::find(kinds, kind) == kinds.end() || kind == chartKind())
        return;
    changeSlides(Code("edit.review-chart"), [id = m_current, kind, first = kinds.front()](qbr::SlideChoice& choice) {
        choice.charts[id] = kind;
        if (kind == first)
            choice.charts.erase(id);
    });
}

void EditorPresenter::turnChart()
{
    const auto kinds = chartKinds();
    if (kinds.empty()) {
        Q_EMIT said(tr("The chart of this slide has one form only."));
        return;
    }
    const auto now = std::ranges::find(kinds, *chartKind());
    setChartKind(now + 1 == kinds.end() ? kinds.front() : *(now + 1));
}

void EditorPresenter::refreshFigures()
{
    const qbr::Pack* pack = m_reviews.pack();
    if (!pack)
        return;
    m_reviews.changeReview(
        {Code("edit.review-refreshed"), {pack->accountName}}, false,
        [seen = figuresNow()](Qbr& review) { qbr::setSeenFigures(review, seen); }, true);
}

GapTarget EditorPresenter::planTarget() const
{
    if (const AccountFacts* account = m_reviews.facts())
        for (const PlanFigure& each : account->of<PlanFigure>())
            if (m_reviews.period().contains(each.quarter))
                return {GapTarget::Kind::Record, {Entity::PlanFigure, each.id}};
    return m_reviews.targetOf(QStringLiteral("plan"));
}

GapTarget EditorPresenter::baselineTarget() const
{
    const AccountFacts* account = m_reviews.facts();
    const Portfolio& book = m_reviews.shown()->numbers()->facts;
    const auto primary = primaryMetric(book);
    const Metric* metric = nullptr;
    for (const Metric& each : book.book().metrics)
        if (primary && each.id == primary->value())
            metric = &each;
    if (!account || !metric)
        return {};
    RecordRef known;
    for (const Baseline& each : account->of<Baseline>())
        if (each.metric == metric->name)
            known = {Entity::Baseline, each.id};
    if (known.id != 0)
        return {GapTarget::Kind::Record, known};
    account::RecordDraft draft{
        Entity::Baseline, 0, {QStringLiteral("number"), QStringLiteral("day"), QStringLiteral("definition")}, {}};
    draft.values[QStringLiteral("metric")] = {metric->name};
    draft.values[QStringLiteral("day")] = {words::dayText(m_reviews.period().from.addDays(-1), m_reviews.locale())};
    return {GapTarget::Kind::Draft, {}, account::NewRecord::Goal, draft};
}

} // namespace steward::reviews
