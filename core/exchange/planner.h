// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/cell_value.h"
#include "core/exchange/proposer.h"
#include "core/exchange/rules.h"

#include <QSet>

namespace steward::exchange {

/// Makes the plan of one table of records. Internal to the room; see import.h.
class Planner final : public RuleContext
{
public:
    Planner(book::Book& book, const Table& table, const std::vector<ColumnFormat>& formats, const Words& words,
            ImportPlan& plan);
    [[nodiscard]] Status run();

    [[nodiscard]] const ImportRequest& request() const override { return m_plan.request; }
    [[nodiscard]] const Detection& detection() const override { return m_plan.detection; }
    [[nodiscard]] Directory& directory() override { return m_directory; }
    [[nodiscard]] const Words& words() const override { return m_words; }
    [[nodiscard]] QDate dataDay() const override;
    [[nodiscard]] qint64 scaleEnd(const QString& kind) override;
    void note(const Draft& draft, Code code, const QString& column, const QString& value) override;
    [[nodiscard]] qint64 findOrCreate(Entity entity, const QString& text) override;
    qint64 putSide(Entity entity, const QString& key, Draft& draft) override;
    [[nodiscard]] const Row* inBook(Entity entity, qint64 id) const override;
    void tell(const PlannedRecord& record, Code code, const QString& column, const QString& value) override;
    [[nodiscard]] bool hasContract(qint64 account) override;
    void change(Entity entity, qint64 id, QStringView field, const FieldValue& value) override;

private:
    /// The rows of the file that spoke of one record: the first, and the newest with something in each column.
    struct Met
    {
        std::size_t first = 0;
        std::vector<std::size_t> newest; ///< by column; empty until there is a second row
    };
    struct Deferred
    {
        int record = 0;
        std::size_t rowResult = 0;
        int field = 0;
        QString text;
    };

    // planner_rows.cpp: from cells to a draft
    void readRow(Draft& draft);
    void readColumn(Draft& draft, const Column& column, std::string_view cell, const ColumnFormat& format);
    [[nodiscard]] CellValue readOwnCell(std::string_view cell, FieldType type, int minorDigits) const;
    [[nodiscard]] bool isOurs() const { return m_plan.detection.profile == u"steward"; }
    void takeValue(Draft& draft, const Target& target, const CellValue& read);
    [[nodiscard]] int digitsOf(const Draft& draft, const Column& column) const;
    [[nodiscard]] QString headerOf(int field) const;
    void readCurrency(Draft& draft);
    void mapWords(Draft& draft);
    [[nodiscard]] QString textOf(std::size_t row, int column) const;

    // planner_links.cpp: from keys and names to ids
    void resolveAccount(Draft& draft, RowResult& result);
    [[nodiscard]] qint64 findAccount(Draft& draft);
    [[nodiscard]] qint64 linkedByName(const Draft& draft);
    [[nodiscard]] qint64 accountOfSubscription(const Draft& draft);
    [[nodiscard]] qint64 accountOfContact(const Draft& draft);
    void withoutAccount(Draft& draft, RowResult& result);
    void linkOurs(Draft& draft, RowResult& result);
    void keepUnlinked(Draft& draft, RowResult& result, const QString& unlinked, const QString& key);
    void resolveContact(Draft& draft);
    void resolveReferences(Draft& draft);
    void resolveOne(Draft& draft, int field, const QString& text);
    [[nodiscard]] qint64 resolveText(Entity target, const QString& text);
    void resolveDeferred();
    void proposeMatches(const Draft& draft, qint64 record);
    void proposeAccount(const Draft& draft, const QString& named);
    void propose(qint64 line, const QString& name, const Proposer::Likeness& like);

    // planner_identify.cpp: which record it is
    [[nodiscard]] static bool isNamed(Entity entity);
    [[nodiscard]] qint64 identify(Draft& draft);
    [[nodiscard]] qint64 identifyNaturally(const Draft& draft);
    /// without: index of a column that is left out; -1: none.
    [[nodiscard]] QString contentKey(const Draft& draft, int without = -1);
    [[nodiscard]] qint64 undatedTwin(const Draft& draft);

    // planner.cpp: from a draft to a planned record
    void askOfErased(Draft& draft) const;
    void planRow(std::size_t row);
    [[nodiscard]] int record(Entity entity, qint64 id);
    [[nodiscard]] int create(Draft& draft);
    [[nodiscard]] bool merge(const Draft& draft, PlannedRecord& record);
    [[nodiscard]] bool mergeCustoms(const Draft& draft, qint64 id);
    void tellReplaced(const Draft& draft, int record);
    void reject(const Draft& draft, RowResult& result);
    void addIssue(Issue issue);
    void seeDays(const Draft& draft);
    void comeAlong(int record);

    // planner_scales.cpp: how far answers reach
    [[nodiscard]] std::optional<double> highest(const Column& column, const QString& kind) const;
    [[nodiscard]] qint64 scaleInBook(const QString& kind);

    // planner_settle.cpp: after the last row
    void settle();
    void classify();
    void settleCustoms();
    void nameReferences();
    [[nodiscard]] bool changesAnything(const RowResult& result) const;

    const Table& m_table;
    const std::vector<ColumnFormat>& m_formats;
    const Words& m_words;
    ImportPlan& m_plan;
    Directory m_directory;
    book::Book& m_book;
    book::Erasures m_erasures;
    const EntityInfo& m_entity;
    std::unordered_map<qint64, int> m_recordOf;  ///< id -> index in records
    std::unordered_map<int, Met> m_met;          ///< by index in records
    std::unordered_map<std::string, int> m_seen; ///< natural key -> how often in this file
    std::unordered_map<qint64, std::vector<std::pair<QString, QString>>> m_customs; ///< as they will be
    std::vector<int> m_sides; ///< records that the row at hand changes beside its own
    std::vector<Deferred> m_deferred;
    Proposer m_proposer;
    QSet<std::pair<QString, qint64>> m_proposed;
    std::optional<QSet<qint64>> m_withContract; ///< accounts; none: not asked for yet
    qint64 m_nextTemporary = -1;
    QDate m_newestDay;
    std::map<QString, qint64> m_scales; ///< by kind of answer
};

} // namespace steward::exchange
