// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/names.h"

#include <algorithm>

namespace steward::sample {

QString plain(QStringView text)
{
    static const QHash<QChar, QString> letters{{u'ø', QStringLiteral("o")},  {u'ł', QStringLiteral("l")},
                                               {u'ı', QStringLiteral("i")},  {u'ß', QStringLiteral("ss")},
                                               {u'æ', QStringLiteral("ae")}, {u'đ', QStringLiteral("d")}};
    QString result;
    for (const QChar letter : text.toString().toLower().normalized(QString::NormalizationForm_D))
        if ((letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9'))
            result += letter;
        else
            result += letters.value(letter);
    return result;
}

QString Names::invented(const Plot& plot, Random& random) const
{
    QString name = random.pick(m_words.firmStarts);
    for (int i = 0; i < m_words.endingsPerName; ++i)
        name += random.pick(m_words.firmEndings);
    const auto trade = std::find_if(m_words.trades.begin(), m_words.trades.end(),
                                    [&plot](const content::SampleTrade& each) { return each.id == plot.trade; });
    name += u' ' + random.pick(trade->words);
    return plot.isSlim() ? QString(name + u' ' + random.pick(m_words.towns)) : name;
}

void Names::give(Plot& plot)
{
    Random random = Random::of({m_seed, 2, static_cast<quint64>(plot.index)});
    if (plot.trade.isEmpty())
        plot.trade = plot.is(u"public") ? QStringLiteral("public")
                     : plot.is(u"msp")  ? QStringLiteral("services")
                                        : random.pick(m_words.trades).id;
    plot.country = random.pick(m_words.countries);
    for (const auto& [region, countries] : m_words.regions)
        if (countries.contains(plot.country))
            plot.region = region;
    // The odd names of the list go to firms that no story needs to be of another trade.
    constexpr int every = 11;
    const auto special = static_cast<std::size_t>(plot.index / every);
    if (!plot.isSlim() && !plot.isParent && plot.story != 18 && plot.index % every == 4 &&
        special < m_words.specialFirms.size()) {
        plot.name = m_words.specialFirms[special].name;
        plot.domain = m_words.specialFirms[special].domain;
        plot.trade = m_words.specialFirms[special].trade;
    } else if (!plot.name.isEmpty() && plot.isSlim()) {
        plot.name += u' ' + random.pick(m_words.towns) + u' ' + random.pick(m_words.firmStarts) +
                     random.pick(m_words.firmEndings);
    }
    while (plot.name.isEmpty() || m_taken.contains(plot.name))
        plot.name = invented(plot, random);
    m_taken.insert(plot.name);
    if (plot.domain.isEmpty())
        plot.domain = plain(plot.name) + m_words.domainSuffix;
    for (int more = 2; m_domains.contains(plot.domain); ++more)
        plot.domain = plain(plot.name) + QString::number(more) + m_words.domainSuffix;
    m_domains.insert(plot.domain);
}

QString fictionalPhone(const content::SampleNames& words, const QString& country, Random& random)
{
    auto found = std::find_if(words.phones.begin(), words.phones.end(),
                              [&country](const auto& each) { return each.first == country; });
    if (found == words.phones.end())
        found = words.phones.begin();
    QString phone = found->second;
    for (QChar& each : phone)
        if (each == u'#')
            each = QLatin1Char(
                static_cast<char>('0' + random.between(phone.startsWith(QLatin1String("+1 ###")) ? 2 : 0, 9)));
    return phone;
}

namespace {

/// How much of each kind a firm of a segment has, against the others; only the proportions count.
struct Weights
{
    QStringView segment;
    double contacts, touches, tickets, answers, goals, opportunities, risks, advocacy, qbrs;
};

constexpr Weights weights[] = {{u"enterprise", 11, 30, 8, 12, 10, 10, 8, 6, 20},
                               {u"mid", 6, 18, 6, 8, 7, 8, 5, 3, 4},
                               {u"self", 2, 2, 2, 3, 2, 1, 1, 1, 0},
                               {u"startup", 4, 14, 4, 6, 6, 3, 4, 2, 0},
                               {u"msp", 6, 20, 6, 8, 8, 6, 4, 3, 10},
                               {u"expert", 5, 8, 3, 6, 6, 5, 3, 2, 3},
                               {u"guided", 4, 16, 6, 8, 6, 2, 4, 2, 3},
                               {u"public", 7, 16, 4, 8, 8, 3, 3, 2, 4}};

const Weights& weightsOf(const Plot& plot)
{
    const auto* found = std::find_if(std::begin(weights), std::end(weights),
                                     [&plot](const Weights& each) { return plot.is(each.segment); });
    return found == std::end(weights) ? weights[1] : *found;
}

void giveOne(std::vector<Plot>& block, int total, std::optional<int> Quota::*kind, double Weights::*weight)
{
    std::vector<double> open;
    for (const Plot& plot : block) {
        const auto& fixed = plot.quota.*kind;
        total -= fixed.value_or(0);
        // Firms that left early had less time to be heard of.
        const double told = plot.churned.isValid() ? 0.6 : plot.isOnboarding() || plot.story == 7 ? 0.5 : 1.0;
        open.push_back(fixed ? 0.0 : weightsOf(plot).*weight * told);
    }
    const std::vector<int> parts = shared(total, open);
    for (std::size_t i = 0; i < block.size(); ++i)
        if (!(block[i].quota.*kind))
            block[i].quota.*kind = parts[i];
}

} // namespace

void giveQuotas(std::vector<Plot>& block, const content::SampleStories& stories)
{
    // Beyond the accounts that are for reading, a quarter of the facts.
    const int part = block.front().isThin() ? 4 : 1;
    const auto total = [&](const char* kind) {
        const auto found = stories.facts.find(QLatin1String(kind));
        return found == stories.facts.end() ? 0 : found->second / part;
    };
    if (part > 1)
        for (Plot& plot : block)
            if (plot.quota.tickets)
                plot.quota.tickets = *plot.quota.tickets / part;
    giveOne(block, total("contacts"), &Quota::contacts, &Weights::contacts);
    for (Plot& plot : block) // somebody has to be there
        plot.quota.contacts = std::max(1, plot.quota.contacts.value_or(0));
    giveOne(block, total("touches"), &Quota::touches, &Weights::touches);
    giveOne(block, total("tickets"), &Quota::tickets, &Weights::tickets);
    giveOne(block, total("survey_answers"), &Quota::answers, &Weights::answers);
    giveOne(block, total("goals"), &Quota::goals, &Weights::goals);
    giveOne(block, total("opportunities"), &Quota::opportunities, &Weights::opportunities);
    giveOne(block, total("risks"), &Quota::risks, &Weights::risks);
    giveOne(block, total("advocacy"), &Quota::advocacy, &Weights::advocacy);
    giveOne(block, total("qbrs"), &Quota::qbrs, &Weights::qbrs);
}

} // namespace steward::sample
