// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QString>
#include <vector>

namespace steward::charts {

/// Where a band comes from or goes to, beside the nodes.
constexpr int outside = -1;

enum class FlowInk
{
    Forward,
    Beside,
    Back,
    Left
};

struct FlowNode
{
    QString name;
    QString before; ///< "23 a year ago"
    QString now;    ///< "20 today"
    double start = 0;
    double end = 0;
    bool isBeside = false; ///< below the others, between those before and after it
    QString stay;          ///< beside what stays in the last one: "23 stay"
    QString spoken;
};

struct FlowBand
{
    int from = outside;
    int to = outside;
    double count = 0;
    FlowInk ink = FlowInk::Forward;
    QString title; ///< "9 of 13 moved on"
    QString about; ///< "median 204 d, target 180"
    QString spoken;
};

/// What a map of flows shows: bands between nodes, both as high as what they stand for.
struct FlowPicture
{
    std::vector<FlowNode> nodes; ///< from left to right
    std::vector<FlowBand> bands;
};

/// The sizes of the letters it is laid out for.
struct FlowMeasure
{
    double line = 17;
    std::vector<double> nodeText;  ///< widest line of the words of a node
    std::vector<double> titleText; ///< widest line of the words of a band
    double gap = 8;
    double nodeWidth = 14;
};

/// Where everything lies. Words of nodes stand above the row of the nodes, or below those beside; no band goes there.
struct FlowLayout
{
    struct Node
    {
        QRectF bar;
        QRectF words;
    };
    struct Band
    {
        QPainterPath path; ///< the middle line
        double width = 1;
        QRectF words; ///< of title and about, or of the count of those who left; empty: no room
    };
    double scale = 1; ///< pixels for one
    std::vector<Node> nodes;
    std::vector<Band> bands; ///< of the picture, in its order
    QRectF stay;             ///< of the last node; empty: nobody does
};
[[nodiscard]] FlowLayout layoutOf(const FlowPicture& picture, const QSizeF& size, const FlowMeasure& measure);

} // namespace steward::charts
