// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pasted_letter.h"

#include "core/base/text.h"
#include "core/mail/read_message.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>
#include <set>

namespace steward::exchange {

namespace {

constexpr qsizetype mostText = 20'000;
constexpr qsizetype longestSubject = 80;
constexpr qsizetype longestName = 5; ///< words

/// What mail programs call the lines above a message.
struct HeadName
{
    QString written;
    QByteArray header;
};

const std::vector<HeadName>& headNames()
{
    static const std::vector<HeadName> names{
        {QStringLiteral("from"), "From"},       {QStringLiteral("von"), "From"},
        {QStringLiteral("to"), "To"},           {QStringLiteral("an"), "To"},
        {QStringLiteral("cc"), "Cc"},           {QStringLiteral("subject"), "Subject"},
        {QStringLiteral("betreff"), "Subject"}, {QStringLiteral("date"), "Date"},
        {QStringLiteral("datum"), "Date"},      {QStringLiteral("sent"), "Date"},
        {QStringLiteral("gesendet"), "Date"}};
    return names;
}

struct Head
{
    std::map<QByteArray, QString> lines; ///< by header
    QString rest;
    [[nodiscard]] bool isMessage() const
    {
        return lines.size() > 1 && (lines.contains("From") || lines.contains("To"));
    }
};

Head headOf(const QString& text)
{
    Head head;
    QStringList lines = text.trimmed().split(u'\n');
    while (!lines.isEmpty()) {
        const QString line = lines.front().trimmed();
        const QString name = line.section(u':', 0, 0).trimmed().toLower();
        const auto known = std::ranges::find(headNames(), name, &HeadName::written);
        if (known == headNames().end() || !line.contains(u':'))
            break;
        head.lines[known->header] = line.section(u':', 1).trimmed();
        lines.removeFirst();
    }
    head.rest = lines.join(u'\n').trimmed();
    return head;
}

/// A day and perhaps a time, as programs write it for people.
void readDate(const QString& written, const QTimeZone& zone, const QLocale& locale, Touch& touch)
{
    const QString text = written.simplified();
    QDateTime time = QDateTime::fromString(text, Qt::RFC2822Date);
    if (!time.isValid())
        time = QDateTime::fromString(text, Qt::ISODate);
    static const QString formats[] = {
        QStringLiteral("dddd, MMMM d, yyyy h:mm AP"), QStringLiteral("dddd, d MMMM yyyy hh:mm"),
        QStringLiteral("dddd, d. MMMM yyyy hh:mm"),   QStringLiteral("ddd, MMM d, yyyy 'at' h:mm AP"),
        QStringLiteral("d MMMM yyyy hh:mm"),          QStringLiteral("d MMM yyyy hh:mm")};
    for (const QLocale& each : {QLocale(QLocale::English), locale})
        for (const QString& format : formats)
            if (!time.isValid()) {
                time = each.toDateTime(text, format);
                time.setTimeZone(zone);
            }
    if (!time.isValid())
        return;
    touch.at = Instant{time.toMSecsSinceEpoch()};
    touch.day = dayOf(*touch.at, zone);
}

std::vector<mail::Address> addressesIn(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"));
    std::vector<mail::Address> all;
    QStringList seen;
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        const QString address = match.next().captured();
        if (seen.contains(address, Qt::CaseInsensitive))
            continue;
        seen << address;
        all.push_back({{}, address});
    }
    return all;
}

QString firstLine(const QString& text)
{
    const QString line = text.trimmed().section(u'\n', 0, 0).simplified();
    return line.size() > longestSubject ? QString(line.left(longestSubject - 1).trimmed() + u'\u2026') : line;
}

/// Every run of up to so many words, folded.
QSet<QString> runsOf(const QString& text)
{
    static const QRegularExpression gaps(QStringLiteral("[^\\w'.&-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QStringList words = folded(text.left(mostText)).split(gaps, Qt::SkipEmptyParts);
    for (QString& word : words)
        while (word.endsWith(u'.'))
            word.chop(1);
    QSet<QString> runs;
    for (qsizetype from = 0; from < words.size(); ++from) {
        QString run;
        for (qsizetype i = from; i < std::min(words.size(), from + longestName); ++i) {
            run += (run.isEmpty() ? QString() : QStringLiteral(" ")) + words[i];
            runs.insert(run);
        }
    }
    return runs;
}

} // namespace

Result<Letter> pastedLetter(const QString& text, const QTimeZone& zone, QDate today, const QLocale& locale)
{
    QString plain = text;
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).remove(QChar(0));
    if (plain.trimmed().isEmpty())
        return fail(Code("letter.pasted-nothing"), ErrorKind::Usage);
    const Head head = headOf(plain);
    const QByteArray mark = QCryptographicHash::hash(plain.simplified().toUtf8(), QCryptographicHash::Sha256);
    Letter letter;
    letter.key = QStringLiteral("paste-") + QString::fromLatin1(mark.toHex().left(32));
    Touch& touch = letter.touch;
    touch.day = today;
    if (!head.isMessage()) {
        touch.kind = QStringLiteral("chat");
        touch.direction = QStringLiteral("both");
        touch.subject = firstLine(plain);
        touch.text = plain.trimmed().left(mostText);
        letter.others = addressesIn(plain);
        return letter;
    }
    touch.kind = QStringLiteral("email");
    touch.text = head.rest.left(mostText);
    const auto line = [&](const char* name) {
        const auto found = head.lines.find(name);
        return found == head.lines.end() ? QString() : found->second;
    };
    touch.subject = line("Subject").isEmpty() ? firstLine(head.rest) : line("Subject").simplified();
    readDate(line("Date"), zone, locale, touch);
    const auto from = addressesIn(line("From"));
    if (!from.empty())
        letter.from = from.front();
    letter.others = addressesIn(QString(line("To") + u' ' + line("Cc")));
    if (letter.from.address.isEmpty() && letter.others.empty())
        letter.others = addressesIn(plain);
    if (letter.from.address.isEmpty())
        touch.direction = QStringLiteral("both"); // only its name is there
    return letter;
}

AccountId addNamed(Letter& letter, const QString& text, const Portfolio& facts)
{
    constexpr qsizetype shortestFirm = 4;
    const QSet<QString> runs = runsOf(text);
    std::map<AccountId, std::vector<mail::Address>> people;
    std::set<AccountId> firms;
    for (const AccountFacts& account : facts) {
        if (account.account.archivedOn.isValid())
            continue;
        for (const QString& name : {folded(account.account.name), firmName(account.account.name)})
            if (name.size() >= shortestFirm && runs.contains(name))
                firms.insert(account.id());
        for (const Contact& contact : account.of<Contact>()) {
            const QString name = folded(contact.name);
            if (name.contains(u' ') && runs.contains(name) && !contact.archivedOn.isValid())
                people[account.id()].push_back({contact.name, contact.email});
        }
    }
    if (people.size() == 1) {
        for (const mail::Address& each : people.begin()->second)
            if (!each.address.isEmpty())
                letter.others.push_back(each);
        return people.begin()->first;
    }
    return people.empty() && firms.size() == 1 ? *firms.begin() : AccountId();
}

} // namespace steward::exchange
