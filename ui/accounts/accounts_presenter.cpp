// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_presenter.h"

#include "core/filter/parser.h"
#include "core/words/date_order.h"
#include "core/words/short_words.h"
#include "core/words/words.h"
#include "ui/accounts/order_note.h"

#include <algorithm>

namespace steward::accounts {

namespace {

/// Where the conditions stand, each with its name, sign and values.
std::vector<std::pair<int, int>> conditionsOf(const filter::Node& node)
{
    std::vector<std::pair<int, int>> places;
    const bool isCondition = node.kind == filter::Node::Kind::Compare || node.kind == filter::Node::Kind::Has ||
                             node.kind == filter::Node::Kind::Lacks;
    if (isCondition) {
        const auto end = std::max(node.place.at + node.place.length, node.valuePlace.at + node.valuePlace.length);
        places.emplace_back(int(node.place.at), int(end - node.place.at));
    }
    for (const filter::Node& child : node.children)
        for (const auto& place : conditionsOf(child))
            places.push_back(place);
    return places;
}

/// The filter without its last word where that is the beginning of a condition being typed now: "band" was no search.
QString withoutWordBegun(const QString& good, const QString& typed)
{
    const auto isSign = [](QChar c) { return QStringView(u":<>=").contains(c); };
    const QString word = good.section(u' ', -1);
    const bool isBegun = typed.startsWith(good) && typed.size() > good.size() && isSign(typed[good.size()]) &&
                         std::ranges::none_of(word, isSign);
    return isBegun ? good.chopped(word.size()) : good;
}

} // namespace

AccountsPresenter::AccountsPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_model(m_locale)
    , m_views(firstViews())
{
    connect(&book, &OpenBook::numbersChanged, this, &AccountsPresenter::takeNumbers);
    connect(&book, &OpenBook::stateChanged, this, [this] {
        m_marks.clear();
        updateState();
    });
    // What was pasted stays marked until the next change of the book.
    connect(&book, &OpenBook::edited, this, [this] {
        if (!std::exchange(m_isPasting, false)) {
            m_marks.clear();
            if (!m_isHeld) // what is typed would be taken back
                m_model.setMarks({});
        }
    });
    connect(&m_model, &AccountsModel::changeRequested, this,
            [this](AccountId account, ColumnId column, const QString& text) {
                if (const QString wrong = change({account}, column, text); !wrong.isEmpty())
                    Q_EMIT said(wrong);
            });
    m_sort = m_views.front().sort;
    takeNumbers();
}

/// Order and groups as chosen, in the columns of this book.
void AccountsPresenter::arrange()
{
    const Numbers& numbers = m_model.numbers();
    if (!numbers)
        return;
    m_model.setSort(sortOf(m_sort, *numbers));
    m_model.setGroup(columnNamed(m_group, *numbers));
}

void AccountsPresenter::hold(bool isHeld)
{
    m_isHeld = isHeld;
    if (!isHeld && std::exchange(m_isWaiting, false))
        takeNumbers();
}

void AccountsPresenter::takeNumbers()
{
    m_isWaiting = m_isHeld;
    if (m_isHeld)
        return;
    m_model.setEditable(m_book.isEditable());
    const Numbers numbers = m_book.numbers();
    // Trends come with the scorer of the scores before them: the rows stay as they are.
    const Numbers& shown = m_model.numbers();
    if (numbers && numbers->scorer && shown && shown->scorer == numbers->scorer && shown->asked == numbers->asked) {
        m_model.setTrends(numbers);
        return;
    }
    auto accepts = numbers ? compiled(m_filter, *numbers, nullptr) : std::nullopt;
    if (numbers && !accepts)
        accepts = compiled(m_goodFilter, *numbers, nullptr);
    if (!numbers || !shown || ownNames(*numbers) != ownNames(*shown)) {
        // Its own fields are others, and with them the ids of their columns.
        if (shown)
            m_model.setNumbers(nullptr);
        m_model.setSort(numbers ? sortOf(m_sort, *numbers) : std::vector<SortKey>{{}});
        m_model.setGroup(numbers ? columnNamed(m_group, *numbers) : std::nullopt);
    }
    m_model.setNumbers(numbers, accepts.value_or(filter::Predicate()));
    m_orderNote = numbers ? accounts::orderNote(*numbers, m_locale) : QString();
    readFilter();
    updateState();
    Q_EMIT filterChanged();
    if (!m_marks.empty())
        m_model.setMarks(m_marks);
    Q_EMIT viewsChanged();
    countViews();
}

std::optional<filter::Predicate> AccountsPresenter::compiled(const QString& text, const BookNumbers& numbers,
                                                             Fault* fault) const
{
    const auto fail = [&](const Error& error) -> std::optional<filter::Predicate> {
        if (fault) {
            const auto number = [&](std::size_t fromEnd) {
                const auto& arguments = error.arguments;
                const auto* value =
                    arguments.size() >= fromEnd ? std::get_if<qint64>(&arguments[arguments.size() - fromEnd]) : nullptr;
                return value ? static_cast<int>(*value) : 0;
            };
            *fault = {words::render(error, m_locale), number(2), std::max(1, number(1))};
        }
        return std::nullopt;
    };
    const auto tree = filter::parse(text);
    if (!tree)
        return fail(tree.error());
    const auto accepts =
        filter::compile(*tree, numbers.fields, {numbers.asked.day, numbers.facts.book().fiscalYearStart});
    return accepts ? std::optional(*accepts) : fail(accepts.error());
}

/// What is said about the filter beside the accounts that pass it.
std::optional<filter::Predicate> AccountsPresenter::readFilter()
{
    m_fault = {};
    m_conditions.clear();
    if (!m_model.numbers())
        return std::nullopt;
    auto accepts = compiled(m_filter, *m_model.numbers(), &m_fault);
    if (accepts)
        m_conditions = conditionsOf(*filter::parse(m_filter));
    return accepts;
}

void AccountsPresenter::applyFilter()
{
    if (const auto accepts = readFilter()) {
        m_goodFilter = m_filter;
        m_model.setFilter(*accepts);
    } else if (const QString good = withoutWordBegun(m_goodFilter, m_filter); good != m_goodFilter) {
        m_goodFilter = good;
        if (const auto before = m_model.numbers() ? compiled(good, *m_model.numbers(), nullptr) : std::nullopt)
            m_model.setFilter(*before);
    }
    updateState();
    Q_EMIT filterChanged();
}

void AccountsPresenter::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    applyFilter();
    Q_EMIT viewsChanged();
}

void AccountsPresenter::setSort(const std::vector<SortKey>& keys)
{
    if (!m_model.numbers())
        return;
    m_sort = sortText(keys, *m_model.numbers());
    arrange();
    Q_EMIT viewsChanged();
}

void AccountsPresenter::setGroup(std::optional<ColumnId> column)
{
    if (!m_model.numbers())
        return;
    m_group = column ? nameInSettings(*column, *m_model.numbers()) : QString();
    arrange();
    Q_EMIT viewsChanged();
}

void AccountsPresenter::updateState()
{
    m_model.setEditable(m_book.isEditable());
    const Numbers& numbers = m_model.numbers();
    m_state = !numbers                    ? State::Loading
              : numbers->lines.empty()    ? State::Empty
              : m_model.shownCount() == 0 ? State::NoMatch
                                          : State::Ready;
    Q_EMIT stateChanged();
}

QString AccountsPresenter::orderNote() const
{
    const auto& keys = m_model.sort();
    return !keys.empty() && keys.front().column == ColumnId::Health ? m_orderNote : QString();
}

QString AccountsPresenter::countText() const
{
    if (!m_model.numbers())
        return {};
    const auto all = static_cast<int>(m_model.numbers()->lines.size());
    if (m_model.shownCount() == all)
        return tr("%n accounts", nullptr, all);
    return tr("%1 of %2").arg(m_locale.toString(m_model.shownCount()), m_locale.toString(all));
}

QString AccountsPresenter::sumText() const
{
    if (!m_model.numbers())
        return {};
    Mrr sum;
    int withoutRate = 0;
    for (const query::AccountLine* line : m_model.shown()) {
        if (line->comparable)
            sum += *line->comparable;
        else if (line->mrr)
            ++withoutRate;
    }
    const Currency currency = m_model.numbers()->currency;
    const QString text = tr("%1 ARR").arg(words::moneyText({sum.toArrMinor(), currency}, m_locale));
    return withoutRate > 0 ? tr("%1, without %n accounts that have no rate", nullptr, withoutRate).arg(text) : text;
}

void AccountsPresenter::setViews(std::vector<SavedView> views)
{
    if (views.empty())
        return;
    m_views = std::move(views);
    m_view = 0;
    chooseView(0);
    countViews();
}

void AccountsPresenter::chooseView(int view)
{
    if (view < 0 || view >= static_cast<int>(m_views.size()))
        return;
    m_view = view;
    const SavedView& chosen = m_views[std::size_t(view)];
    m_filter = chosen.filter;
    m_sort = chosen.sort;
    m_group = chosen.group;
    arrange();
    applyFilter();
    Q_EMIT viewChosen();
    Q_EMIT viewsChanged();
}

bool AccountsPresenter::isViewChanged() const
{
    const SavedView& view = m_views[std::size_t(m_view)];
    return view != SavedView{view.name, m_filter, m_sort, m_group};
}

void AccountsPresenter::saveView()
{
    SavedView& view = m_views[std::size_t(m_view)];
    view = {view.name, m_filter, m_sort, m_group};
    Q_EMIT viewsChanged();
    countViews();
}

void AccountsPresenter::saveViewAs(const QString& name)
{
    if (name.trimmed().isEmpty())
        return;
    m_views.push_back({name.trimmed(), m_filter, m_sort, m_group});
    m_view = static_cast<int>(m_views.size()) - 1;
    Q_EMIT viewsChanged();
    countViews();
}

void AccountsPresenter::removeView(int view)
{
    if (m_views.size() < 2 || view < 0 || view >= static_cast<int>(m_views.size()))
        return;
    m_views.erase(m_views.begin() + view);
    chooseView(std::min(view, static_cast<int>(m_views.size()) - 1));
    countViews();
}

QString AccountsPresenter::countOfView(int view) const
{
    const bool isKnown = view >= 0 && view < static_cast<int>(m_counts.size()) && m_counts[std::size_t(view)];
    return isKnown ? m_locale.toString(*m_counts[std::size_t(view)]) : QString();
}

/// Beside the window: in a big book every view takes as long as a filter.
void AccountsPresenter::countViews()
{
    const Numbers numbers = m_model.numbers();
    if (!numbers)
        return;
    std::vector<std::optional<filter::Predicate>> filters;
    for (const SavedView& view : m_views)
        filters.push_back(compiled(view.filter, *numbers, nullptr));
    auto counts = std::make_shared<std::vector<std::optional<int>>>();
    m_book.aside(
        [numbers, filters, counts] {
            for (const auto& accepts : filters)
                counts->push_back(accepts ? std::optional(countOf(*numbers, *accepts)) : std::nullopt);
            return Status();
        },
        this,
        [this, counts, serial = ++m_countSerial](const Status&) {
            if (serial != m_countSerial)
                return;
            m_counts = *counts;
            Q_EMIT viewsChanged();
        });
}

QString AccountsPresenter::change(const std::vector<AccountId>& accounts, ColumnId column, const QString& text)
{
    const Numbers numbers = m_model.numbers();
    if (!numbers || accounts.empty())
        return {};
    std::vector<CellChange> changes;
    for (const AccountId account : accounts) {
        const auto read = readCell(account, column, text, *numbers, m_locale, words::dateOrderOf(m_locale));
        if (!read)
            return words::render(read.error(), m_locale);
        changes.push_back(*read);
    }
    const AccountFacts* facts = numbers->facts.find(accounts.front());
    const Message label =
        accounts.size() == 1
            ? Message{Code("edit.account-field"), {nameOf(column, *numbers), facts ? facts->account.name : QString()}}
            : Message{Code("edit.account-fields"), {nameOf(column, *numbers), qint64(accounts.size())}};
    m_book.edit(label, [changes, numbers](book::Edit& edit) { return applyChanges(edit, changes, numbers); });
    return {};
}

QString AccountsPresenter::paste(const std::vector<AccountId>& accounts, const std::vector<ColumnId>& columns,
                                 const QString& text)
{
    const Numbers numbers = m_model.numbers();
    std::vector<QStringList> block = blockOf(text);
    if (!numbers || block.empty() || accounts.empty())
        return {};
    std::vector<CellChange> changes;
    m_marks.clear();
    QString firstWrong;
    int wrong = 0;
    std::vector<QStringList> byColumn(columns.size());
    for (const QStringList& cells : block)
        for (std::size_t i = 0; i < std::size_t(cells.size()) && i < columns.size(); ++i)
            byColumn[i] << cells[qsizetype(i)];
    std::vector<DateOrder> orders;
    for (const QStringList& column : byColumn)
        orders.push_back(words::dateOrderOf(column, m_locale));
    // One copied cell goes into the one cell; more rows than there is room for are left out.
    for (std::size_t row = 0; row < block.size() && row < accounts.size(); ++row) {
        const QStringList& cells = block[row];
        for (std::size_t i = 0; i < std::size_t(cells.size()) && i < columns.size(); ++i) {
            const QString cell = cells[qsizetype(i)];
            const auto read = readCell(accounts[row], columns[i], cell, *numbers, m_locale, orders[i]);
            AccountsModel::Mark mark;
            if (read) {
                changes.push_back(*read);
            } else {
                mark = {widgets::Ground::Wrong, cell, words::render(read.error(), m_locale)};
                ++wrong;
                if (firstWrong.isEmpty())
                    firstWrong = mark.why;
            }
            m_marks[{accounts[row].value(), columns[i]}] = mark;
        }
    }
    m_model.setMarks(m_marks);
    if (!changes.empty()) {
        m_isPasting = true;
        const bool isOneColumn =
            std::ranges::all_of(changes, [&](const CellChange& each) { return each.column == changes.front().column; });
        const auto count = qint64(changes.size());
        m_book.edit(isOneColumn ? Message{Code("edit.pasted-column"), {nameOf(changes.front().column, *numbers), count}}
                                : Message{Code("edit.pasted-cells"), {count}},
                    [changes, numbers](book::Edit& edit) { return applyChanges(edit, changes, numbers); });
    }
    if (wrong == 0)
        return {};
    return tr("%n cells were left out: %1", nullptr, wrong).arg(firstWrong);
}

void AccountsPresenter::copy(const std::vector<AccountId>& accounts, const std::vector<ColumnId>& columns)
{
    const Numbers& numbers = m_model.numbers();
    if (!numbers || accounts.empty())
        return;
    constexpr std::size_t atOnce = 1000; // a hundred thousand take half a second
    if (accounts.size() <= atOnce) {
        Q_EMIT copied(blockText(*numbers, accounts, columns, m_locale));
        return;
    }
    auto text = std::make_shared<QString>();
    m_book.aside(
        [text, numbers, accounts, columns, locale = m_locale] {
            *text = blockText(*numbers, accounts, columns, locale);
            return Status();
        },
        this, [this, text](const Status&) { Q_EMIT copied(*text); });
}

} // namespace steward::accounts
