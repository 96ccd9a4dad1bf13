// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/account/account_figures.h"
#include "ui/account/record_form.h"

#include <QLocale>

namespace steward::account {

/// What the page of an account shows and does, without a widget.
class AccountPresenter final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        NotThere, ///< the book has no such account on the day
        Ready
    };
    AccountPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    void show(AccountId account);
    [[nodiscard]] AccountId account() const { return m_account; }
    [[nodiscard]] State state() const { return m_state; }
    /// Only when Ready.
    [[nodiscard]] const AccountFigures& figures() const { return *m_figures; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] OpenBook& book() { return m_book; }

    /// Writes a draft as one edit. Returns what is wrong with it; nothing is written then.
    [[nodiscard]] std::optional<DraftFault> save(const RecordDraft& draft);
    void remove(RecordRef record);

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void take(std::optional<AccountFigures> figures);
    [[nodiscard]] std::optional<journey::ValuePace> paceIn(const journey::ValueQuartiles& all) const;
    void workOutQuartiles();

    OpenBook& m_book;
    QLocale m_locale;
    AccountId m_account;
    State m_state = State::Loading;
    std::optional<AccountFigures> m_figures;
    journey::ValueQuartiles m_quartiles;
    qint64 m_figuresSerial = 0;
    qint64 m_serial = 0;
};

} // namespace steward::account
