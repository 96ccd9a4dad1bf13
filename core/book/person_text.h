// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace steward::book {

/// What a person was known by: now, and in every edit that is still stored. Kept in memory only, never written.
struct Traces
{
    std::vector<qint64> contacts; ///< ids: several where one person stands at several accounts
    QStringList names, emails, phones;
    [[nodiscard]] bool isEmpty() const { return names.isEmpty() && emails.isEmpty() && phones.isEmpty(); }
    friend bool operator==(const Traces&, const Traces&) = default;
};

/// What stands in the place of an erased text.
[[nodiscard]] QString erasedMark();

/// Finds a person in free text: the full name (also "Last, First"), an e-mail address and a phone number as whole
/// words, in any case, composed or decomposed, plain or escaped as JSON; a phone number also where it is parted
/// otherwise, or with and without the code of its country. A name of one word is found only in records that refer to
/// the person, for it may be anybody's elsewhere.
class PersonText
{
public:
    PersonText() = default;
    explicit PersonText(const Traces& traces);
    /// isTheirs: the text belongs to a record that refers to the person.
    [[nodiscard]] bool isIn(const QString& text, bool isTheirs) const;
    /// The text with the mark in the place of the person.
    [[nodiscard]] QString erasedFrom(const QString& text, bool isTheirs) const;

private:
    /// In the order they are searched: "Zoe Muller, Zoe Muller" holds a turned name that nobody wrote.
    enum class Kind
    {
        Email,
        Name,
        TurnedName, ///< "Last, First"
        Phone,
        Digits ///< of a phone number, without what leads out of a place
    };
    struct Needle
    {
        QString text;
        Kind kind = Kind::Name;
        bool isTheirsOnly = false;
    };
    void add(const QString& text, Kind kind);
    void addForm(const QString& text, Kind kind, bool isTheirsOnly);
    [[nodiscard]] static bool isWhole(const QString& text, qsizetype from, qsizetype to, Kind kind);
    /// size 0: nowhere.
    struct Place
    {
        qsizetype at = 0;
        qsizetype size = 0;
    };
    [[nodiscard]] static Place find(const QString& text, const Needle& needle, qsizetype from);
    [[nodiscard]] static Place findDigits(const QString& text, const QString& digits, qsizetype from);

    std::vector<Needle> m_needles; ///< by kind, longest first
};

} // namespace steward::book
