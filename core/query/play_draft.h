// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/content/content.h"
#include "core/portfolio/portfolio.h"

#include <QJsonObject>

/// Plays of a book: changed, kept as a new version, and read in the version a run began with.
namespace steward::query {

/// A play with what was changed in it.
class PlayDraft
{
public:
    enum class Part
    {
        Name,
        Why,
        Good,
        Mistake,
        Ends,
        Stop
    };
    /// A step in the words of its file.
    struct Step
    {
        QString at; ///< "+1w", "R-90"
        QString owner;
        bool isOptional = false;
        QString title;
        friend bool operator==(const Step&, const Step&) = default;
    };
    struct Letter
    {
        QString subject;
        QString body;
        bool isComplaint = false; ///< of the play; it stays
        friend bool operator==(const Letter&, const Letter&) = default;
    };
    /// A new play of the user's own: a copy of that one; of none: one step, to be written. Its version will be 1.
    [[nodiscard]] static PlayDraft fresh(const BookFacts& book, const QString& like, const QString& name);
    /// Of what the book works with now; without steps where it has no such play.
    [[nodiscard]] static PlayDraft of(const BookFacts& book, const QString& play);

    [[nodiscard]] const QString& play() const { return m_play; }
    [[nodiscard]] int version() const; ///< of before
    [[nodiscard]] QString text(Part part) const;
    void setText(Part part, const QString& text);
    [[nodiscard]] std::vector<Step> steps() const;
    void setStep(std::size_t at, const Step& step);
    /// After that step; -1: as the first. It begins as that of the CSM on the day of its neighbour.
    void addStep(int after, const QString& title);
    void removeStep(std::size_t at);
    /// False: there is no place further up or down.
    bool moveStep(std::size_t at, int direction);
    [[nodiscard]] std::vector<Letter> letters() const;
    void setLetter(std::size_t at, const Letter& letter);
    /// What starts it: signals, the stage "onboarding", and whether only accounts in good standing are asked.
    struct Starts
    {
        QStringList signalIds;
        bool isOnboarding = false;
        bool needsStanding = false;
        friend bool operator==(const Starts&, const Starts&) = default;
    };
    [[nodiscard]] Starts starts() const;
    void setStarts(const Starts& starts);
    /// A play of the user's own is put to rest: it is offered nowhere; who runs it goes on. Taken up again it starts as
    /// before.
    void setRetired(bool isRetired);
    [[nodiscard]] bool isNew() const { return m_before.isEmpty(); }
    [[nodiscard]] bool isChanged() const { return m_now != m_before; }

    /// As it would be, a version above the one before. The first thing that is wrong with it as an error.
    [[nodiscard]] Result<content::Play> checked() const;
    /// The part an error of checked() speaks of, by its place among steps or letters; -1: another.
    struct Place
    {
        int step = -1;
        int letter = -1;
    };
    [[nodiscard]] Place placeOf(const Error& error) const;
    [[nodiscard]] QByteArray json() const;

private:
    void putText(QJsonObject& object, const QString& field, const QString& text) const;
    QString m_play;
    QJsonObject m_before;
    QJsonObject m_now;
    content::Files m_files;
};

/// One that the user made.
[[nodiscard]] bool isOwn(const content::Play& play);
/// Put to rest by the user.
[[nodiscard]] bool isRetired(const content::Play& play);

/// Keeps it as the book's own play. Runs that are under way stay on the version they began with.
[[nodiscard]] Status savePlay(book::Edit& edit, const BookFacts& book, const PlayDraft& draft);

/// The play as it was in a version: the book's own copies, then the shipped one; none: nobody has it any more.
[[nodiscard]] std::optional<content::Play> playOfVersion(const BookFacts& book, const QString& play, qint64 version);

} // namespace steward::query
