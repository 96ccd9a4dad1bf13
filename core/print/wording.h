// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qbr/pack.h"

#include <QLocale>

namespace steward::print {

/// The words of a pack for a reader: sentences of the content with their gaps filled, numbers and dates in one locale,
/// everywhere in the same form. "{n|thing|things}" is the word for the count n.
class Wording
{
public:
    /// content must outlive it. The C locale of a machine without one reads as British English.
    Wording(const content::Qbr& content, const QLocale& locale);

    [[nodiscard]] QString say(const char* id, const qbr::NamedArguments& arguments = {}) const;
    [[nodiscard]] QString say(const qbr::Say& say) const;
    /// The same of any text of the content.
    [[nodiscard]] QString fill(const content::Text& text, const qbr::NamedArguments& arguments = {}) const;
    [[nodiscard]] const content::Qbr& content() const { return m_content; }

    [[nodiscard]] QString date(QDate day) const;       ///< "30 September 2026"
    [[nodiscard]] QString shortDate(QDate day) const;  ///< "30 Sep 2026"
    [[nodiscard]] QString month(QDate day) const;      ///< "September 2026"
    [[nodiscard]] QString shortMonth(QDate day) const; ///< "Sep"
    [[nodiscard]] QString instant(Instant instant, const QTimeZone& zone) const;
    [[nodiscard]] QString quarter(const Quarter& quarter) const; ///< "Q3 2026"
    [[nodiscard]] QString number(qint64 value) const;
    [[nodiscard]] QString number(double value) const; ///< one decimal where there is one
    [[nodiscard]] QString money(const Money& money) const;
    [[nodiscard]] QString duration(qint64 minutes) const;
    [[nodiscard]] QString figure(const qbr::Number& number) const;     ///< with its unit
    [[nodiscard]] QString figureName(const qbr::Number& number) const; ///< "Confirmed value"; empty: it has none
    [[nodiscard]] QString who(const qbr::ActionLine& action) const;    ///< "we" where our own name is not known
    [[nodiscard]] QString amount(double value, const QString& unit) const;
    [[nodiscard]] QString languageTag() const { return m_locale.bcp47Name(); }
    [[nodiscard]] QString list(const QStringList& parts) const { return m_words.createSeparatedList(parts); }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }

private:
    [[nodiscard]] QString argument(const QString& name, const Argument& argument) const;

    const content::Qbr& m_content;
    QLocale m_locale;
    QLocale m_words; ///< of dates and lists
};

} // namespace steward::print
