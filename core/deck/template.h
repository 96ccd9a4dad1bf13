// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/deck/deck.h"

#include <QByteArray>
#include <map>
#include <vector>

/// A presentation of a customer's own (.pptx, .potx) whose masters, layouts and theme a deck is made on. Parts are
/// found by their relationships, never by their names; layouts are chosen by where their places lie, never by their
/// names.
namespace steward::deck {

struct TemplateRelation
{
    QByteArray id;
    QByteArray type; ///< whole
    QByteArray target;
    bool isExternal = false;
    [[nodiscard]] QByteArray kind() const { return type.mid(type.lastIndexOf('/') + 1); }
};

struct TemplatePlace
{
    QByteArray type; ///< "title", "ctrTitle", "subTitle", "body", "ftr", "sldNum" ...; empty: any content
    int index = 0;
    Box box; ///< in points of this template's slide; empty: not said
    bool isUpright = false;
};

struct TemplateLayout
{
    QByteArray part;
    QByteArray kind; ///< as its author says: "title", "titleOnly"; often missing, sometimes wrong
    std::vector<TemplatePlace> places;
    [[nodiscard]] const TemplatePlace* place(const QByteArray& type) const;
    [[nodiscard]] const TemplatePlace* title() const; ///< lying text that has its place only
};

/// Read once, for many decks.
class Template
{
public:
    /// Whatever the bytes are. Errors: "template.unreadable" (no presentation, or a broken one), "template.locked" (a
    /// password, or a format before 2007), "template.strict" (the strict variant), "template.large" (more than 200 MB
    /// or 10,000 parts).
    [[nodiscard]] static Result<Template> read(const QByteArray& bytes);

    [[nodiscard]] const TemplateLayout& cover() const { return m_layouts[m_cover]; }
    [[nodiscard]] const TemplateLayout& free() const { return m_layouts[m_free]; }
    /// Where free() has its title; nullptr: nowhere, or in the midst of where content has to be.
    [[nodiscard]] const TemplatePlace* heading() const;
    /// For a title that has no place.
    [[nodiscard]] Box topStrip() const { return {m_width * 0.06, m_height * 0.05, m_width * 0.88, m_height * 0.14}; }
    /// One colour lies behind the content: what is written in the theme's text can be read.
    [[nodiscard]] bool isPlain() const { return m_isPlain; }
    /// Where the content of a slide goes, in points.
    [[nodiscard]] Box content() const { return m_content; }
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] double titleSize() const { return m_titleSize; } ///< as the master has it
    [[nodiscard]] const QByteArray& presentation() const { return m_presentation; }

    [[nodiscard]] QByteArray bytes(const QByteArray& part) const;
    [[nodiscard]] QByteArray typeOf(const QByteArray& part) const;
    [[nodiscard]] std::vector<TemplateRelation> relations(const QByteArray& part) const;
    /// Whether a relationship leads to a part that can be copied, or to a page or an address; never to a file
    /// elsewhere.
    [[nodiscard]] bool leadsSomewhere(const TemplateRelation& relation) const;

private:
    [[nodiscard]] Status open(const QByteArray& bytes);
    void readTypes();
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] Status readSlides();
    void readLayouts(const QByteArray& master);
    void choose();
    void chooseContent();
    [[nodiscard]] bool leavesRoom(const Box& title) const;
    [[nodiscard]] Box roomBeside(const Box& title) const;

    std::map<QByteArray, QByteArray> m_parts;
    std::map<QByteArray, QByteArray> m_types; ///< by part in small letters, or by ".ending"
    QByteArray m_presentation;
    std::vector<TemplateLayout> m_layouts;
    std::size_t m_cover = 0;
    std::size_t m_free = 0;
    Box m_content;
    double m_width = slideWidth;
    double m_height = slideHeight;
    double m_titleSize = 44;
    bool m_isPlain = true;
};

/// The deck on a template: its masters, layouts, theme, fonts and footers; content is scaled into the place the
/// template has for it. Nothing of the template's own slides is kept. Errors as pptx().
[[nodiscard]] Result<QByteArray> pptx(const Deck& deck, const Template& look);

} // namespace steward::deck
