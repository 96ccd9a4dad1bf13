// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/gaps_presenter.h"

#include "core/base/text.h"
#include "core/query/scores.h"
#include "core/words/date_order.h"
#include "core/words/words.h"
#include "ui/importing/import_words.h"

namespace steward::importing {

namespace {

std::vector<Gap> gapsOf(const BookNumbers& numbers, const std::vector<query::DataGap>& data)
{
    std::vector<Gap> gaps;
    for (query::MissingFact& fact : query::missingFacts(numbers.lines, numbers.facts.book(), data, numbers.asked.day))
        gaps.push_back({std::move(fact), std::nullopt});
    for (const query::DataGap& gap : data) {
        if (comesAsFile(gap.kind))
            gaps.push_back({std::nullopt, gap});
    }
    return gaps;
}

/// Scores with their evidence, only for what they lack.
Result<std::vector<Gap>> workOut(const BookNumbers& numbers)
{
    const auto scorer = query::scorerOf(numbers.everything, numbers.content, numbers.asked.day,
                                        numbers.asked.past.value_or(LookBack::AsItHappened));
    if (!scorer)
        return tl::unexpected(scorer.error());
    return gapsOf(numbers, query::gapsOf(numbers.lines, scorer->scoreAll(numbers.asked.day), query::GapsBy::Kind));
}

} // namespace

GapsPresenter::GapsPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_gaps(m_locale)
    , m_grid(m_locale)
{
    connect(&m_grid, &GapGridModel::changeRequested, this, [this](int row, const QString& text) {
        if (const QString wrong = change(row, text); !wrong.isEmpty())
            Q_EMIT said(wrong);
    });
    connect(&book, &OpenBook::numbersChanged, this, [this] {
        m_grid.setEditable(m_book.isEditable());
        if (m_isShown)
            refresh();
        else
            m_grid.setNumbers(m_book.numbers());
    });
    connect(&book, &OpenBook::stateChanged, this, [this] {
        m_grid.setEditable(m_book.isEditable());
        if (m_book.state() != OpenBook::State::Ready) {
            m_current = -1;
            m_gaps.set({});
            m_grid.set(nullptr, {});
            m_state = State::Loading;
            Q_EMIT changed();
        }
    });
}

void GapsPresenter::refresh()
{
    m_isShown = true;
    const Numbers numbers = m_book.numbers();
    if (!numbers)
        return;
    m_grid.setEditable(m_book.isEditable());
    m_grid.setNumbers(numbers);
    const qint64 serial = ++m_serial;
    auto made = std::make_shared<std::vector<Gap>>();
    m_book.aside(
        [numbers, made]() -> Status {
            auto gaps = workOut(*numbers);
            if (!gaps)
                return tl::unexpected(gaps.error());
            *made = std::move(*gaps);
            return {};
        },
        this,
        [this, made, serial](const Status& done) {
            if (done)
                take(std::move(*made), serial);
            else
                Q_EMIT said(words::render(done.error(), m_locale));
        });
}

void GapsPresenter::take(std::vector<Gap> gaps, qint64 serial)
{
    const Numbers numbers = m_book.numbers();
    if (serial != m_serial || !numbers)
        return;
    const auto fact = m_grid.fact();
    m_gaps.set(std::move(gaps));
    m_state = numbers->lines.empty() ? State::NoAccounts : m_gaps.rowCount() == 0 ? State::Nothing : State::Ready;
    // Rows that were just filled stay in sight; the one chosen keeps its place in the list.
    const int again = fact ? m_gaps.rowOf(*fact) : -1;
    if (again >= 0)
        m_current = again;
    else if (!fact || m_grid.filled() == 0)
        choose(m_gaps.rowCount() > 0 ? 0 : -1);
    else
        m_current = -1;
    Q_EMIT changed();
}

void GapsPresenter::choose(int gap)
{
    m_current = gap;
    m_grid.set(m_gaps.at(gap), m_book.numbers());
    Q_EMIT changed();
}

QString GapsPresenter::change(int row, const QString& text) { return fill({{row, text}}); }

QString GapsPresenter::paste(int row, const QString& text) { return fill(cellsOf(row, text)); }

std::vector<GapsPresenter::Cell> GapsPresenter::cellsOf(int row, const QString& text) const
{
    QHash<QString, int> rowOf;
    for (int i = 0; i < m_grid.rowCount(); ++i)
        rowOf.insert(folded(m_grid.nameAt(i)), i);
    std::vector<Cell> cells;
    const QStringList lines = text.split(u'\n');
    int at = row;
    for (QString line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        const QStringList parts = line.split(u'\t');
        const int named = parts.size() > 1 ? rowOf.value(folded(parts.front()), -1) : -1;
        const int to = named >= 0 ? named : at++;
        if (to >= 0 && to < m_grid.rowCount() && !parts.back().trimmed().isEmpty())
            cells.push_back({to, parts.back()});
    }
    return cells;
}

QString GapsPresenter::fill(const std::vector<Cell>& cells)
{
    const auto fact = m_grid.fact();
    const Numbers numbers = m_book.numbers();
    if (!fact || !numbers || !m_book.isEditable() || cells.empty())
        return {};
    std::vector<query::FactChange> changes;
    std::map<qint64, GapGridModel::Mark> marks;
    QString wrong;
    int left = 0;
    QStringList texts;
    for (const Cell& cell : cells)
        texts << cell.text;
    const DateOrder order = words::dateOrderOf(texts, m_locale);
    for (const Cell& cell : cells) {
        const AccountId account = m_grid.accounts()[std::size_t(cell.row)];
        const AccountFacts* facts = numbers->facts.find(account);
        if (!facts)
            continue;
        const auto value = query::readFact(*fact, cell.text, order, *facts, numbers->facts.book(), numbers->asked.day);
        if (value) {
            changes.push_back({*fact, account, *value});
            marks[account.value()] = {};
            continue;
        }
        const QString why = words::render(value.error(), m_locale);
        marks[account.value()] = {widgets::Ground::Wrong, cell.text, why};
        ++left;
        if (wrong.isEmpty())
            wrong = why;
    }
    m_grid.setMarks(cells.size() > 1 || left > 0 ? std::move(marks) : std::map<qint64, GapGridModel::Mark>());
    if (!changes.empty()) {
        const Message label = changes.size() == 1
                                  ? Message{Code("edit.fill-gap"),
                                            {nameOf(*fact), numbers->facts.find(changes.front().account)->account.name}}
                                  : Message{Code("edit.fill-gaps"), {nameOf(*fact), qint64(changes.size())}};
        m_book.edit(label, [changes, numbers](book::Edit& edit) {
            return query::writeFacts(edit, changes, numbers->facts, numbers->asked.day);
        });
    }
    if (left == 0)
        return {};
    return left == 1 ? tr("One cell was left out: %1").arg(wrong)
                     : tr("%1 cells were left out: %2").arg(left).arg(wrong);
}

QString GapsPresenter::copyText(int first, int last) const
{
    QString text;
    for (int row = std::max(first, 0); row <= last && row < m_grid.rowCount(); ++row) {
        const QString value = m_grid.index(row, GapGridModel::Value).data(Qt::EditRole).toString();
        text += m_grid.nameAt(row) + u'\t' + value + u'\n';
    }
    return text;
}

} // namespace steward::importing
