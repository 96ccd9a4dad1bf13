// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"

namespace steward::tests {

inline deck::Text aTitle(const QString& title, deck::Layout layout = deck::Layout::Free)
{
    return {QStringLiteral("Title"), boxOf(layout, deck::Place::Title), {{{{title}}}}, deck::Place::Title};
}

inline deck::Chart aChart(deck::ChartKind kind)
{
    deck::Chart chart;
    chart.name = QStringLiteral("Chart");
    chart.alt = QStringLiteral("Use by month, 231 in September");
    chart.box = deck::contentBox;
    chart.kind = kind;
    chart.categories = {QStringLiteral("Jul"), QStringLiteral("Aug"), QStringLiteral("Sep")};
    chart.series = {{QStringLiteral("People & teams <new>"),
                     {212.0, std::nullopt, 231.5},
                     deck::Ink::Accent,
                     {},
                     deck::Labels::Values,
                     false},
                    {QStringLiteral("Seats"), {300, 300, 300}, deck::Ink::Muted, {}, deck::Labels::Last, true}};
    if (kind == deck::ChartKind::Line)
        chart.series[0].labels = deck::Labels::Last;
    chart.form = {1, QStringLiteral("€"), QStringLiteral(" h")};
    chart.axisMost = 400;
    chart.axisStep = 100;
    return chart;
}

/// A slide of every kind.
inline deck::Deck aDeck()
{
    using namespace deck;
    Deck all;
    all.title = QStringLiteral("Acme Ltd and Linnhaven: Q3 2026");
    all.author = QStringLiteral("Linnhaven");
    all.created = {1'790'000'000'000};
    all.slides.push_back(
        {QStringLiteral("cover"), Layout::Cover, {aTitle(QStringLiteral("Acme and Linnhaven"), Layout::Cover)}});
    Slide text{QStringLiteral("text"), Layout::Body, {aTitle(QStringLiteral("Three sentences"), Layout::Body)}};
    text.elements.push_back(Text{QStringLiteral("Kicker"),
                                 boxOf(Layout::Body, Place::Kicker),
                                 {{{{QStringLiteral("1 Goals")}}}},
                                 Place::Kicker});
    text.elements.push_back(Text{QStringLiteral("Text"),
                                 contentBox,
                                 {{{{QStringLiteral("On "), Ink::Good, true}, {QStringLiteral("course")}}, 20}, {}},
                                 Place::Body});
    text.elements.push_back(Mark{Mark::Form::Rule, {56, 300, 400, 0}, Ink::Rule, 1});
    text.elements.push_back(Mark{Mark::Form::Card, {56, 320, 200, 60}, Ink::Tint, 1});
    text.footer = QStringLiteral("Acme, Q3 2026");
    text.source = QStringLiteral("Use to 30 September");
    text.notes = {QStringLiteral("Say it and stop."), QStringLiteral("Wait for their word.")};
    all.slides.push_back(text);
    Slide table{QStringLiteral("table"), Layout::Free, {aTitle(QStringLiteral("Two actions"))}};
    table.elements.push_back(Table{QStringLiteral("Actions"),
                                   QStringLiteral("Two actions with name and date"),
                                   56,
                                   160,
                                   {{400.3, Align::Left}, {200.3, Align::Right}},
                                   {{{{QStringLiteral("What")}, {QStringLiteral("When")}}, 30, true},
                                    {{{QStringLiteral("Rights for the new administrator")}, {}}, 30, false}}});
    all.slides.push_back(table);
    for (const ChartKind kind :
         {ChartKind::Line, ChartKind::Columns, ChartKind::Stacked, ChartKind::Bars, ChartKind::Doughnut}) {
        Slide slide{QString(), Layout::Free, {aTitle(QStringLiteral("Chart %1").arg(int(kind)))}};
        slide.elements.push_back(aChart(kind));
        slide.isHidden = kind == ChartKind::Doughnut;
        all.slides.push_back(slide);
    }
    return all;
}

} // namespace steward::tests
