// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/exchange/detection.h"
#include "core/exchange/typing.h"
#include "core/model/facts.h"

#include <QTimeZone>
#include <future>
#include <map>

namespace steward::exchange {

/// What happens to a row whose account nobody knows.
enum class Unlinked
{
    Reject,
    Keep,  ///< counts in the whole book and links by itself when the key appears
    Create ///< the account is made from its key
};

struct ImportRequest
{
    QString path;
    Hints hints;
    Answers answers;
    Unlinked unlinked = Unlinked::Reject;
    /// Names or keys of the file that mean an account of the book; kept as further keys of it.
    std::vector<std::pair<QString, qint64>> links;
    /// Names or keys of the file that nobody knows and that become accounts, whatever happens to the others.
    QStringList newAccounts;
    QDate dataUpTo; ///< last day the file can speak about, where it does not say so itself
    QDate today;    ///< from the caller's clock
    QTimeZone zone = QTimeZone::utc();
    Currency currency; ///< of the book
    QString actor;
    bool isPreview = false; ///< nothing will be applied: usage is merged on trial to know what each row changes
    Progress progress;
};

struct UsagePart;

enum class Action
{
    Created,
    Updated,
    Unchanged,
    Rejected
};

/// Something about a row that the user should know. column: header; empty: the whole row.
struct Issue
{
    qint64 line = 0;
    QString column;
    QString value;
    Code code;
    Arguments arguments;
};

struct RowResult
{
    qint64 line = 0;
    Action action = Action::Unchanged;
    QString key;
    int record = -1;         ///< index in ImportPlan::records
    std::vector<int> sides;  ///< indexes of records that came along with the row: its subscription, a role, a plan
    bool isUnlinked = false; ///< kept without an account
    bool isArchived = false; ///< of an archived record: counts as unchanged
};

/// A record as it was and as it will be. id < 0: made by this plan, its id comes when it is applied.
struct PlannedRecord
{
    Entity entity = Entity::Account;
    qint64 id = 0;
    bool isNew = false;
    bool isSide = false; ///< came along with a row: a plan, a person, a derived subscription
    Row before;
    Row after;
    QString key; ///< outside key, or what stands for it when the id is derived
    [[nodiscard]] bool isChanged() const { return isNew || before != after; }
};

struct Counts
{
    qint64 rows = 0, created = 0, updated = 0, unchanged = 0, rejected = 0;
    friend bool operator==(const Counts&, const Counts&) = default;
};

/// Two accounts that may be one. Never joined by an import.
struct Proposal
{
    qint64 line = 0;
    QString name;
    QString likeName;
    qint64 like = 0; ///< id of the account in the book
    Code why;        ///< "import.like.domain", "import.like.name", "import.like.email_domain"
};

/// The book before and after. Amounts are ARR of subscriptions in force on the day, by currency.
struct Reconciliation
{
    struct Side
    {
        qint64 accounts = 0;
        std::vector<Money> arr;
        qint64 seats = 0;
        qint64 renewals = 0; ///< renewal dates after the day
    };
    QDate day;
    Side before;
    Side after;
    /// Rows of totals the file carried, with what was read in the same column.
    struct Total
    {
        QString column;
        QString said;
        QString read; ///< added up from the rows that were taken
        bool agrees = false;
    };
    std::vector<Total> totals;
};

struct RejectedRow
{
    qint64 line = 0;
    QStringList cells;
    Code code;
};

struct FileDigest
{
    QString text; ///< XXH3 (128 bits) of the bytes, hex
    qint64 size = 0;
};

/// What an import would do, before anything is done. rows = created + updated + unchanged + rejected, always.
struct ImportPlan
{
    ImportRequest request;
    Detection detection;
    Counts counts;
    std::vector<RowResult> rows;
    std::vector<PlannedRecord> records;
    std::vector<ExternalKey> keys; ///< record < 0: see PlannedRecord::id
    std::vector<CustomValue> customs;
    std::vector<QString> customsBefore; ///< beside customs; empty: there was none
    std::vector<Issue> issues;          ///< the first 10,000
    std::vector<std::pair<Code, qint64>> issueTotals;
    std::vector<RejectedRow> rejected; ///< the first 10,000
    std::vector<Proposal> proposals;
    std::optional<Reconciliation> reconciliation;
    QDate dataUpTo;
    /// Worked out beside the planning and, of a usage file, beside the merging: get() waits for it.
    std::shared_future<Result<FileDigest>> file;
    qint64 bookState = 0; ///< newest edit of the book when the plan was made
    /// What previews call the records of the book that changed records refer to.
    std::map<std::pair<Entity, qint64>, QString> names;
    [[nodiscard]] bool hasQuestions() const { return !detection.asks.empty(); }
    [[nodiscard]] bool changesNothing() const { return counts.created == 0 && counts.updated == 0 && !hasSides; }
    bool hasSides = false;
    QStringList unlinkedKeys;         ///< of rows kept without an account
    qint64 keylessRows = 0;           ///< rows kept that name no account at all
    std::shared_ptr<UsagePart> usage; ///< samples of a usage file
    QString usageSource;              ///< whose numbers they are; empty: those of the file's tool
    /// The source whose newest data the file are.
    [[nodiscard]] const QString& sourceName() const { return usageSource.isEmpty() ? detection.source : usageSource; }
};

constexpr std::size_t mostKept = 10'000;

} // namespace steward::exchange
