// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/files.h"

#include "tests/bench/text_file.h"

#include <QDate>

namespace steward::bench {

namespace {

constexpr int metrics = 2;

QByteArray keyOf(qint64 account) { return "A-" + QByteArray::number(100'000 + account); }

/// A value from 0 to 499 that looks like counts do.
qint64 valueOf(qint64 account, qint64 metric, qint64 step)
{
    const quint64 mixed = static_cast<quint64>(account * 7919 + metric * 104'729 + step * 1'299'709) * 2'654'435'761U;
    return static_cast<qint64>(mixed >> 24U) % 500;
}

} // namespace

qint64 writeAccounts(const QString& path, qint64 accounts)
{
    TextFile text(path);
    text.add("account_id,name\n");
    for (qint64 i = 0; i < accounts; ++i)
        text.add(keyOf(i) + ",Customer " + QByteArray::number(i) + '\n');
    return text.finish() ? accounts : -1;
}

qint64 writeSamples(const QString& path, qint64 accounts, qint64 samples, Grain grain, Order order)
{
    const qint64 steps = samples / (accounts * metrics);
    std::vector<QByteArray> days;
    for (qint64 step = 0; step < steps; ++step)
        days.push_back((grain == Grain::Day ? QDate(2026, 1, 1).addDays(step)
                                            : QDate(2010, 1, 31).addMonths(static_cast<int>(step)))
                           .toString(Qt::ISODate)
                           .toLatin1());
    TextFile text(path);
    text.add("account,metric,day,value\n");
    const auto add = [&](qint64 account, qint64 metric, qint64 step) {
        text.add(keyOf(account) + (metric == 0 ? ",logins," : ",exports,") + days[static_cast<std::size_t>(step)] +
                 ',' + QByteArray::number(valueOf(account, metric, step)) + '\n');
    };
    if (order == Order::ByAccount)
        for (qint64 i = 0; i < accounts * metrics * steps; ++i)
            add(i / (metrics * steps), i / steps % metrics, i % steps);
    else
        for (qint64 i = 0; i < accounts * metrics * steps; ++i)
            add(i / metrics % accounts, i % metrics, i / (metrics * accounts));
    return text.finish() ? accounts * metrics * steps : -1;
}

} // namespace steward::bench
