// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/cell_change.h"

#include "core/base/date_parser.h"
#include "core/base/text.h"
#include "core/content/journey_past.h"
#include "core/model/facts.h"
#include "core/query/missing_facts.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"

#include <array>
#include <set>

namespace steward::accounts {

namespace {

Result<QDate> readDay(const QString& text, const BookNumbers& numbers, const QLocale& locale, DateOrder order)
{
    const QByteArray utf8 = text.toUtf8();
    const std::string_view bytes(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    const ParsedDate parsed = parseDate(bytes, {order, DateNumbers::None});
    if (!parsed.isValid() || parsed.kind == ParsedDate::Kind::Month)
        return fail(Code("cell.not-a-date"), ErrorKind::Usage, {text, words::dayText(numbers.asked.day, locale)});
    return parsed.day(numbers.facts.book().zone);
}

Result<PersonId> readPerson(const QString& text, const BookNumbers& numbers)
{
    const QString wanted = folded(text);
    std::vector<PersonId> found;
    for (const Person& person : numbers.facts.book().people) {
        if (folded(person.name) == wanted)
            return PersonId(person.id);
        if (folded(person.name).startsWith(wanted))
            found.push_back(PersonId(person.id));
    }
    if (found.size() == 1)
        return found.front();
    return fail(Code("cell.not-a-person"), ErrorKind::Usage,
                {text, choicesOf(ColumnId::Csm, numbers).join(QStringLiteral(", "))});
}

/// The id a stage is stored by, where a journey knows it.
QString stageId(const QString& name, const BookNumbers& numbers)
{
    const words::ContentWords words(numbers.content, QLocale());
    for (const content::JourneyTemplate& journey : numbers.content.journeys.templates)
        for (const content::JourneyStage& stage : journey.stages)
            if (words.text(stage.name) == name)
                return stage.id;
    return name;
}

Result<QString> readChoice(const QString& text, ColumnId column, const BookNumbers& numbers)
{
    const words::ContentWords words(numbers.content, QLocale());
    if (column == ColumnId::Segment)
        for (const content::Segment& segment : numbers.content.segments)
            for (const QString& name : {segment.id, segment.name.en, words.text(segment.name)})
                if (folded(name) == folded(text))
                    return segment.id;
    const QStringList choices = choicesOf(column, numbers);
    for (const QString& choice : choices)
        if (column != ColumnId::Segment && folded(choice) == folded(text))
            return stageId(choice, numbers);
    return fail(Code("cell.not-a-choice"), ErrorKind::Usage, {text, choices.join(QStringLiteral(", "))});
}

QStringList tagsOf(const QString& text)
{
    QStringList tags;
    for (const QString& part : text.split(u','))
        if (const QString tag = part.trimmed(); !tag.isEmpty() && !tags.contains(tag))
            tags << tag;
    return tags;
}

} // namespace

QStringList choicesOf(ColumnId column, const BookNumbers& numbers)
{
    const words::ContentWords words(numbers.content, QLocale());
    QStringList choices;
    if (column == ColumnId::Csm)
        for (const Person& person : numbers.facts.book().people)
            choices << person.name;
    if (column == ColumnId::Segment)
        for (const content::Segment& segment : numbers.content.segments)
            choices << words.text(segment.name);
    if (column == ColumnId::Stage) {
        std::set<QString> stages;
        for (const query::AccountLine& line : numbers.lines)
            stages.insert(line.stage);
        for (const QString& stage : stages)
            choices << words.word(u"stage", stage);
        if (!numbers.content.journeys.templates.empty())
            for (const content::JourneyStage& stage : numbers.content.journeys.templates.front().stages)
                if (!content::isRetired(stage))
                    choices << words.text(stage.name);
        choices.removeAll(QString());
    }
    if (isOwn(column)) {
        constexpr std::size_t most = 40; // more are no choice
        std::set<QString> texts;
        for (const query::AccountLine& line : numbers.lines) {
            const CellValue value = valueOf(column, line, numbers);
            if (const auto* text = std::get_if<QString>(&value))
                texts.insert(*text);
            if (texts.size() > most)
                return {};
        }
        choices = QStringList(texts.begin(), texts.end());
    }
    choices.sort(Qt::CaseInsensitive);
    choices.removeDuplicates();
    return choices;
}

Result<CellChange> readCell(AccountId account, ColumnId column, const QString& typed, const BookNumbers& numbers,
                            const QLocale& locale, DateOrder order)
{
    if (!columnOf(column).isEditable)
        return fail(Code("cell.computed"), ErrorKind::Usage, {nameOf(column, numbers)});
    const QString text = typed.trimmed();
    CellChange change{account, column, QString()};
    const auto keep = [&](auto read) -> Result<CellChange> {
        if (!read)
            return tl::unexpected(read.error());
        change.value = *read;
        return change;
    };
    switch (column) {
    case ColumnId::Renewal:
    case ColumnId::Since:
        if (text.isEmpty())
            return keep(Result<QDate>(QDate()));
        return keep(readDay(text, numbers, locale, order));
    case ColumnId::Csm:
        if (text.isEmpty())
            return keep(Result<PersonId>(PersonId()));
        return keep(readPerson(text, numbers));
    case ColumnId::Stage:
    case ColumnId::Segment:
        if (text.isEmpty())
            return keep(Result<QString>(QString()));
        return keep(readChoice(text, column, numbers));
    case ColumnId::Tags:
        return keep(Result<QStringList>(tagsOf(text)));
    default:
        return keep(Result<QString>(text));
    }
}

namespace {

void setField(Account& account, const CellChange& change)
{
    switch (change.column) {
    case ColumnId::Renewal:
        account.renewalDate = std::get<QDate>(change.value);
        break;
    case ColumnId::Since:
        account.customerSince = std::get<QDate>(change.value);
        break;
    case ColumnId::Csm:
        account.csm = std::get<PersonId>(change.value);
        break;
    case ColumnId::Stage:
        account.stage = std::get<QString>(change.value);
        break;
    case ColumnId::Segment:
        account.segment = std::get<QString>(change.value);
        break;
    case ColumnId::Industry:
        account.industry = std::get<QString>(change.value);
        break;
    case ColumnId::Region:
        account.region = std::get<QString>(change.value);
        break;
    case ColumnId::Tier:
        account.tier = std::get<QString>(change.value);
        break;
    case ColumnId::Tags:
        account.tags = std::get<QStringList>(change.value);
        break;
    default:
        break;
    }
}

/// The subscription whose term ends on the day shown; none: the account's own field says it.
qint64 renewingSubscription(AccountId account, const BookNumbers& numbers)
{
    const auto line = std::ranges::lower_bound(numbers.lines, account, {},
                                               [](const query::AccountLine& each) { return each.facts->id(); });
    if (line == numbers.lines.end() || line->facts->id() != account || !line->renewal.isValid())
        return 0;
    for (const Subscription& subscription : line->facts->of<Subscription>())
        if (subscription.renewalDate == line->renewal)
            return subscription.id;
    return 0;
}

/// The earliest open task gets the title; without one it is made. An empty cell takes no task away.
Status setTask(book::Edit& edit, AccountId account, const QString& title, const BookNumbers& numbers)
{
    const query::AccountLine* line = numbers.find(account);
    if (title.isEmpty() || !line)
        return {};
    if (const Task* next = nextTask(*line->facts))
        return edit.change<Task>(next->id, [&](Task& task) { task.title = title; });
    Task task;
    task.account = account;
    task.title = title;
    task.created = edit.today();
    task.priority = QStringLiteral("normal");
    task.assignee = line->facts->account.csm;
    task.status = QStringLiteral("open");
    task.origin = QStringLiteral("hand");
    task.waitingFor = QStringLiteral("me");
    const auto saved = edit.save(task);
    return saved ? Status() : Status(tl::unexpected(saved.error()));
}

/// Of the type that it had; a new one is a text.
Status setOwn(book::Edit& edit, const CellChange& change, const BookNumbers& numbers)
{
    CustomValue value{Entity::Account, change.account.value(), nameOf(change.column, numbers),
                      std::get<QString>(change.value), QStringLiteral("text")};
    if (const AccountFacts* facts = numbers.facts.find(change.account))
        for (const CustomValue& before : facts->custom)
            if (before.field == value.field)
                value.type = before.type;
    return edit.setCustom(std::span(&value, 1));
}

} // namespace

Status applyChanges(book::Edit& edit, std::span<const CellChange> changes, const Numbers& numbers)
{
    for (const CellChange& each : changes) {
        Status done;
        const qint64 subscription = each.column == ColumnId::Renewal ? renewingSubscription(each.account, *numbers) : 0;
        if (subscription != 0)
            done = edit.change<Subscription>(subscription,
                                             [&](Subscription& s) { s.renewalDate = std::get<QDate>(each.value); });
        else if (each.column == ColumnId::NextTask)
            done = setTask(edit, each.account, std::get<QString>(each.value), *numbers);
        else if (each.column == ColumnId::Sponsor)
            done = query::writeFacts(
                edit, std::array{query::FactChange{query::Fact::Sponsor, each.account, std::get<QString>(each.value)}},
                numbers->facts, numbers->asked.day);
        else if (isOwn(each.column))
            done = setOwn(edit, each, *numbers);
        else
            done = edit.change<Account>(each.account.value(), [&](Account& account) { setField(account, each); });
        if (!done)
            return done;
    }
    return {};
}

std::vector<QStringList> blockOf(const QString& text)
{
    std::vector<QStringList> rows(1);
    QString cell;
    bool isQuoted = false;
    const auto endCell = [&] { rows.back() << std::exchange(cell, QString()); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else if (c == u'"')
                isQuoted = false;
            else
                cell += c;
        } else if (c == u'"' && cell.isEmpty()) {
            isQuoted = true;
        } else if (c == u'\t') {
            endCell();
        } else if (c == u'\n') {
            endCell();
            rows.emplace_back();
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !rows.back().isEmpty())
        endCell();
    if (rows.back().isEmpty())
        rows.pop_back();
    return rows;
}

QString textOfBlock(const std::vector<QStringList>& rows)
{
    QString text;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (QString cell : row) {
            if (cell.contains(u'\t') || cell.contains(u'\n') || cell.startsWith(u'"'))
                cell = QString(u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"');
            cells << cell;
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString blockText(const BookNumbers& numbers, std::span<const AccountId> accounts, std::span<const ColumnId> columns,
                  const QLocale& locale)
{
    std::vector<QStringList> rows;
    for (const AccountId account : accounts) {
        const query::AccountLine* line = numbers.find(account);
        if (!line)
            continue;
        QStringList cells;
        for (const ColumnId column : columns)
            cells << (valueOf(column, *line, numbers).index() == 0 ? QString()
                                                                   : textOf(column, *line, numbers, locale));
        rows.push_back(cells);
    }
    return textOfBlock(rows);
}

} // namespace steward::accounts
