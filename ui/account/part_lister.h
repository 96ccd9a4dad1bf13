// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/account/account_figures.h"
#include "ui/account/lines.h"

#include <QCoreApplication>

namespace steward::account {

/// Collects the lines of a part of the account. Internal to the view.
class PartLister
{
public:
    PartLister(const AccountFigures& figures, const QLocale& locale)
        : m_figures(figures)
        , m_facts(*figures.facts)
        , m_day(figures.numbers->asked.day)
        , m_words(figures.numbers->content, locale)
        , m_locale(locale)
    {
    }

protected:
    static QString tr(const char* text) { return QCoreApplication::translate("account", text); }
    void head(const QString& text, const QString& note = {})
    {
        Line& line = m_lines.emplace_back();
        line.kind = Line::Kind::Head;
        line.text = text;
        line.detail = note;
    }
    void note(const QString& text)
    {
        Line& line = m_lines.emplace_back();
        line.kind = Line::Kind::Note;
        line.text = text;
    }
    Line& add(const QString& icon, const QString& text, RecordRef record)
    {
        Line& line = m_lines.emplace_back();
        line.icon = icon;
        line.text = text;
        line.record = record;
        return line;
    }
    [[nodiscard]] QString day(QDate other) const { return words::shortDay(other, m_day, m_locale); }
    [[nodiscard]] QString word(QStringView list, const QString& id) const { return m_words.word(list, id); }
    [[nodiscard]] QString number(qint64 value) const { return m_locale.toString(value); }
    [[nodiscard]] QString money(std::optional<Minor> amount, Currency currency) const
    {
        return amount ? words::moneyText({amount->value, currency}, m_locale) : QString();
    }
    [[nodiscard]] QString nameOf(ContactId contact) const
    {
        for (const Contact& each : m_facts.of<Contact>())
            if (each.id == contact.value())
                return each.name;
        return {};
    }
    template <class T>
    [[nodiscard]] std::vector<const T*> newestFirst() const
    {
        std::vector<const T*> rows;
        for (const T& each : m_facts.of<T>())
            if (!each.archivedOn.isValid())
                rows.push_back(&each);
        std::ranges::reverse(rows);
        return rows;
    }

    const AccountFigures& m_figures;
    const AccountFacts& m_facts;
    QDate m_day;
    words::ContentWords m_words;
    QLocale m_locale;
    std::vector<Line> m_lines;
};

} // namespace steward::account
