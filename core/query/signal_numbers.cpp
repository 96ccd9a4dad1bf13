// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/signal_numbers.h"

#include "core/query/book_content.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace steward::query {

namespace {

const QString fileName = QStringLiteral("signals.json");
const QString signalsField = QStringLiteral("signals");
const QString rankingField = QStringLiteral("ranking");
const QString numbersField = QStringLiteral("numbers");

/// False: there is no such number.
bool put(QJsonObject& numbers, const SignalNumber& number)
{
    if (!numbers.value(number.name).isDouble())
        return false;
    numbers[number.name] = number.value;
    return true;
}

bool putSignal(QJsonObject& file, const SignalNumber& number)
{
    QJsonArray all = file.value(signalsField).toArray();
    for (qsizetype i = 0; i < all.size(); ++i) {
        QJsonObject own = all[i].toObject();
        if (own.value(QStringLiteral("id")).toString() != number.signal)
            continue;
        QJsonObject numbers = own.value(numbersField).toObject();
        if (!put(numbers, number))
            return false;
        own[numbersField] = numbers;
        own[QStringLiteral("version")] = own.value(QStringLiteral("version")).toInt() + 1;
        all[i] = own;
        file[signalsField] = all;
        return true;
    }
    return false;
}

bool putRanking(QJsonObject& file, const SignalNumber& number)
{
    QJsonObject ranking = file.value(rankingField).toObject();
    if (!put(ranking, number))
        return false;
    file[rankingField] = ranking;
    return true;
}

} // namespace

Result<QByteArray> withNumber(const BookFacts& book, const SignalNumber& number)
{
    content::Files files = contentFilesOf(book);
    QJsonObject file = QJsonDocument::fromJson(files[fileName]).object();
    const bool isKnown =
        number.value >= 0 && (number.signal.isEmpty() ? putRanking(file, number) : putSignal(file, number));
    if (!isKnown)
        return fail(Code("signals.number"), ErrorKind::Usage, {number.value});
    files[fileName] = QJsonDocument(file).toJson(QJsonDocument::Indented);
    const auto parsed = content::parseContent(files);
    if (!parsed.isGood())
        return fail(parsed.issues.front().code, ErrorKind::Usage, parsed.issues.front().arguments);
    return files[fileName];
}

Status saveSignals(book::Edit& edit, const BookFacts& book, const QByteArray& file)
{
    return keepContent(edit, book, fileName, file);
}

std::map<QString, SignalCases> signalCases(const Portfolio& facts)
{
    std::map<QString, std::vector<const SignalDecision*>> decisions;
    for (const AccountFacts& each : facts)
        for (const SignalDecision& decision : each.of<SignalDecision>())
            if (decision.day.isValid() && (!decision.dismissedReason.isEmpty() || decision.snoozedTo.isValid()))
                decisions[decision.signal].push_back(&decision);
    std::map<QString, SignalCases> all;
    for (auto& [signal, own] : decisions) {
        std::ranges::stable_sort(own, std::greater(), &SignalDecision::day);
        SignalCases& cases = all[signal];
        cases.cases = static_cast<int>(std::min(own.size(), std::size_t(SignalCases::last)));
        cases.noConcern =
            static_cast<int>(std::count_if(own.begin(), own.begin() + cases.cases, [](const SignalDecision* each) {
                return each->dismissedReason == u"not_a_concern";
            }));
    }
    return all;
}

} // namespace steward::query
