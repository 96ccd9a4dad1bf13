// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/book/connection.h"
#include "core/book/holder.h"

namespace steward::book {

/// Internal to core/book: the book as an SQLite file.
class BookFile final : public Book
{
public:
    /// What opening knows of the file.
    struct State
    {
        Instant newestEdit;
        Instant checked;            ///< last full examination
        bool isDigestStale = false; ///< the digest beside the file is written on closing, edited or not
    };
    BookFile(std::unique_ptr<Connection> connection, std::unique_ptr<HolderFile> holder, OpenOptions options,
             Opened opened, const State& state);
    ~BookFile() override;

    [[nodiscard]] Status close() override;
    [[nodiscard]] const Opened& opened() const override { return m_opened; }
    [[nodiscard]] QString path() const override { return m_path; }

    [[nodiscard]] Result<Edited> edit(const Message& label, const QString& actor, const Work& work) override;
    [[nodiscard]] Status tryOut(const Work& work) override;
    [[nodiscard]] Result<Edited> undo() override;
    [[nodiscard]] Result<Edited> redo() override;
    [[nodiscard]] Result<std::vector<HistoryEntry>> history(int limit) override;

    [[nodiscard]] Result<Erased> erase(ContactId contact, const QString& actor, const Progress& progress) override;
    [[nodiscard]] Result<Erased> previewErase(ContactId contact, const Progress& progress) override;
    [[nodiscard]] Result<Erasures> erasures() override;

    [[nodiscard]] Result<Portfolio> load(const Progress& progress) override;
    [[nodiscard]] Result<Portfolio> reload(const Portfolio& before, const Edited& edited) override;

    [[nodiscard]] Result<std::vector<SearchHit>> search(const QString& text, int limit) override;
    [[nodiscard]] Status forEach(Entity entity, const std::function<bool(const Row&)>& row) override;
    [[nodiscard]] Result<std::vector<ExternalKey>> keys(Entity entity) override;
    [[nodiscard]] Result<std::vector<CustomValue>> customValues(Entity entity) override;
    [[nodiscard]] Result<std::vector<Change>> changes() override;
    [[nodiscard]] Status forEachUsage(const UsageVisitor& visit) override;

    [[nodiscard]] Result<QByteArray> hash() override;
    [[nodiscard]] Result<CheckReport> check(const Progress& progress) override;
    [[nodiscard]] Status backup(const QString& path, const Progress& progress) override;

private:
    [[nodiscard]] sqlite3* handle() const { return m_connection->handle(); }
    [[nodiscard]] Status requireOpen() const;
    /// work inside BEGIN IMMEDIATE ... COMMIT; rolled back unless it says true.
    [[nodiscard]] Result<bool> transaction(const std::function<Result<bool>()>& work);
    [[nodiscard]] Result<bool> runEdit(const Message& label, const QString& actor, const Work& work, Edited& edited);
    [[nodiscard]] Result<Edited> applyStored(bool isUndo);
    /// Grows even where the clock goes back: the order of changes depends on it.
    [[nodiscard]] Instant nextInstant() const;
    void recordDigest();

    std::unique_ptr<HolderFile> m_holder; ///< none when only read
    std::unique_ptr<Connection> m_connection;
    OpenOptions m_options;
    Opened m_opened;
    QString m_path;
    State m_state;
    bool m_hasWritten = false;
};

} // namespace steward::book
