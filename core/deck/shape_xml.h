// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"
#include "core/deck/xml.h"

#include <optional>

namespace steward::deck {

/// "<a:solidFill>" with the theme's colour.
[[nodiscard]] QByteArray solidFill(Ink ink);

/// Writes the elements of one slide. Shape ids come from one counter, also those of tables and charts.
class ShapeWriter
{
public:
    ShapeWriter(Xml& xml, Layout layout, const QString& language)
        : m_xml(xml)
        , m_layout(layout)
        , m_language(language)
    {
    }
    void text(const Text& text);
    void mark(const Mark& mark);
    void table(const Table& table);
    /// On a layout of somebody else: what it calls its title, where its subtitle is.
    void placeOn(const QByteArray& titleType, int subtitleIndex)
    {
        m_titleType = titleType;
        m_subtitleIndex = subtitleIndex;
    }
    /// Instead of the layout's own colours, where those cannot be read.
    void inkPlaces(std::optional<Ink> title, std::optional<Ink> subtitle)
    {
        m_titleInk = title;
        m_subtitleInk = subtitle;
    }
    /// chartId: the relationship of its part.
    void chart(const Chart& chart, const QByteArray& chartId);
    /// A placeholder of the layout with one line in it: type "ftr", "sldNum" (the number is a field), "body".
    void placeholder(const char* type, int index, const QString& name, const QString& text, Ink ink = Ink::Muted);
    /// Start of a part's shape tree, up to the first shape; the root's id is 1.
    static void openTree(Xml& xml);

private:
    qint64 nextId() { return ++m_lastId; }
    void open(const char* element, const QString& name, const QString& alt, bool isDecoration);
    void frame(const char* tag, const Box& box, bool isFlipped);
    void body(const Text& text);
    /// hasSize: the size is written also where the look is that of the layout.
    void paragraph(const Paragraph& paragraph, bool hasOwnLook, bool hasSize = false,
                   std::optional<Ink> ink = std::nullopt);
    [[nodiscard]] QByteArray placeMarkup(Place place) const;
    void run(const Run& run, double size, bool hasOwnLook, bool hasSize, std::optional<Ink> ink);
    void cell(const Cell& cell, const Column& column, const Row& row, double size);

    Xml& m_xml;
    Layout m_layout;
    const QString& m_language;
    qint64 m_lastId = 1;
    QByteArray m_titleType; ///< empty: a layout of ours
    int m_subtitleIndex = 1;
    std::optional<Ink> m_titleInk;
    std::optional<Ink> m_subtitleInk;
};

} // namespace steward::deck
