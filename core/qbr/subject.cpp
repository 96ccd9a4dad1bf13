// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/subject.h"

#include "core/portfolio/book_currency.h"
#include "core/portfolio/subscription_state.h"

#include <cmath>

namespace steward::qbr {

namespace {

QString companyOf(const BookFacts& book)
{
    for (const Definition& each : book.definitions)
        if (each.kind == u"setting" && each.name == u"company" && !each.retiredOn.isValid())
            return QString(each.text.text).remove(u'"').trimmed();
    return {};
}

/// The one product they pay for; empty where there are several or it has no name.
QString productOf(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    QString name;
    for (const Subscription& each : facts.of<Subscription>()) {
        if (!isPaid(each, steward::planOf(book, each.plan), day) || each.product.isEmpty())
            continue;
        if (!name.isEmpty() && name != each.product)
            return {};
        name = each.product;
    }
    return name;
}

Currency currencyOf(const Portfolio& portfolio, const AccountFacts& facts)
{
    if (facts.account.currency.isKnown())
        return facts.account.currency;
    for (const Invoice& each : facts.of<Invoice>())
        if (each.currency.isKnown())
            return each.currency;
    for (const Subscription& each : facts.of<Subscription>())
        if (each.currency.isKnown())
            return each.currency;
    return bookCurrency(portfolio).currency;
}

} // namespace

const Contact* Subject::contact(ContactId id) const
{
    for (const Contact& each : facts.of<Contact>())
        if (each.id == id.value())
            return &each;
    return nullptr;
}

QString Subject::nameAndTitle(ContactId id) const
{
    const Contact* found = contact(id);
    if (!found)
        return {};
    return found->title.isEmpty() || found->name.isEmpty() ? QString(found->name + found->title)
                                                           : QString(found->name + QStringLiteral(", ") + found->title);
}

QString Subject::position(ContactId id) const
{
    const Contact* found = contact(id);
    return found ? found->title : QString();
}

void prepare(Subject& subject, const Request& request)
{
    const int start = subject.book.fiscalYearStart;
    const Period whole = periodOf(request.quarter, start);
    subject.quarter = request.quarter;
    subject.asOf = request.asOf;
    subject.period = {whole.from, std::min(whole.to, std::max(request.asOf, whole.from))};
    subject.before = periodOf(request.quarter.plus(-1), start);
    subject.year = {periodOf(request.quarter.plus(-3), start).from, subject.period.to};
    subject.currency = currencyOf(subject.portfolio, subject.facts);
    subject.vendor = request.vendor.isEmpty() ? companyOf(subject.book) : request.vendor;
    subject.product = productOf(subject.facts, subject.book, subject.period.to);
    subject.review = reviewOf(subject.facts, whole);
    subject.last = reviewBefore(subject.facts, whole.from);
}

QString shortened(const QString& text, qsizetype most)
{
    const QString line = text.simplified();
    if (line.size() <= most)
        return line;
    const qsizetype blank = line.lastIndexOf(u' ', most - 1);
    return QString(line.left(blank > most / 2 ? blank : most - 1) + u'…');
}

qint64 rounded(double value) { return std::llround(value); }

} // namespace steward::qbr
