// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>
#include <cmath>

namespace steward::print {

namespace {

constexpr QChar minus = u'−';

/// "h a month" stays; what is a word elsewhere is a sign here.
QString unitSign(const QString& unit)
{
    return unit.compare(u"percent", Qt::CaseInsensitive) == 0 ? QStringLiteral("%") : unit;
}

/// "1 site": units are written for many. A word of letters that ends in one s is meant.
QString oneOf(const QString& unit)
{
    static const QRegularExpression plural(QStringLiteral("^[a-z]{2,}[^s]s(?<!ses|xes|hes|ies)$"));
    return plural.match(unit).hasMatch() ? unit.chopped(1) : unit;
}

/// Dates have words: they are of the language the sentences are in, which is English where nobody translated them.
QLocale localeOfSentences(const QLocale& locale)
{
    constexpr auto known = "qbr.actions.what";
    const bool isTranslated = QCoreApplication::translate("content", known) != QLatin1String(known);
    return isTranslated || locale.language() == QLocale::English ? locale
                                                                 : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

/// Two decimals, and below one as many as its first two figures need: 0.04 is not 0.
int decimalsOf(double value)
{
    constexpr int least = 2;
    constexpr int most = 6;
    const double size = std::abs(value);
    return size > 0 && size < 1 ? std::clamp(1 - static_cast<int>(std::floor(std::log10(size))), least, most) : least;
}

/// A word for a count: the first choice for exactly one.
QString chosen(const QStringList& choice, const Argument& argument)
{
    const auto* count = std::get_if<qint64>(&argument);
    return count && *count == 1 ? choice.value(1) : choice.value(2);
}

} // namespace

Wording::Wording(const content::Qbr& content, const QLocale& locale)
    : m_content(content)
    , m_locale(locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : locale)
    , m_words(localeOfSentences(m_locale))
{
}

QString Wording::say(const char* id, const qbr::NamedArguments& arguments) const
{
    return say(qbr::Say{QString::fromLatin1(id), arguments});
}

QString Wording::say(const qbr::Say& say) const
{
    const content::Text* text = m_content.sentence(say.id);
    return text ? fill(*text, say.arguments) : say.id;
}

QString Wording::fill(const content::Text& text, const qbr::NamedArguments& arguments) const
{
    const QByteArray key = text.key.toUtf8();
    QString pattern = QCoreApplication::translate("content", key.constData());
    if (pattern == text.key)
        pattern = text.en;
    QString result;
    qsizetype from = 0;
    for (qsizetype open = pattern.indexOf(u'{'); open >= 0; open = pattern.indexOf(u'{', from)) {
        const qsizetype close = pattern.indexOf(u'}', open);
        if (close < 0)
            break;
        result += QStringView(pattern).mid(from, open - from);
        const QStringList choice = pattern.mid(open + 1, close - open - 1).split(u'|');
        const auto found = std::find_if(arguments.begin(), arguments.end(),
                                        [&](const auto& each) { return each.first == choice.first(); });
        if (found != arguments.end())
            result += choice.size() == 3 ? chosen(choice, found->second) : argument(found->first, found->second);
        from = close + 1;
    }
    result += QStringView(pattern).mid(from);
    // A gap that stayed empty (a goal without a unit) leaves a blank before the next mark.
    result = result.simplified();
    result.replace(QStringLiteral(" ,"), QStringLiteral(",")).replace(QStringLiteral(" ;"), QStringLiteral(";"));
    return result.replace(QStringLiteral(" ."), QStringLiteral("."));
}

QString Wording::argument(const QString& name, const Argument& argument) const
{
    if (const auto* whole = std::get_if<qint64>(&argument))
        return number(*whole);
    if (const auto* value = std::get_if<double>(&argument))
        return number(*value);
    if (const auto* day = std::get_if<QDate>(&argument))
        return name == u"month" ? month(*day) : date(*day);
    if (const auto* sum = std::get_if<Money>(&argument))
        return money(*sum);
    const QString text = std::get<QString>(argument).simplified();
    if (name == u"unit")
        return unitSign(text);
    if (name == u"quarter")
        if (const auto parsed = quarterFromText(text))
            return quarter(*parsed);
    if (name == u"product" && text.isEmpty())
        return say("use.product");
    return text;
}

QString Wording::date(QDate day) const
{
    QString format = m_words.dateFormat(QLocale::LongFormat);
    format.remove(QStringLiteral("dddd")).remove(u'\'');
    while (format.startsWith(u',') || format.startsWith(u' '))
        format.remove(0, 1);
    return m_words.toString(day, format.trimmed());
}

QString Wording::shortDate(QDate day) const { return m_words.toString(day, QStringLiteral("d MMM yyyy")); }
QString Wording::month(QDate day) const { return m_words.toString(day, QStringLiteral("MMMM yyyy")); }
QString Wording::shortMonth(QDate day) const { return m_words.toString(day, QStringLiteral("MMM")); }

QString Wording::instant(Instant instant, const QTimeZone& zone) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant.ms, zone);
    return QString(date(local.date()) + QStringLiteral(", ") + local.time().toString(QStringLiteral("HH:mm")));
}

QString Wording::quarter(const Quarter& quarter) const { return quarter.name(); }

QString Wording::number(qint64 value) const
{
    const QString digits = m_locale.toString(static_cast<quint64>(std::abs(value)));
    return value < 0 ? QString(minus + digits) : digits;
}

QString Wording::number(double value) const
{
    const int most = decimalsOf(value);
    QString written = QString::number(std::abs(value), 'f', most);
    int decimals = most;
    while (decimals > 0 && written.endsWith(u'0')) {
        written.chop(1);
        --decimals;
    }
    const QString digits = m_locale.toString(std::abs(value), 'f', decimals);
    return value < 0 && written.toDouble() != 0 ? QString(minus + digits) : digits;
}

QString Wording::money(const Money& money) const
{
    const int decimals = money.currency.minorDigits();
    qint64 scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    const auto minor = static_cast<quint64>(std::abs(money.minor));
    QString text = m_locale.toString(minor / static_cast<quint64>(scale));
    if (const quint64 rest = minor % static_cast<quint64>(scale); rest != 0)
        text += QString(m_locale.decimalPoint() + QString::number(rest).rightJustified(decimals, u'0'));
    const QString code = money.currency.code();
    const QString sign = code == u"EUR"   ? QStringLiteral("€")
                         : code == u"GBP" ? QStringLiteral("£")
                         : code == u"USD" ? QStringLiteral("$")
                                          : code;
    const bool isBehind = m_locale.language() != QLocale::English && sign.size() == 1;
    if (isBehind)
        text += QString(QChar(QChar::Nbsp) + sign);
    else if (!sign.isEmpty())
        text.prepend(sign.size() == 1 ? sign : QString(sign + QChar(QChar::Nbsp)));
    return money.minor < 0 ? QString(minus + text) : text;
}

QString Wording::duration(qint64 minutes) const
{
    constexpr qint64 hour = 60;
    constexpr qint64 day = 24 * hour;
    const auto rounded = [&](qint64 unit) { return (minutes + unit / 2) / unit; };
    if (minutes < 2 * hour)
        return say("unit.minutes", {{QStringLiteral("n"), minutes}});
    if (minutes < 2 * day)
        return say("unit.hours", {{QStringLiteral("n"), rounded(hour)}});
    return say("unit.days", {{QStringLiteral("n"), rounded(day)}});
}

QString Wording::amount(double value, const QString& unit) const
{
    QString sign = unitSign(unit.simplified());
    if (value == 1 && m_words.language() == QLocale::English)
        sign = oneOf(sign);
    return sign.isEmpty() ? number(value) : QString(number(value) + QChar(QChar::Nbsp) + sign);
}

QString Wording::figureName(const qbr::Number& number) const
{
    const content::Text* text = m_content.sentence(QString(QStringLiteral("figure.") + number.id));
    if (!text)
        return {};
    const QDate month = QDate::fromString(number.of, QStringLiteral("yyyy-MM"));
    const auto parsed = quarterFromText(number.of);
    const QString of = parsed ? quarter(*parsed) : month.isValid() ? this->month(month) : number.of;
    return fill(*text, {{QStringLiteral("text"), of}});
}

QString Wording::who(const qbr::ActionLine& action) const
{
    return action.who.isEmpty() && action.isAllOfUs ? say("actions.us") : action.who;
}

QString Wording::figure(const qbr::Number& figure) const
{
    if (const auto* sum = std::get_if<Money>(&figure.value))
        return money(*sum);
    if (const auto* value = std::get_if<double>(&figure.value)) {
        if (figure.unit == u"ratio")
            return say("unit.times", {{QStringLiteral("x"), *value}});
        return amount(*value, figure.unit);
    }
    const auto* whole = std::get_if<qint64>(&figure.value);
    if (!whole)
        return {};
    if (figure.unit == u"percent")
        return QString((*whole > 0 ? QStringLiteral("+") : QString()) + number(*whole) + QChar(QChar::Nbsp) + u'%');
    if (figure.unit == u"minutes")
        return duration(*whole);
    if (figure.unit == u"days")
        return *whole == 0 ? say("unit.same_day") : say("unit.days", {{QStringLiteral("n"), *whole}});
    return number(*whole);
}

} // namespace steward::print
