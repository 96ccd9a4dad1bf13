// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/meeting.h"
#include "core/workspace/open_book.h"

#include <QTimer>

namespace steward::meeting {

/// A conversation with an account while it is written down, and what comes of it, without a widget. What is typed is in
/// the book within a second, as one step of undo.
class MeetingPresenter final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        NoAccount, ///< none was chosen
        NotThere,  ///< the book has no such account on the day
        Writing,
        Held ///< its records are made
    };
    MeetingPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    /// touch: 0 takes the conversation that is under way or planned for today, else begins a new one.
    void show(AccountId account, qint64 touch);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] OpenBook& book() const { return m_book; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] AccountId account() const { return m_account; }
    /// Nullptr where the state says so.
    [[nodiscard]] const AccountFacts* facts() const;
    /// As it is written down; of one that is held as the book has it.
    [[nodiscard]] const Touch& touch() const { return m_touch; }
    /// The book has it.
    [[nodiscard]] bool isKept() const;
    [[nodiscard]] const QString& note() const { return m_note; }
    [[nodiscard]] const QString& invitation() const { return m_invitation; }
    [[nodiscard]] bool isSaved() const { return !m_isDirty; }

    void setNote(const QString& note);
    void setKind(const QString& kind);
    void setSubject(const QString& subject);
    void setTakesPart(ContactId contact, bool takesPart);
    /// Writes what was typed now.
    void flush();

    /// What the note says, all of it.
    [[nodiscard]] work::MeetingRecords records() const;
    [[nodiscard]] const std::set<work::Making>& without() const { return m_without; }
    void setWanted(work::Making making, bool isWanted);
    /// How many records make() makes.
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] bool canMake() const;
    /// All of it in one edit.
    void make();
    /// As a note of ours; nobody was spoken with.
    void keepAsNote();
    /// Of one that is held: its recap went out.
    void setRecapSent();

Q_SIGNALS:
    /// State, account, conversation or what is known of them.
    void changed();
    /// The note is another one, not by setNote().
    void noteReplaced();
    void recordsChanged();
    void savedChanged();

private:
    void refresh();
    void follow();
    void take(const Touch& touch);
    void begin();
    void touchChanged();
    [[nodiscard]] work::MeetingBook reading() const;
    [[nodiscard]] const Touch* inBook() const;

    OpenBook& m_book;
    QLocale m_locale;
    State m_state = State::NoAccount;
    AccountId m_account;
    Touch m_touch;
    QString m_note;
    QString m_invitation;
    std::set<work::Making> m_without;
    bool m_isDirty = false;
    QString m_noteInBook;            ///< as it was last seen there
    std::vector<QString> m_onTheWay; ///< notes that are being written, oldest first
    QTimer m_save;
};

} // namespace steward::meeting
