// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/words.h"

#include "core/words/sentences.h"
#include "core/words/short_words.h"

#include <QCoreApplication>
#include <algorithm>

namespace steward::words {

namespace {

QString moneyInWords(const Money& money, const QLocale& locale)
{
    const int digits = money.currency.minorDigits();
    qint64 scale = 1;
    for (int i = 0; i < digits; ++i)
        scale *= 10;
    // Exact: the whole part goes through the locale as an integer, the decimals are text.
    const bool isNegative = money.minor < 0;
    const quint64 minor = isNegative ? 0 - static_cast<quint64>(money.minor) : static_cast<quint64>(money.minor);
    QString text = locale.toString(minor / static_cast<quint64>(scale));
    const quint64 rest = minor % static_cast<quint64>(scale);
    if (rest != 0)
        text += locale.decimalPoint() + QString::number(rest).rightJustified(digits, u'0');
    if (isNegative)
        text.prepend(locale.negativeSign());
    const QString code = money.currency.code();
    if (code.isEmpty())
        return text;
    return code == u"EUR" ? QString(QChar(0x20AC) + text) : QString(code + QChar(QChar::Nbsp) + text);
}

} // namespace

std::vector<std::span<const Sentence>> catalogue()
{
    return {bookSentences(),   cellSentences(),      contentSentences(), csvSentences(),     fileSentences(),
            filterSentences(), importSentences(),    letterSentences(),  requestSentences(), sheetSentences(),
            editSentences(),   workspaceSentences(), figureSentences(),  privacySentences(), reviewSentences(),
            sinceSentences(),  standingSentences(),  tickSentences(),    timelineSentences()};
}

const Sentence* sentenceOf(Code code)
{
    for (const auto part : catalogue())
        for (const Sentence& each : part)
            if (code.id() == each.code)
                return &each;
    return nullptr;
}

QString inWords(const Argument& argument, const QLocale& locale)
{
    struct Say
    {
        const QLocale& locale;
        QString operator()(qint64 number) const { return locale.toString(number); }
        QString operator()(double number) const { return locale.toString(number, 'g', 6); }
        QString operator()(const QString& text) const { return text; }
        QString operator()(QDate day) const { return dayText(day, locale); }
        QString operator()(const Money& money) const { return moneyInWords(money, locale); }
    };
    return std::visit(Say{locale}, argument);
}

QString render(const Message& message, const QLocale& locale)
{
    const Sentence* sentence = sentenceOf(message.code);
    if (!sentence) {
        QStringList parts{
            QString::fromLatin1(message.code.id().data(), static_cast<qsizetype>(message.code.id().size()))};
        for (const Argument& argument : message.arguments)
            parts << inWords(argument, locale);
        return parts.join(u' ');
    }
    int plural = -1;
    if (sentence->plural >= 0 && static_cast<std::size_t>(sentence->plural) < message.arguments.size())
        if (const auto* count = std::get_if<qint64>(&message.arguments[static_cast<std::size_t>(sentence->plural)]))
            plural = static_cast<int>(std::clamp<qint64>(*count, 0, 1'000'000'000));
    const char* source = plural == 1 && sentence->one ? sentence->one : sentence->text;
    const QString text = QCoreApplication::translate("words", source, nullptr, plural);
    // One pass, so that a %1 inside a file name stays what it is.
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isGap = text[i] == u'%' && i + 1 < text.size() && text[i + 1] >= u'1' && text[i + 1] <= u'9';
        const auto index = isGap ? static_cast<std::size_t>(text[i + 1].unicode() - u'1') : std::size_t(0);
        if (isGap && index < message.arguments.size()) {
            result += inWords(message.arguments[index], locale);
            ++i;
        } else {
            result += text[i];
        }
    }
    // What the colon leads to is not there.
    if (result.endsWith(u": "))
        result.chop(2);
    return result;
}

QString fill(const QString& text, const QHash<QString, Argument>& arguments, const QLocale& locale)
{
    QString result;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype open = text.indexOf(u'{', i);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0) {
            result += QStringView(text).mid(i);
            break;
        }
        result += QStringView(text).mid(i, open - i);
        const QString name = text.mid(open + 1, close - open - 1);
        const auto found = arguments.constFind(name);
        result += found != arguments.constEnd() ? inWords(*found, locale) : text.mid(open, close - open + 1);
        i = close + 1;
    }
    return result;
}

} // namespace steward::words
