// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/text.h"

#include <map>
#include <utility>

namespace steward::content {

using Range = std::pair<int, int>;

struct SampleFirm
{
    QString id;
    QString name;
    QString domain;
    QString trade;
};

struct SampleTrade
{
    QString id;
    Text name;
    QStringList words; ///< "Bakeries", "Port Services"
};

struct SamplePerson
{
    QString name;
    QString level;
    QString sitsIn;
    int hoursPerQuarter = 0;
};

struct SamplePlan
{
    QString name;
    int pricePerSeatMonth = 0; ///< whole units of the currency
    int features = 0;          ///< the first so many of the list
};

struct SampleMetric
{
    QString id;
    QString name;
    QString unit;
    QString aggregate;
    QString counts; ///< "seat", "limit" or empty
};

struct SampleFeature
{
    QString id;
    QString name;
    QString serves;
};

/// sample/names.json. A firm's name is a start, endingsPerName endings and a trade word; over 60 accounts also a town.
struct SampleNames
{
    QStringList firmStarts;
    QStringList firmEndings;
    int endingsPerName = 0;
    std::vector<SampleFirm> specialFirms;
    std::vector<std::pair<QString, int>> parents; ///< name, number of children
    std::vector<SampleTrade> trades;
    QStringList towns;
    QString domainSuffix;
    std::vector<std::pair<QString, QString>> phones; ///< country, pattern: # is a digit; ranges reserved for fiction
    QStringList countries;
    std::vector<std::pair<QString, QStringList>> regions; ///< id, countries
    QStringList first;
    QStringList last;
    std::map<QString, QStringList> titles; ///< contact role -> job titles
    std::vector<SamplePerson> team;
    QString vendor;
    QString product;
    std::vector<SamplePlan> plans;
    std::vector<SampleMetric> metrics;
    std::vector<SampleFeature> features;
};

/// A survey comment with the scores (0 to 10) it goes with.
struct SampleComment
{
    QString id;
    Range score;
    QStringList themes;
    QString sentiment;
    QStringList traits; ///< "typo", "mixed", "sarcastic", "language:de"
    QString text;
};

struct SampleTouch
{
    QString id;
    QString kind;
    QString direction;
    QString sentiment;
    QString purpose;   ///< empty for notes
    QStringList marks; ///< empty: fits anywhere; otherwise only where a story asks for it: "sponsor_left", "kickoff"
    QString subject;
    QString text;
};

struct SampleTicketCategory
{
    QString id;
    QString name;
    QString theme;
    std::vector<std::pair<QString, QString>> subjects; ///< text, priority
};

struct SampleGoal
{
    QString id;
    QString shortName; ///< at most 24 characters
    QString category;
    QString outcome; ///< in the customer's words
    QString measure;
    QString unit;
    int baseline = 0;
    int target = 0;
    QString vendorGoal;
    QStringList trades; ///< empty: any
};

/// A text of a kind: kind is an id of the word list concerned, more is a second text where there is one.
struct SampleLine
{
    QString kind;
    QString text;
    QString more;
};

/// sample/texts.json
struct SampleTexts
{
    std::vector<SampleGoal> goals;
    std::vector<SampleLine> risks;         ///< risk kind, note, mitigation
    std::vector<SampleLine> churn;         ///< churn reason, their words
    std::vector<SampleLine> values;        ///< "hours", "money", "percent", "count"; text
    std::vector<SampleLine> advocacy;      ///< advocacy kind, title, text
    std::vector<SampleLine> tasks;         ///< task category, title
    std::vector<SampleLine> requests;      ///< feedback route, request
    std::vector<SampleLine> opportunities; ///< opportunity kind, name, outcome it serves
    std::vector<SampleLine> events;        ///< account event, note
    std::vector<SampleLine> handover;      ///< "why", "promised", "not_sold", "decides", ...; text
    std::vector<SampleLine> renewalCalls;  ///< renewal call, reason
    std::vector<SampleLine> overrides;     ///< override reason, note
    std::vector<SampleLine> quietPeriods;  ///< trade, why
    QStringList marketNotes;
};

/// A story of content.md 9.2. Its id is the tag story:<n>.
struct SampleStory
{
    int id = 0;
    Text name;
    Text pattern;
    Text shows; ///< what the product must show
    int accounts = 0;
    std::map<QString, int> segments;             ///< they add to accounts
    std::map<QString, std::vector<int>> figures; ///< "nps": {8, 9}
    std::map<QString, QString> words;            ///< "call": "commit"
    QStringList churnReasons;                    ///< one for each account that leaves, or empty
    QStringList trades;                          ///< one for each account, or empty: any
};

struct SampleSegment
{
    QString id;
    int accounts = 0;
    Range arr; ///< whole units of the book's currency
    Range seats;
};

struct SampleMark
{
    QString id;
    int accounts = 0;
    Text text;
};

/// sample/stories.json: the shape of the book (content.md 9.1) and its stories.
struct SampleStories
{
    int accounts = 0;
    int months = 0;
    int csms = 0;
    qint64 arrTotal = 0;
    int topAccounts = 0; ///< hold topShare per cent of it
    int topShare = 0;
    QString currency;
    std::vector<std::pair<QString, int>> otherCurrencies; ///< code, accounts
    std::vector<std::pair<QString, QString>> rates;       ///< code, rate to the book's currency as decimal text
    std::map<QString, int> facts;                         ///< "touches": 900
    int renewalsNext90 = 0;
    int renewalsPassed = 0;
    std::map<QString, int> rhythm;       ///< "august": -15 per cent, "outage_month": 11
    std::pair<QString, QString> yearEnd; ///< "12-24", "01-02"
    std::vector<SampleSegment> segments;
    std::vector<SampleStory> stories;
    std::vector<SampleMark> marks;
};

struct SampleContent
{
    SampleNames names;
    std::vector<SampleComment> comments;
    std::vector<SampleTouch> touches;
    std::vector<SampleTicketCategory> tickets;
    std::vector<SampleLine> escalations; ///< subject as text, effect as more
    SampleTexts texts;
    SampleStories stories;
};

struct SampleFiles
{
    QByteArray names;
    QByteArray comments;
    QByteArray touches;
    QByteArray tickets;
    QByteArray texts;
    QByteArray stories;
};

/// Reads and checks sample/*.json: ids unique, stories add to the number of accounts and to the mix of segments, short
/// names of goals within 24 characters, placeholders known.
[[nodiscard]] Parsed<SampleContent> parseSample(const SampleFiles& files);

/// The placeholders sample texts may use.
[[nodiscard]] const QStringList& samplePlaceholders();

} // namespace steward::content
