// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/meeting.h"

#include "core/base/text.h"
#include "core/feedback/themes.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/standing.h"
#include "core/work/subject.h"

#include <QRegularExpression>
#include <algorithm>
#include <functional>

namespace steward::work {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs; ///< also when the clocks change
constexpr qint64 longestMinutes = 240;       ///< a note that lay open for longer says nothing of how long they spoke

bool isUnfinished(const Touch& touch)
{
    return touch.planned.value_or(false) && !touch.tookPlace.value_or(false) && !touch.archivedOn.isValid();
}

/// The words of a text, folded, without the signs around them.
QStringList wordsOf(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}'-]+"));
    return folded(text).split(between, Qt::SkipEmptyParts);
}

/// Where the words of a name stand one after the other; -1: they do not.
qsizetype placeOf(const QStringList& name, const QStringList& text)
{
    for (qsizetype from = 0; !name.isEmpty() && from + name.size() <= text.size(); ++from)
        if (text.mid(from, name.size()) == name)
            return from;
    return -1;
}

class Reader
{
public:
    Reader(const MeetingBook& book, const Touch& touch)
        : m_book(book)
        , m_touch(touch)
    {
        for (const Contact& each : book.facts.of<Contact>())
            if (std::ranges::find(touch.contacts, ContactId(each.id)) != touch.contacts.end())
                m_attending.push_back(&each);
        for (const Contact& each : book.facts.of<Contact>())
            if (isPresent(each, book.today) && !each.archivedOn.isValid())
                m_known.push_back(&each);
    }

    void read(const NoteLine& line, const std::set<Making>& without, MeetingRecords& records)
    {
        const auto isWanted = [&](Making making) { return !without.contains(making); };
        switch (line.mark) {
        case Mark::None:
            break;
        case Mark::OurPromise:
            if (isWanted(Making::OurPromise))
                records.ours.push_back(promise(line, "me"));
            break;
        case Mark::TheirPromise:
            if (isWanted(Making::TheirPromise))
                records.theirs.push_back(promise(line, "customer"));
            break;
        case Mark::Question:
            if (isWanted(Making::Question))
                records.questions.push_back(question(line));
            break;
        case Mark::Words:
            if (isWanted(Making::Words))
                records.words.push_back(theirWords(line));
            break;
        case Mark::Risk:
            if (isWanted(Making::Risk))
                records.risks.push_back(risk(line));
            break;
        case Mark::Value:
            readValue(line, isWanted(Making::Value), isWanted(Making::Goal), records);
            break;
        }
    }

private:
    /// Who is named in it; who took part first.
    [[nodiscard]] const Contact* named(const QString& text) const
    {
        const QStringList said = wordsOf(text);
        for (const auto& people : {m_attending, m_known})
            for (const Contact* each : people) {
                const QStringList name = wordsOf(each->name);
                if (placeOf(name, said) >= 0 || (!name.isEmpty() && said.contains(name.back())))
                    return each;
            }
        return nullptr;
    }
    [[nodiscard]] ContactId meant(const QString& text) const
    {
        if (const Contact* contact = named(text))
            return ContactId(contact->id);
        return m_attending.size() == 1 ? ContactId(m_attending.front()->id) : ContactId();
    }
    [[nodiscard]] Task task(const NoteLine& line) const
    {
        Task task;
        task.account = m_touch.account;
        task.title = line.text;
        task.created = m_book.today;
        task.due = line.due;
        task.priority = line.priority;
        task.assignee = m_book.us;
        task.status = QStringLiteral("open");
        task.origin = QStringLiteral("meeting");
        task.originKey = QString::number(m_touch.id);
        return task;
    }
    [[nodiscard]] Task promise(const NoteLine& line, const char* waitingFor) const
    {
        Task made = task(line);
        made.category = QStringLiteral("promise");
        made.waitingFor = QString::fromLatin1(waitingFor);
        made.promisedTo = meant(line.text);
        return made;
    }
    [[nodiscard]] Task question(const NoteLine& line) const
    {
        Task made = task(line);
        made.category = QStringLiteral("insight");
        made.waitingFor = QStringLiteral("me");
        return made;
    }
    [[nodiscard]] Feedback theirWords(const NoteLine& line) const
    {
        Feedback item;
        item.account = m_touch.account;
        item.day = m_book.today;
        item.source = QStringLiteral("conversation");
        item.state = QStringLiteral("received");
        item.owner = m_book.us;
        item.words = line.text;
        const qsizetype colon = line.text.indexOf(u':');
        const Contact* speaker = colon > 0 ? named(line.text.left(colon)) : nullptr;
        if (speaker)
            item.words = line.text.mid(colon + 1).trimmed();
        if (speaker)
            item.contact = ContactId(speaker->id);
        else if (m_attending.size() == 1)
            item.contact = ContactId(m_attending.front()->id);
        std::vector<feedback::ThemeWords> seeds;
        if (const content::WordList* list = m_book.words.find(u"feedback_theme"))
            for (const content::Word& each : list->words)
                seeds.push_back({each.id, each.seeds});
        item.theme = feedback::themesIn(item.words, seeds).value(0);
        return item;
    }
    [[nodiscard]] Risk risk(const NoteLine& line) const
    {
        Risk made;
        made.account = m_touch.account;
        made.opened = m_book.today;
        made.owner = m_book.us;
        made.due = line.due;
        made.text = line.text;
        made.kind = QStringLiteral("other");
        const qsizetype colon = line.text.indexOf(u':');
        const content::WordList* kinds = m_book.words.find(u"risk_kind");
        if (const content::Word* kind = kinds && colon > 0 ? kinds->recognise(line.text.left(colon)) : nullptr) {
            made.kind = kind->id;
            made.text = line.text.mid(colon + 1).trimmed();
        }
        made.severity = line.priority == u"urgent"                            ? QStringLiteral("critical")
                        : line.priority == u"high" || line.priority == u"low" ? line.priority
                                                                              : QStringLiteral("medium");
        return made;
    }
    void readValue(const NoteLine& line, bool withValue, bool withGoal, MeetingRecords& records) const
    {
        const QStringList said = wordsOf(line.text);
        const Goal* spoken = nullptr;
        qsizetype end = 0;
        for (const Goal& each : m_book.facts.of<Goal>())
            if (const QStringList name = wordsOf(nameOf(each)); isOpen(each) && !each.archivedOn.isValid())
                if (const qsizetype at = placeOf(name, said); at >= 0 && !spoken) {
                    spoken = &each;
                    end = at + name.size();
                }
        if (withValue) {
            Value value;
            value.account = m_touch.account;
            value.day = m_book.today;
            value.text = line.text;
            value.goal = spoken ? GoalId(spoken->id) : GoalId();
            records.values.push_back(value);
        }
        if (spoken && withGoal)
            records.goals.push_back(reviewed(*spoken, said.mid(end, 2)));
    }
    /// behind: the words behind its name; the first number among them is where it stands.
    [[nodiscard]] Goal reviewed(Goal goal, const QStringList& behind) const
    {
        goal.lastReviewed = m_book.today;
        for (const QString& word : behind) {
            bool isNumber = false;
            if (const double number = m_book.locale.toDouble(word, &isNumber); isNumber) {
                goal.current = number;
                break;
            }
        }
        return goal;
    }

    const MeetingBook& m_book;
    const Touch& m_touch;
    std::vector<const Contact*> m_attending;
    std::vector<const Contact*> m_known;
};

template <class T>
Status saved(book::Edit& edit, std::vector<T> rows)
{
    for (T& row : rows)
        if (const auto id = edit.save(row); !id)
            return tl::unexpected(id.error());
    return {};
}

/// Writes the conversation under its own id, whether the book has it or not. One of today whose time nobody said began
/// when it was first written.
Status put(book::Edit& edit, Touch touch, const std::function<void(Touch&)>& finish = {})
{
    const auto known = edit.row(Entity::Touch, touch.id);
    if (!known)
        return tl::unexpected(known.error());
    if (!touch.at && *known)
        touch.at = fromRow<Touch>(**known).at;
    if (!touch.at && touch.day == edit.today())
        touch.at = edit.recorded();
    if (finish)
        finish(touch);
    Row row = toRow(touch);
    return *known ? edit.update(Entity::Touch, row) : edit.insert(Entity::Touch, std::span(&row, 1));
}

/// How long it took, and until when its recap is owed.
void finish(Touch& touch, Instant now, bool isToday, bool owesRecap)
{
    if (!touch.at)
        return;
    const qint64 minutes = (now.ms - touch.at->ms) / minuteMs;
    if (!touch.minutes && isToday && minutes > 0 && minutes <= longestMinutes)
        touch.minutes = minutes;
    if (owesRecap)
        touch.recapOwedUntil = Instant{touch.at->ms + touch.minutes.value_or(0) * minuteMs + dayMs};
}

} // namespace

const Touch* meetingOf(const AccountFacts& facts, QDate today)
{
    const Touch* begun = nullptr;
    const Touch* planned = nullptr;
    for (const Touch& each : facts.of<Touch>()) {
        if (!isUnfinished(each) || !(each.day <= today))
            continue;
        if (writtenText(each.text).isBegun)
            begun = &each;
        else if (each.day == today && (!planned || (each.at && (!planned->at || *each.at < *planned->at))))
            planned = &each;
    }
    return begun ? begun : planned;
}

Touch newMeeting(const MeetingBook& book, qint64 id)
{
    Touch touch;
    touch.id = id;
    touch.account = book.facts.id();
    touch.kind = QStringLiteral("call");
    touch.day = book.today;
    touch.direction = QStringLiteral("both");
    touch.planned = true;
    if (book.us.isValid())
        touch.persons = {book.us};
    return touch;
}

Status keepNote(book::Edit& edit, Touch touch, const QString& note, const QString& invitation)
{
    touch.planned = true;
    touch.text = textWhileWritten(note, invitation);
    return put(edit, std::move(touch));
}

std::size_t MeetingRecords::count(Making making) const
{
    switch (making) {
    case Making::OurPromise:
        return ours.size();
    case Making::TheirPromise:
        return theirs.size();
    case Making::Question:
        return questions.size();
    case Making::Words:
        return words.size();
    case Making::Risk:
        return risks.size();
    case Making::Value:
        return values.size();
    case Making::Goal:
        return goals.size();
    case Making::Count:
        break;
    }
    return 0;
}

std::size_t MeetingRecords::count() const
{
    std::size_t all = 1;
    for (int making = 0; making < int(Making::Count); ++making)
        all += count(Making(making));
    return all;
}

MeetingRecords meetingRecords(const MeetingBook& book, const Touch& touch, const QString& note,
                              const QString& invitation, const std::set<Making>& without)
{
    MeetingRecords records;
    records.touch = touch;
    records.touch.text = textWhenHeld(note, invitation);
    records.touch.planned = false;
    records.touch.tookPlace = true;
    records.touch.direction = QStringLiteral("both");
    Reader reader(book, touch);
    for (const NoteLine& line : readNote(note, book.today, book.locale))
        reader.read(line, without, records);
    return records;
}

Status write(book::Edit& edit, const MeetingRecords& records)
{
    auto done = put(edit, records.touch, [&](Touch& touch) {
        finish(touch, edit.recorded(), touch.day == edit.today(), records.count() > 1);
    });
    const auto save = [&](const auto& rows) {
        if (done)
            done = saved(edit, rows);
    };
    save(records.ours);
    save(records.theirs);
    save(records.questions);
    save(records.words);
    save(records.risks);
    save(records.values);
    save(records.goals);
    return done;
}

Status keepAsNote(book::Edit& edit, Touch touch, const QString& note, const QString& invitation)
{
    touch.kind = QStringLiteral("note");
    touch.text = textWhenHeld(note, invitation);
    touch.planned.reset();
    touch.tookPlace.reset();
    touch.direction.clear();
    touch.minutes.reset();
    return put(edit, std::move(touch));
}

} // namespace steward::work
