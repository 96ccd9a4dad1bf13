// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentence_filling.h"

#include "core/words/content_words.h"
#include "core/words/kind_words.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <array>
#include <cmath>
#include <utility>

namespace steward::words {

namespace {

using content::ArgumentType;

/// Which list the words of an argument come from; a key that begins with `of` only.
struct ListOf
{
    QStringView of;
    QStringView argument;
    QStringView list;
};
constexpr std::array listsOf = {
    ListOf{u"", u"role", u"contact_role"},
    ListOf{u"", u"roles", u"contact_role"},
    ListOf{u"", u"severity", u"risk_severity"},
    ListOf{u"", u"reasons", u"pulse_reason"},
    ListOf{u"", u"theme", u"feedback_theme"},
    ListOf{u"measure.pulse", u"label", u"pulse"},
    ListOf{u"brief.goal", u"label", u"goal_status"},
    ListOf{u"measure.touch_cadence", u"kind", u"touch_kind"},
    ListOf{u"measure.risks_open", u"kind", u"risk_kind"},
    ListOf{u"cap.risk_critical", u"kind", u"risk_kind"},
    ListOf{u"signal.meeting.today", u"kind", u"touch_kind"},
    ListOf{u"signal.org.change", u"kind", u"account_event"},
    ListOf{u"signal.onb.stuck", u"waiting", u"waiting_for"},
    ListOf{u"signal.csat.low", u"touchpoint", u"touchpoint"},
    ListOf{u"signal.renewal.disagree", u"call", u"renewal_call"},
    ListOf{u"signal.renewal.disagree", u"score_call", u"renewal_call"},
};

/// English nouns behind a count, many and one. Other languages have their own sentences.
constexpr std::array<std::pair<QStringView, QStringView>, 9> nouns = {{{u"days", u"day"},
                                                                       {u"years", u"year"},
                                                                       {u"answers", u"answer"},
                                                                       {u"tickets", u"ticket"},
                                                                       {u"seats", u"seat"},
                                                                       {u"goals", u"goal"},
                                                                       {u"features", u"feature"},
                                                                       {u"people", u"person"},
                                                                       {u"ratings", u"rating"}}};

QString translated(const char* text) { return QCoreApplication::translate("words", text); }

/// What a sentence says where its count is none.
struct ForNone
{
    QStringView key;
    std::size_t argument;
    const char* text;
};
constexpr std::array forNone = {
    ForNone{u"measure.silence.quiet", 0, QT_TRANSLATE_NOOP("words", "Heard from them on the last day of the data")},
    ForNone{u"cap.single_thread", 0,
            QT_TRANSLATE_NOOP("words", "No person named is in contact and the renewal is in {days} days")},
};

/// What a text in quotes is called where there is none.
QString withoutText(QStringView key, QStringView name)
{
    if (key == u"cap.escalated")
        return translated(QT_TRANSLATE_NOOP("words", "without a subject"));
    if (name == u"subject")
        return translated(QT_TRANSLATE_NOOP("words", "a ticket without a subject"));
    if (name == u"goal")
        return translated(QT_TRANSLATE_NOOP("words", "a goal without words"));
    return name == u"title" ? translated(QT_TRANSLATE_NOOP("words", "a task without a title")) : QString();
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// "Decision maker" and "E-mail" inside a sentence; "NPS" and "QBR" stay.
QString small(QString text)
{
    if (text.size() > 1 && !text[1].isUpper())
        text[0] = text[0].toLower();
    return text;
}

bool isEmpty(const Argument& argument)
{
    if (const auto* text = std::get_if<QString>(&argument))
        return text->isEmpty();
    const auto* day = std::get_if<QDate>(&argument);
    return day && !day->isValid();
}

std::optional<double> numberOf(const Argument& argument)
{
    if (const auto* whole = std::get_if<qint64>(&argument))
        return double(*whole);
    if (const auto* number = std::get_if<double>(&argument))
        return *number;
    return std::nullopt;
}

/// What only leads to the next word: goes with it where there is none.
bool isJoint(QStringView part)
{
    constexpr std::array<QStringView, 4> joints = {u", ", u": ", u" by ", u" with "};
    return std::ranges::any_of(joints, [part](QStringView joint) { return part.startsWith(joint); });
}

QString withDecimals(double value, int decimals, const QLocale& locale)
{
    const bool isWhole = std::abs(value - std::round(value)) < 0.5 * std::pow(10, -std::max(1, decimals));
    QString text = locale.toString(value, 'f', isWhole ? 0 : decimals);
    if (text == u"-0")
        return QStringLiteral("0");
    constexpr QChar minus(0x2212);
    return text.startsWith(u'-') ? QString(minus + text.mid(1)) : text;
}

/// A sentence being filled.
class Filling
{
public:
    Filling(const content::Content& content, const QLocale& locale, const QString& key,
            const std::vector<content::NamedArgument>& names, const Arguments& arguments)
        : m_content(content)
        , m_locale(locale)
        , m_key(key)
        , m_names(names)
        , m_arguments(arguments)
    {
    }

    QString fill(const QString& text)
    {
        m_placeholders = content::placeholdersOf(text);
        for (qsizetype i = 0; i < text.size();) {
            const qsizetype open = text.indexOf(u'{', i);
            const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
            QString part = text.mid(i, (close < 0 ? text.size() : open) - i);
            if (std::exchange(m_dropsQuote, false) && part.startsWith(u'"'))
                part.remove(0, 1);
            agree(part);
            if (close < 0) {
                m_result += part;
                break;
            }
            addGap(part, text.mid(open + 1, close - open - 1));
            i = close + 1;
        }
        m_result = m_result.simplified();
        if (m_result.endsWith(u':'))
            m_result.chop(1);
        return capitalised(m_result);
    }

private:
    /// The noun after a count of one is one.
    void agree(QString& part)
    {
        if (!m_count)
            return;
        const bool isOne = *m_count == 1;
        m_count.reset();
        // The first noun only: "1 rating satisfied in 90 days". What comes after a comma is about something else.
        qsizetype first = part.indexOf(u',') < 0 ? part.size() : part.indexOf(u',');
        const std::pair<QStringView, QStringView>* noun = nullptr;
        for (const auto& each : nouns) {
            const QStringView from = isOne ? each.first : each.second;
            const qsizetype at = part.indexOf(from);
            const bool isWord = at > 0 && part[at - 1] == u' ' &&
                                (at + from.size() == part.size() || !part[at + from.size()].isLetter());
            if (isWord && at < first) {
                first = at;
                noun = &each;
            }
        }
        if (noun)
            part.replace(first, (isOne ? noun->first : noun->second).size(),
                         (isOne ? noun->second : noun->first).toString());
    }

    void addGap(QString before, const QString& name)
    {
        // What the colon led to was empty: the next part takes its place.
        if (m_result.endsWith(u": ") && before.startsWith(u", "))
            before.remove(0, 2);
        const auto found = std::ranges::find(m_names, name, &content::NamedArgument::name);
        const auto index = static_cast<std::size_t>(found - m_names.begin());
        if (found == m_names.end() || index >= m_arguments.size()) {
            m_result += before + u'{' + name + u'}';
            return;
        }
        const Argument& argument = m_arguments[index];
        if (const QString none = withoutText(m_key, name);
            isEmpty(argument) && before.endsWith(u'"') && !none.isEmpty()) {
            before.chop(1);
            m_result += before + none;
            m_dropsQuote = true;
            return;
        }
        const bool closesQuote = before.startsWith(u'"');
        if (isEmpty(argument) && isJoint(QStringView(before).mid(closesQuote ? 1 : 0))) {
            m_result += before.left(closesQuote ? 1 : 0);
            return;
        }
        m_result += before;
        m_result += shown(*found, argument);
        const auto number = numberOf(argument);
        if (number && (found->type == ArgumentType::Count || (found->type == ArgumentType::Number && *number == 1)))
            m_count = std::llround(*number);
    }

    QString shown(const content::NamedArgument& name, const Argument& argument)
    {
        if (isEmpty(argument))
            return nothing(name);
        const auto number = numberOf(argument);
        if (number && name.type == ArgumentType::Count)
            return m_locale.toString(std::llround(*number));
        if (number && name.type == ArgumentType::Percent)
            return withDecimals(std::round(*number), 0, m_locale) + QChar(QChar::Nbsp) + m_locale.percent();
        if (number && name.type == ArgumentType::Number)
            return withDecimals(*number, decimals(*number), m_locale);
        if (const auto* text = std::get_if<QString>(&argument))
            return wordsOf(name.name, *text);
        if (const auto* day = std::get_if<QDate>(&argument); day && name.name == u"month")
            return m_locale.standaloneMonthName(day->month());
        return inWords(argument, m_locale);
    }

    [[nodiscard]] QString nothing(const content::NamedArgument& name) const
    {
        if (name.type == ArgumentType::Date)
            return translated(QT_TRANSLATE_NOOP("words", "(no date)"));
        if (name.name == u"role" || name.name == u"csm" || name.name == u"names" || name.name == u"roles")
            return translated(QT_TRANSLATE_NOOP("words", "somebody"));
        return {};
    }

    [[nodiscard]] std::optional<double> named(QStringView name) const
    {
        const auto found = std::ranges::find(m_names, name, &content::NamedArgument::name);
        const auto index = static_cast<std::size_t>(found - m_names.begin());
        return index < m_arguments.size() ? numberOf(m_arguments[index]) : std::nullopt;
    }

    /// Seats in use are a mean, and nobody uses half a seat.
    [[nodiscard]] bool isOfSeats() const { return named(u"used") && named(u"bought"); }

    /// A mean of people or events is told whole: half a person says nothing. A decimal is needed only
    /// where the two would look alike, or would not give the percent told beside them.
    [[nodiscard]] std::optional<int> decimalsOfChange() const
    {
        const auto before = named(u"before");
        const auto now = named(u"now");
        const auto percent = named(u"pct");
        if (!before || !now || !percent)
            return std::nullopt;
        for (int decimals = 0; decimals < 2; ++decimals) {
            const double unit = std::pow(10, decimals);
            const double from = std::round(*before * unit);
            const double to = std::round(*now * unit);
            // Who checks the percent with the two numbers beside it must find it, rounding apart.
            constexpr double mostApart = 2;
            const bool agrees = from != 0 && std::abs(std::abs(to / from - 1) * 100 - std::abs(*percent)) <= mostApart;
            if ((from != to && agrees) || std::llround(*percent) == 0)
                return decimals;
        }
        return 2;
    }

    /// Large numbers are whole, unless two of them would look the same.
    [[nodiscard]] int decimals(double value) const
    {
        if (isOfSeats())
            return 0;
        if (const auto change = decimalsOfChange())
            return *change;
        constexpr double large = 10;
        if (std::abs(value) < large)
            return 1;
        int alike = 0;
        for (std::size_t i = 0; i < std::min(m_arguments.size(), m_names.size()); ++i) {
            const auto other = numberOf(m_arguments[i]);
            const bool looksAlike =
                other && m_names[i].type == ArgumentType::Number && std::round(*other) == std::round(value);
            alike += looksAlike ? 1 : 0;
        }
        return alike > 1 ? 1 : 0;
    }

    [[nodiscard]] QString wordsOf(QStringView name, const QString& text) const
    {
        if (name == u"list")
            return shortList(text);
        if (name == u"milestone")
            return milestoneName(text);
        if (name == u"metric")
            return capitalised(QString(text).replace(u'_', u' '));
        if (name == u"measures")
            return measureNames(text);
        if (name == u"kind" && (m_key.startsWith(u"unknown.") || m_key.startsWith(u"signal.data.stale"))) {
            const KindWords* kind = kindNamed(text);
            if (!kind)
                return text;
            return translated(m_key == u"unknown.not_practised" ? kind->many : kind->before);
        }
        for (const ListOf& each : listsOf)
            if (each.argument == name && QStringView(m_key).startsWith(each.of))
                return fromList(each.list, text);
        return text;
    }

    /// The first few and how many more.
    [[nodiscard]] QString shortList(const QString& text) const
    {
        constexpr qsizetype most = 5;
        const QStringList parts = text.split(QStringLiteral(", "));
        if (parts.size() <= most + 1)
            return text;
        return translated(QT_TRANSLATE_NOOP("words", "%1 and %2 more"))
            .arg(parts.mid(0, most).join(QStringLiteral(", ")), m_locale.toString(parts.size() - most));
    }

    [[nodiscard]] QString milestoneName(const QString& text) const
    {
        const auto* kind = content::findById(m_content.journeys.milestones, text);
        return kind ? ContentWords(m_content, m_locale).text(kind->name) : text;
    }

    /// Of measures, and of caps among them.
    [[nodiscard]] QString measureNames(const QString& text) const
    {
        const ContentWords content(m_content, m_locale);
        QStringList parts;
        for (const QString& id : text.split(QStringLiteral(", "))) {
            const content::Entry* found = content::findById(m_content.scorecards.measures, id);
            if (!found)
                found = content::findById(m_content.scorecards.caps, id);
            parts << (found ? small(content.text(found->name)) : id);
        }
        return parts.join(QStringLiteral(", "));
    }

    [[nodiscard]] QString fromList(QStringView list, const QString& text) const
    {
        const ContentWords content(m_content, m_locale);
        QStringList parts;
        for (const QString& id : text.split(QStringLiteral(", "))) {
            const QString word = content.word(list, id);
            parts << (m_result.isEmpty() && parts.isEmpty() ? word : small(word));
        }
        return parts.join(QStringLiteral(", "));
    }

    const content::Content& m_content;
    const QLocale& m_locale;
    const QString& m_key;
    const std::vector<content::NamedArgument>& m_names;
    const Arguments& m_arguments;
    QStringList m_placeholders;
    QString m_result;
    std::optional<qint64> m_count; ///< of the gap just filled
    bool m_dropsQuote = false;     ///< its text was none
};

} // namespace

QString filled(const content::Content& content, const QLocale& locale, const content::Text& sentence,
               const std::vector<content::NamedArgument>& names, const Arguments& arguments)
{
    Filling filling(content, locale, sentence.key, names, arguments);
    for (const ForNone& each : forNone)
        if (sentence.key == each.key && each.argument < arguments.size() && numberOf(arguments[each.argument]) == 0)
            return filling.fill(translated(each.text));
    return filling.fill(ContentWords(content, locale).text(sentence));
}

} // namespace steward::words
