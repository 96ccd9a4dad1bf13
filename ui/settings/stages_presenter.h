// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/journey_draft.h"
#include "core/workspace/open_book.h"
#include "ui/settings/stages_model.h"

#include <QHash>
#include <QLocale>

namespace steward::settings {

/// The stages of the book's journey, changed and tried before they hold. Nothing is changed until it is saved, as one
/// undoable edit.
class StagesPresenter final : public QObject
{
    Q_OBJECT
public:
    /// Accounts of a stage for which a new one may be better.
    struct Question
    {
        QString from;                                     ///< id of the stage they are in
        QString text;                                     ///< "40 accounts are in Adoption"
        std::vector<std::pair<QString, QString>> choices; ///< id, words; the first: they stay
        QString choice;                                   ///< id; empty: they stay
    };
    StagesPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    [[nodiscard]] StagesModel& stages() { return m_model; }
    [[nodiscard]] OpenBook& book() { return m_book; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] std::vector<std::pair<QString, QString>> journeys() const; ///< id, name
    [[nodiscard]] const QString& journey() const { return m_journey; }
    /// Who chose the template that is used, in words.
    [[nodiscard]] QString journeyNote() const;
    void chooseJourney(const QString& journey);
    [[nodiscard]] const query::JourneyDraft& draft() const { return m_draft; }
    [[nodiscard]] int chosen() const { return m_chosen; } ///< -1: there is none
    void choose(int stage);
    void setStage(const query::StageText& stage); ///< the chosen one
    void add();
    void split();
    void remove();
    void move(int direction);
    [[nodiscard]] const std::vector<Question>& questions() const { return m_questions; }
    void answer(const QString& from, const QString& choice);
    /// What is wrong, or what saving would do.
    [[nodiscard]] const QString& effectText() const { return m_effectText; }
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool canSave() const { return isChanged() && m_isGood && m_book.isEditable(); }
    [[nodiscard]] QString saveText() const;
    void discard();
    void save();
    /// Somebody looks, or no longer.
    void setWatched(bool isWatched);

Q_SIGNALS:
    void changed(); ///< of the book
    void draftChanged();
    void said(const QString& text);

private:
    void takeNumbers();
    void countAccounts();
    void showDraft();
    void showLines();
    void ask();
    void askAbout(const QString& from, const QString& name, int accounts, bool isSplit);
    void takeCell(int row, int column, const QString& text);
    [[nodiscard]] QString nameOf(const QString& journey) const;
    [[nodiscard]] QString used() const;

    OpenBook& m_book;
    QLocale m_locale;
    StagesModel m_model;
    query::JourneyDraft m_before;
    query::JourneyDraft m_draft;
    QString m_journey;
    std::map<QString, int> m_accounts; ///< id of the stage, else what accounts call it -> customers in it
    QHash<QString, int> m_called;      ///< stage as accounts call it -> customers in it
    std::vector<Question> m_questions;
    std::map<QString, QString> m_answers;
    QString m_effectText;
    bool m_isGood = false;
    bool m_isWatched = false;
    int m_chosen = -1;
    Rows<Definition> m_definitions; ///< the draft was made of
};

} // namespace steward::settings
