// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/settings/book_models.h"
#include "ui/settings/book_settings.h"
#include "ui/settings/draft_models.h"
#include "ui/settings/points_model.h"

#include <QTimer>

namespace steward::settings {

/// The settings of the book and the trying of other scorecards, without a widget. Every change of the book is one
/// undoable edit; a draft of scorecards changes nothing until it is saved.
class SettingsPresenter final : public QObject
{
    Q_OBJECT
public:
    SettingsPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    [[nodiscard]] RatesModel& rates() { return m_rates; }
    [[nodiscard]] PeopleModel& people() { return m_people; }
    [[nodiscard]] DraftModel& weights() { return m_weights; }
    [[nodiscard]] DraftModel& caps() { return m_caps; }
    [[nodiscard]] PointsModel& points() { return m_points; }
    [[nodiscard]] EffectModel& effect() { return m_effectModel; }
    [[nodiscard]] OpenBook& book() { return m_book; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }

    [[nodiscard]] BookSettings settings() const;
    /// The currency the book adds up in, and why, in words.
    [[nodiscard]] QString currencyNote() const;
    void set(const QString& name, const QString& text);
    /// Returns what was wrong; empty: nothing.
    QString addRate(const QString& currency, const QString& day, const QString& rate);
    [[nodiscard]] QString missingRates() const; ///< one sentence; empty: none
    QString addPerson(const QString& name, const QString& email);

    /// What the book keeps and cannot use, and what is used instead; empty: nothing.
    [[nodiscard]] QString contentNotice() const;
    [[nodiscard]] std::vector<std::pair<QString, QString>> scorecards() const; ///< id, name
    [[nodiscard]] const query::ScorecardDraft& draft() const { return m_draft; }
    /// Of which weights() are.
    [[nodiscard]] const QString& scorecard() const { return m_scorecard; }
    void chooseScorecard(const QString& scorecard);
    /// Whose points points() are; empty: none is chosen.
    [[nodiscard]] const QString& measure() const { return m_measure; }
    [[nodiscard]] QString measureName() const;
    [[nodiscard]] QString measureText() const;
    void chooseMeasure(const QString& measure);
    [[nodiscard]] QStringList curves() const { return m_draft.curves(m_measure); }
    void chooseCurve(const QString& curve);
    /// A point of the curve that is chosen.
    void setPoint(int at, content::Point point);
    /// Where green and yellow begin.
    [[nodiscard]] std::vector<int> thresholds() const;
    void discard();
    void saveDraft();
    [[nodiscard]] bool canSave() const;
    /// What is wrong with the draft, or what it would do: "7 accounts change band".
    [[nodiscard]] QString effectText() const { return m_effectText; }
    [[nodiscard]] bool isEffectGood() const { return m_isEffectGood; }
    [[nodiscard]] const query::DraftEffect& effectOnBook() const { return m_effect; }

Q_SIGNALS:
    void changed();      ///< of the book
    void draftChanged(); ///< the draft, or what is known of its effect
    void said(const QString& text);

private:
    void takeNumbers();
    void takeSums();
    void showDraft();
    void showLines();
    [[nodiscard]] QString inWords(const content::Text& text) const;
    [[nodiscard]] const content::Measure* chosenMeasure() const;
    void workOut();

    OpenBook& m_book;
    QLocale m_locale;
    RatesModel m_rates;
    PeopleModel m_people;
    std::optional<BookSums> m_sums;                       ///< none: not worked out yet
    std::optional<std::pair<quint64, DayAsked>> m_summed; ///< the generation and day that m_sums is of, or will be
    DraftModel m_weights;
    DraftModel m_caps;
    PointsModel m_points;
    EffectModel m_effectModel;
    query::ScorecardDraft m_draft;
    QString m_scorecard;
    QString m_measure;
    QString m_curve;
    query::DraftEffect m_effect;
    QString m_effectText;
    bool m_isEffectGood = false;
    QTimer m_waiting; ///< until no more is typed
    qint64 m_serial = 0;
    Rows<Definition> m_definitions; ///< the draft was made of
};

} // namespace steward::settings
