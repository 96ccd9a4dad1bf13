// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/number_scan.h"

#include "core/base/cell.h"

#include <algorithm>

namespace steward::numberscan {

namespace {

struct CurrencySign
{
    std::string_view text;
    std::string_view code; // empty: several currencies share the sign
};

/// Longer signs before those they begin or end with.
constexpr auto currencySigns = std::to_array<CurrencySign>({
    {"US$", "USD"},
    {"AU$", "AUD"},
    {"CA$", "CAD"},
    {"NZ$", "NZD"},
    {"HK$", "HKD"},
    {"A$", "AUD"},
    {"C$", "CAD"},
    {"S$", "SGD"},
    {"R$", "BRL"},
    {"$", ""},
    {"\xE2\x82\xAC", "EUR"}, // euro
    {"\xC2\xA3", "GBP"},     // pound
    {"\xC2\xA5", ""},        // yen and yuan
    {"\xE2\x82\xB9", "INR"}, // rupee
    {"\xE2\x82\xA9", "KRW"}, // won
    {"\xE2\x82\xBD", "RUB"}, // rouble
    {"\xE2\x82\xBA", "TRY"}, // lira
    {"\xE2\x82\xAA", "ILS"}, // shekel
    {"\xE2\x82\xB4", "UAH"}, // hryvnia
    {"z\xC5\x82", "PLN"},
    {"K\xC4\x8D", "CZK"},
    {"SFr.", "CHF"},
    {"Fr.", "CHF"},
    {"kr.", ""},
    {"kr", ""},
    {"Kr", ""},
    {"Ft", "HUF"},
    {"lei", "RON"},
});

/// ISO 4217, the commonest first.
constexpr std::string_view currencyCodes =
    "USDEURGBPCHFJPYCADAUDSEKNOKDKKPLNCZKHUFINRCNYBRLMXNZARSGDHKDNZDKRWTRYILSAEDSARRONBGNISKRUBUAHTHBIDRMYRPHPVNDTWDARS"
    "CLPCOPPEN"
    "AFNALLAMDANGAOAAWGAZNBAMBBDBDTBHDBIFBMDBNDBOBBSDBTNBWPBYNBZDCDFCRCCUPCVEDJFDOPDZDEGPERNETBFJDFKPGELGHSGIPGMDGNFGTQ"
    "GYDHNLHTGIQD"
    "IRRJMDJODKESKGSKHRKMFKPWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMZNNADNGNNIONPROMRPABPGKPKRPYG"
    "QARRSDRWFSBD"
    "SCRSDGSHPSLESOSSRDSSPSTNSYPSZLTJSTMTTNDTOPTTDTZSUGXUYUUZSVESVUVWSTXAFXCDXOFXPFYERZMWZWL";
static_assert(currencyCodes.size() % 3 == 0);

Currency currencyOf(std::string_view code)
{
    if (code.empty())
        return {};
    const char text[4] = {code[0], code[1], code[2], '\0'};
    return Currency(text);
}

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The ISO code made of three letters in either case; empty when there is none.
std::string_view isoCode(std::string_view letters)
{
    if (letters.size() != 3 || !std::all_of(letters.begin(), letters.end(), isLetter))
        return {};
    const auto capital = [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; };
    const std::array<char, 3> code = {capital(letters[0]), capital(letters[1]), capital(letters[2])};
    for (std::size_t i = 0; i < currencyCodes.size(); i += 3)
        if (currencyCodes.substr(i, 3) == std::string_view(code.data(), 3))
            return currencyCodes.substr(i, 3);
    return {};
}

constexpr std::string_view realMinus = "\xE2\x88\x92";

/// What may stand once around a number.
class Wrapping
{
public:
    explicit Wrapping(std::string_view text)
        : m_text(text)
    {
    }

    /// Takes everything off; false where something does not belong to a number.
    bool strip()
    {
        while (!m_text.empty() && !isDigit(m_text.front()) && m_text.front() != '.' && m_text.front() != ',')
            if (!stripFront())
                return false;
        while (!m_text.empty() && !isDigit(m_text.back()))
            if (!stripBack())
                return false;
        return !m_text.empty() && !m_isOpen;
    }
    [[nodiscard]] Scanned result() const
    {
        Scanned scanned;
        scanned.core = m_text;
        scanned.isNegative = m_isNegative;
        scanned.isPercent = m_isPercent;
        scanned.issue = m_hasMultiplier ? NumberIssue::Multiplier : NumberIssue::None;
        scanned.currency = m_currency;
        return scanned;
    }

private:
    bool stripFront()
    {
        if (const std::string_view rest = trimmedCell(m_text); rest.data() != m_text.data() || rest.empty())
            return take(rest);
        if (m_text.starts_with(realMinus))
            return sign(true) && take(m_text.substr(realMinus.size()));
        if (m_text.front() == '-' || m_text.front() == '+')
            return sign(m_text.front() == '-') && take(m_text.substr(1));
        if (m_text.front() == '(') {
            m_isOpen = true;
            return sign(true) && take(m_text.substr(1));
        }
        for (const CurrencySign& each : currencySigns)
            if (m_text.starts_with(each.text))
                return currency(each.code) && take(m_text.substr(each.text.size()));
        const std::string_view code =
            m_text.size() > 3 && !isLetter(m_text[3]) ? isoCode(m_text.substr(0, 3)) : std::string_view();
        return !code.empty() && currency(code) && take(m_text.substr(3));
    }
    bool stripBack()
    {
        const auto front = [this](std::size_t n) { return m_text.substr(0, m_text.size() - n); };
        if (const std::string_view rest = trimmedCell(m_text); rest.size() != m_text.size())
            return take(rest);
        if (m_text.ends_with(realMinus))
            return sign(true) && take(front(realMinus.size()));
        switch (m_text.back()) {
        case '-':
            return sign(true) && take(front(1));
        case ')': {
            const bool wasOpen = m_isOpen;
            m_isOpen = false;
            return wasOpen && take(front(1));
        }
        case '%': {
            const bool isFirst = !m_isPercent;
            m_isPercent = true;
            return isFirst && take(front(1));
        }
        default:
            break;
        }
        for (const CurrencySign& each : currencySigns)
            if (m_text.ends_with(each.text))
                return currency(each.code) && take(front(each.text.size()));
        if (m_text.size() > 3 && !isLetter(m_text[m_text.size() - 4]))
            if (const std::string_view code = isoCode(m_text.substr(m_text.size() - 3)); !code.empty())
                return currency(code) && take(front(3));
        return stripMultiplier();
    }
    bool stripMultiplier()
    {
        static constexpr std::array<std::string_view, 16> words = {
            "Mio.", "Mrd.", "Tsd.", "Mio", "Mrd", "Tsd", "mio", "mln", "bn", "mn", "k", "K", "m", "M", "B", "b"};
        for (const std::string_view word : words)
            if (m_text.ends_with(word) && !m_hasMultiplier) {
                m_hasMultiplier = true;
                return take(m_text.substr(0, m_text.size() - word.size()));
            }
        return false;
    }
    bool take(std::string_view rest)
    {
        m_text = rest;
        return true;
    }
    bool sign(bool isNegative)
    {
        const bool isFirst = !m_hasSign;
        m_hasSign = true;
        m_isNegative = isNegative;
        return isFirst;
    }
    bool currency(std::string_view code)
    {
        // "$5 USD" names it twice; the code says more than the sign.
        const Currency named = currencyOf(code);
        if (m_currency.isKnown() && named.isKnown() && named != m_currency)
            return false;
        if (named.isKnown())
            m_currency = named;
        return ++m_currencies <= 2;
    }

    std::string_view m_text;
    Currency m_currency;
    int m_currencies = 0;
    bool m_isOpen = false;
    bool m_hasSign = false;
    bool m_isNegative = false;
    bool m_isPercent = false;
    bool m_hasMultiplier = false;
};

/// Splits "1.5E-5"; false when what follows the E is no exponent.
bool splitExponent(Scanned& scanned)
{
    const std::size_t at = scanned.core.find_first_of("eE");
    if (at == std::string_view::npos)
        return true;
    std::string_view power = scanned.core.substr(at + 1);
    const bool isNegative = power.starts_with('-');
    if (isNegative || power.starts_with('+'))
        power.remove_prefix(1);
    if (at == 0 || power.empty() || power.size() > 3 || !std::all_of(power.begin(), power.end(), isDigit))
        return false;
    for (const char c : power)
        scanned.exponent = scanned.exponent * 10 + (c - '0');
    if (isNegative)
        scanned.exponent = -scanned.exponent;
    scanned.core = scanned.core.substr(0, at);
    scanned.issue = NumberIssue::Exponent;
    return true;
}

/// Bytes of the group sign at the front: the other decimal sign, an apostrophe or a blank; 0 when there is none.
std::size_t groupSign(std::string_view text, DecimalSign decimal)
{
    const char c = text.front();
    if (c == (decimal == DecimalSign::Point ? ',' : '.') || c == '\'' || c == ' ')
        return 1;
    if (text.starts_with("\xC2\xA0"))
        return 2;
    // Narrow no-break space, thin space, typographic apostrophe.
    const bool isWide =
        text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x80\x89") || text.starts_with("\xE2\x80\x99");
    return isWide ? 3 : 0;
}

/// Groups as 1,234,567 or 12,34,567, from the length of each run of digits.
struct Groups
{
    std::size_t first = 0;
    std::size_t last = 0;
    int runs = 0;
    bool areThrees = true; // between first and last
    bool areTwos = true;

    void add(std::size_t run)
    {
        if (runs == 0) {
            first = run;
        } else {
            areThrees = areThrees && (runs == 1 || last == 3);
            areTwos = areTwos && (runs == 1 || last == 2);
        }
        last = run;
        ++runs;
    }
    [[nodiscard]] bool areRight() const
    {
        if (runs <= 1)
            return true;
        return last == 3 && ((areThrees && first >= 1 && first <= 3) || (areTwos && first >= 1 && first <= 2));
    }
};

} // namespace

Scanned scanNumber(std::string_view text)
{
    text = trimmedCell(text);
    Wrapping wrapping(text);
    if (!wrapping.strip())
        return {};
    Scanned scanned = wrapping.result();
    scanned.isNumber = splitExponent(scanned) && !(scanned.core.empty());
    return scanned;
}

bool fits(std::string_view core, DecimalSign decimal)
{
    const char sign = decimal == DecimalSign::Point ? '.' : ',';
    Groups groups;
    std::string_view group;
    std::size_t run = 0;
    std::size_t at = 0;
    while (at < core.size() && core[at] != sign) {
        if (isDigit(core[at])) {
            ++run;
            ++at;
            continue;
        }
        const std::size_t size = groupSign(core.substr(at), decimal);
        if (size == 0 || (!group.empty() && group != core.substr(at, size)))
            return false;
        group = core.substr(at, size);
        groups.add(run);
        run = 0;
        at += size;
    }
    groups.add(run);
    // A grouped number does not begin with 0: "0.875" can only be a decimal.
    if (!groups.areRight() || (groups.runs > 1 && core.front() == '0'))
        return false;
    if (at == core.size())
        return run > 0;
    const std::string_view fraction = core.substr(at + 1);
    return !fraction.empty() && std::all_of(fraction.begin(), fraction.end(), isDigit);
}

Digits digitsOf(std::string_view core, DecimalSign decimal, int exponent)
{
    const char sign = decimal == DecimalSign::Point ? '.' : ',';
    Digits digits;
    bool isFraction = false;
    for (const char c : core) {
        isFraction = isFraction || c == sign;
        if (!isDigit(c))
            continue;
        const bool isLeadingZero = digits.count == 0 && c == '0';
        if (isFraction ? isLeadingZero : !isLeadingZero)
            digits.point += isFraction ? -1 : 1;
        if (isLeadingZero)
            continue;
        if (static_cast<std::size_t>(digits.count) < digits.digit.size())
            digits.digit[static_cast<std::size_t>(digits.count++)] = c;
        else
            digits.hasMore = digits.hasMore || c != '0';
    }
    digits.point += exponent;
    return digits;
}

} // namespace steward::numberscan
