// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/routine.h"
#include "core/workspace/open_book.h"
#include "ui/importing/columns_model.h"
#include "ui/importing/matches_model.h"
#include "ui/importing/rows_model.h"
#include "ui/importing/totals_model.h"

#include <QHash>
#include <QTimer>

namespace steward::importing {

/// From files to facts, without a widget: what they are, what the user said about them, what they would do, what they
/// did. Reading and writing happen on the book's thread; nothing here waits.
class ImportPresenter final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Empty,    ///< no files
        Checking, ///< they are read on trial
        Ready,    ///< what they would do is known
        Applying,
        Done
    };
    ImportPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);
    ~ImportPresenter() override;

    [[nodiscard]] FilesModel& files() { return m_files; }
    [[nodiscard]] ColumnsModel& columns() { return m_columns; }
    [[nodiscard]] RowsModel& rows() { return m_rows; }
    [[nodiscard]] MatchesModel& matches() { return m_matches; }
    [[nodiscard]] TotalsModel& totals() { return m_totals; }
    [[nodiscard]] NotesModel& notes() { return m_notes; }
    [[nodiscard]] OpenBook& book() { return m_book; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::vector<ChosenFile>& chosen() const { return m_chosen; }
    [[nodiscard]] const exchange::FilesPreview* preview() const { return m_preview.get(); }
    /// nullptr: none chosen, or it was not looked at.
    [[nodiscard]] const exchange::FilePreview* current() const;
    [[nodiscard]] int currentFile() const { return m_current; }
    /// Why the last step was not done; empty: it was.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// Of the work that runs, 0 to 100; -1 where it is not known.
    [[nodiscard]] int percent() const { return m_percent; }

    /// Files, and the tables inside folders; one that is there already is read anew.
    void add(const QStringList& paths);
    void chooseFile(int file);
    void setLeftOut(int file, bool isLeftOut);
    void startAgain();
    /// Stops what runs. Nothing was written.
    void cancel();
    /// Reads the files on trial, as it does by itself whenever something was said about them.
    void check();

    /// The sets of files that are imported again and again.
    [[nodiscard]] std::vector<exchange::Routine> routines() const;
    /// Adds its files, read as the last time; those that are gone are told of.
    void again(const exchange::Routine& routine);
    /// The files that are chosen, as a set to come back to.
    void saveRoutine(const QString& name);

    // About the file that is chosen
    void setKind(exchange::Kind kind);
    void confirmKind();
    void map(const QString& header, const QString& target);
    void setDateOrder(DateOrder order);
    void setDecimalSign(DecimalSign sign);
    /// The day all rows of the file are about.
    void setDay(QDate day);
    void saveProfile(const QString& name);

    // About names that lead to no account; row of matches()
    void decide(int row, const Decision& decision);
    void acceptProposals();
    /// Reads on trial what was decided at once, not when no more is typed.
    void settle();

    /// Rows that would be made or changed.
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] bool canApply() const;
    void apply();

    /// After it was applied: the day the data end, where that lies well before today.
    [[nodiscard]] std::optional<QDate> dayToLookBackTo() const;
    [[nodiscard]] bool isUndone() const { return m_isUndone; }
    [[nodiscard]] qint64 unread() const; ///< rows of all files that were left out
    /// How many files have such rows.
    [[nodiscard]] int filesWithUnread() const;
    /// Writes them with their reasons: into a file where one has some, otherwise into a folder.
    void saveUnread(const QString& path);
    [[nodiscard]] QString nameForUnread() const;

Q_SIGNALS:
    void stateChanged();
    void fileChosen();
    void progressed();
    void said(const QString& text);

private:
    [[nodiscard]] std::optional<Message> firstCutShort() const;
    void setState(State state);
    void checked(qint64 serial, const Status& done, std::shared_ptr<exchange::FilesPreview> made);
    void takePreview(std::shared_ptr<exchange::FilesPreview> made);
    void applied(const Status& done);
    void show();
    void showProgress();
    void fail(const Error& error);
    [[nodiscard]] QString textOf(const Error& error) const;
    void followBook();
    [[nodiscard]] std::vector<exchange::ImportRequest> requests();
    [[nodiscard]] ChosenFile* currentChosen();

    OpenBook& m_book;
    QLocale m_locale;
    FilesModel m_files;
    ColumnsModel m_columns;
    RowsModel m_rows;
    MatchesModel m_matches;
    TotalsModel m_totals;
    NotesModel m_notes;
    State m_state = State::Empty;
    std::vector<ChosenFile> m_chosen;
    Preview m_preview;
    std::shared_ptr<const std::vector<exchange::Profile>> m_profiles;
    QHash<QString, Decision> m_decisions;
    int m_current = -1;
    QString m_problem;
    QString m_bookPath;
    QTimer m_settling;
    qint64 m_serial = 0;
    qint64 m_job = 0;
    int m_percent = -1;
    bool m_isUndone = false;
};

} // namespace steward::importing
