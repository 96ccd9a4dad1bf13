// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/print/review_file.h"
#include "core/qbr/recap.h"
#include "core/qbr/record.h"
#include "core/workspace/book_presenter.h"
#include "ui/account/record_form.h"
#include "ui/qbr/reviews.h"
#include "ui/qbr/show.h"

namespace steward::reviews {

/// What becomes of a gap when somebody asks for it.
struct GapTarget
{
    enum class Kind
    {
        Record,  ///< one that is there, to be changed
        New,     ///< one to be begun, of NewRecord
        Draft,   ///< one to be begun with values
        Actions, ///< of this review
        OldActions,
        Import
    };
    Kind kind = Kind::Import;
    RecordRef record = {};
    account::NewRecord begun = account::NewRecord::Goal;
    account::RecordDraft draft = {};
};

/// How decks are written; remembered by the machine.
struct ExportChoice
{
    print::Form form = print::Form::Pptx;
    print::Copy copy = print::Copy::Customer;
    QString look; ///< path of a template; empty: our own
    friend bool operator==(const ExportChoice&, const ExportChoice&) = default;
};

/// A deck that a batch has written.
struct WrittenDeck
{
    AccountId account;
    QString name;
    QString file;
    qbr::Readiness readiness;
};

/// What the view QBRs shows and does, without a widget; State::Nothing: nobody is due in the quarter. Who is due is
/// worked out away from the window.
class ReviewsPresenter final : public BookPresenter
{
    Q_OBJECT
public:
    ReviewsPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    /// Null until the first are there.
    [[nodiscard]] const ShownReviews& shown() const { return m_shown; }

    [[nodiscard]] Quarter quarter() const { return m_quarter; }
    void setQuarter(Quarter quarter);
    /// The last six and the running one, newest first; the one ahead where the next planned review is about it.
    [[nodiscard]] std::vector<Quarter> quarters() const;
    [[nodiscard]] QString quarterText(Quarter quarter) const;

    /// Whose accounts are shown; none: the whole book.
    [[nodiscard]] PersonId owner() const { return m_owner; }
    void setOwner(PersonId owner);
    /// Who holds accounts whose review is due or held, by name.
    [[nodiscard]] People owners() const;
    /// Those of the owner.
    [[nodiscard]] std::vector<const ReviewLine*> lines() const;
    [[nodiscard]] int dueCount() const;
    [[nodiscard]] int readyCount() const;
    /// Due, with a meeting in the next two weeks or past, and not ready.
    [[nodiscard]] int needsYou() const;

    /// The account beside the list; none: nobody is chosen.
    void choose(AccountId account);
    [[nodiscard]] AccountId chosen() const { return m_chosen; }
    /// Of the account chosen; nullptr: none.
    [[nodiscard]] const qbr::Pack* pack() const { return m_pack ? &*m_pack : nullptr; }
    /// "What" and "do" of a gap.
    [[nodiscard]] std::pair<QString, QString> gapText(const QString& id) const;
    /// What is missing of a review in a few words: what weighs most, as the pane and the command line have it
    /// first, and how much more.
    [[nodiscard]] QString missingText(const qbr::Readiness& readiness) const;
    [[nodiscard]] GapTarget targetOf(const QString& gap) const;
    [[nodiscard]] print::Wording wording() const { return {m_shown->content(), locale()}; }

    [[nodiscard]] const ExportChoice& exportChoice() const { return m_export; }
    void setExportChoice(const ExportChoice& choice);
    /// "Acme 2026Q3 (presenter).pptx"
    [[nodiscard]] QString fileName() const;
    /// Writes the deck of the account chosen; the ending of the path is that of the form.
    void write(const QString& path);
    /// Of the account chosen: the draft of the recap, the check-ins as a calendar.
    void writeRecap(const qbr::Recap& recap, const QString& path);
    void writeCheckIns(const qbr::Recap& recap, const QString& path);
    /// Writes all that are due of the owner into a folder. A deck is whole or not there; those written before a cancel
    /// stay and are listed.
    void writeAllDue(const QString& folder);
    [[nodiscard]] bool isWriting() const { return m_job != 0; }
    void cancel();
    [[nodiscard]] const std::vector<WrittenDeck>& written() const { return m_written; }
    [[nodiscard]] const QString& writtenTo() const { return m_writtenTo; }

    /// The deck of the account chosen as it is shown to the customer, with the notes of the presenter's copy.
    [[nodiscard]] std::vector<ShownSlide> slidesToShow() const;

    /// The actions of the review chosen, or of the last one before it.
    [[nodiscard]] std::vector<qbr::ActionEntry> actions(bool ofLast) const;
    void setActions(bool ofLast, const std::vector<qbr::ActionEntry>& actions);

    /// Of the account chosen, or nullptr: its facts, the record of its review, or of the last one before it.
    [[nodiscard]] const AccountFacts* facts() const;
    [[nodiscard]] const Qbr* review(bool ofLast) const;
    /// Of the quarter shown.
    [[nodiscard]] Period period() const;
    /// One edit of that record; a review without one gets it. isRefresh: its figures are those of now.
    void changeReview(const Message& label, bool ofLast, std::function<void(Qbr&)> change, bool isRefresh = false);

Q_SIGNALS:
    /// Another account is chosen, or the same has other figures.
    void packChanged();
    void exportChanged();
    /// A batch ended, whole or not.
    void batchEnded();
    void said(const QString& text);

private:
    struct Pen;
    void takeNumbers() override;
    void workOutDue();
    void take(const ShownReviews& shown);
    void makePack();
    void writeAside(const Message& label, const QString& path, std::function<Status(const Pen&)> make);
    void batchDone(const Status& status, qint64 count, const QString& lost);
    void writingEnded(const Status& status, const QString& path, const QString& lost);
    [[nodiscard]] account::RecordDraft reviewDraft(std::vector<QString> shown) const;
    [[nodiscard]] GapTarget reviewTarget(std::initializer_list<const char*> shown) const;

    ShownReviews m_shown;
    Quarter m_quarter;
    bool m_hasQuarter = false;
    PersonId m_owner;
    AccountId m_chosen;
    std::optional<qbr::Pack> m_pack;
    ExportChoice m_export;
    std::vector<WrittenDeck> m_written;
    QString m_writtenTo;
    qint64 m_job = 0;
};

} // namespace steward::reviews
