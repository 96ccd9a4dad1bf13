// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/summary_lines.h"

#include "ui/account/lines_pane.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <map>

namespace steward::reviews {

using account::Line;
using widgets::Shade;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("reviews", text); }

struct Sums
{
    int due = 0;
    int ready = 0;
    int gaps = 0;
    int held = 0;
    [[nodiscard]] int notReady() const { return due - ready - gaps; }
};

std::map<PersonId, Sums> sumsOf(const Reviews& reviews)
{
    std::map<PersonId, Sums> all;
    for (const ReviewLine& each : reviews.lines()) {
        Sums& sums = all[each.account->facts->account.csm];
        if (each.due.state != qbr::DueState::Due) {
            ++sums.held;
            continue;
        }
        ++sums.due;
        const Ready ready = readyOf(each.readiness.percent);
        sums.ready += ready == Ready::Ready ? 1 : 0;
        sums.gaps += ready == Ready::Gaps ? 1 : 0;
    }
    return all;
}

QString nameOf(PersonId person, const ReviewsPresenter::People& people)
{
    for (const auto& [id, name] : people)
        if (id == person)
            return name;
    return tr("nobody's");
}

Line deckLine(const WrittenDeck& deck, const ReviewsPresenter& presenter)
{
    const QString missing =
        deck.readiness.missing.empty() ? tr("nothing is missing") : presenter.missingText(deck.readiness);
    Line line = account::textLine(QString(deck.name + u'\n' + missing));
    line.end = tr("%1 %").arg(presenter.locale().toString(deck.readiness.percent));
    line.endShade = readyOf(deck.readiness.percent) == Ready::Not ? Shade::Late : Shade::Muted;
    line.record = {Entity::Account, deck.account.value()};
    return line;
}

} // namespace

std::vector<Line> gapLines(const ReviewsPresenter& presenter, QStringList& ids)
{
    std::vector<Line> lines;
    ids.clear();
    const qbr::Pack* pack = presenter.pack();
    if (!pack || pack->readiness.missing.empty())
        return lines;
    const QLocale& locale = presenter.locale();
    lines.emplace_back();
    ids.append(QString());
    int open = 0;
    for (const qbr::Gap& gap : pack->readiness.missing) {
        const auto [what, todo] = presenter.gapText(gap.id);
        Line& line = lines.emplace_back(account::textLine(QString(what + u'\n' + todo)));
        line.icon = QStringLiteral("circle-help");
        line.iconShade = Shade::Soon;
        line.end = locale.toString(gap.weight);
        line.spoken = tr("%1: %2, %3 points").arg(what, todo, line.end);
        ids.append(gap.id);
        open += gap.weight;
    }
    lines.front() = account::headLine(tr("Missing"), tr("%1 points").arg(locale.toString(open)));
    return lines;
}

std::vector<Line> batchLines(const ReviewsPresenter& presenter)
{
    const auto people = presenter.owners();
    std::map<QString, std::vector<WrittenDeck>> groups;
    for (const WrittenDeck& each : presenter.written()) {
        const ReviewLine* line = presenter.shown()->find(each.account);
        groups[nameOf(line ? line->account->facts->account.csm : PersonId(), people)].push_back(each);
    }
    std::vector<Line> lines;
    for (auto& [csm, decks] : groups) {
        const auto whole =
            std::ranges::count_if(decks, [](const WrittenDeck& each) { return each.readiness.missing.empty(); });
        if (groups.size() > 1)
            lines.push_back(account::headLine(csm, tr("%1 of %2 whole")
                                                       .arg(presenter.locale().toString(qint64(whole)),
                                                            presenter.locale().toString(qint64(decks.size())))));
        std::ranges::stable_sort(decks, {}, [](const WrittenDeck& each) { return each.readiness.percent; });
        for (const WrittenDeck& each : decks)
            lines.push_back(deckLine(each, presenter));
    }
    return lines;
}

QString batchText(const ReviewsPresenter& presenter)
{
    const auto& written = presenter.written();
    const auto whole =
        std::ranges::count_if(written, [](const WrittenDeck& each) { return each.readiness.missing.empty(); });
    return tr("%1 decks in %2. Nothing is missing in %3 of them; the others say what to enter.")
        .arg(presenter.locale().toString(qint64(written.size())), QFileInfo(presenter.writtenTo()).fileName(),
             presenter.locale().toString(qint64(whole)));
}

std::vector<Line> csmLines(const ReviewsPresenter& presenter)
{
    const QLocale& locale = presenter.locale();
    const auto count = [&](int n) { return locale.toString(n); };
    std::vector<Line> lines;
    if (!presenter.shown())
        return lines;
    const auto sums = sumsOf(*presenter.shown());
    for (const auto& [person, name] : presenter.owners()) {
        const Sums& each = sums.at(person);
        QStringList parts;
        if (each.notReady() > 0)
            parts.append(tr("%1 not ready").arg(count(each.notReady())));
        if (each.gaps > 0)
            parts.append(tr("%1 with gaps").arg(count(each.gaps)));
        if (each.ready > 0)
            parts.append(tr("%1 ready").arg(count(each.ready)));
        if (each.held > 0)
            parts.append(tr("%1 held").arg(count(each.held)));
        Line& line = lines.emplace_back(account::textLine(QString(name + u'\n' + parts.join(QStringLiteral(", ")))));
        line.end = tr("%1 due").arg(count(each.due));
        line.endShade = each.notReady() > 0 ? Shade::Soon : Shade::Muted;
        line.isStrong = person == presenter.owner();
        line.record = {Entity::Person, person.value()};
    }
    return lines;
}

} // namespace steward::reviews
