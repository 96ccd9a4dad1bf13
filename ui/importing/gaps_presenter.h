// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/importing/gaps_model.h"

namespace steward::importing {

/// What the book lacks, what it is worth, and filling it in, without a widget.
class GapsPresenter final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        NoAccounts,
        Nothing, ///< nothing is missing
        Ready
    };
    GapsPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    [[nodiscard]] GapsModel& gaps() { return m_gaps; }
    [[nodiscard]] GapGridModel& grid() { return m_grid; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }

    [[nodiscard]] bool isEditable() const { return m_book.isEditable(); }
    [[nodiscard]] bool looksBack() const { return m_book.looksBack(); }

    /// Works the gaps out anew, away from the window; the one chosen stays chosen.
    void refresh();
    /// Nobody looks any more: nothing is worked out until the next refresh().
    void rest() { m_isShown = false; }
    void choose(int gap);
    /// Fills one cell. Returns what was wrong with the text; empty: nothing.
    QString change(int row, const QString& text);
    /// A column copied from a spreadsheet into the rows from that one on; where it has two columns and the first names
    /// accounts, each goes to its account. One step of undo; what is wrong is marked and left out. Returns what to say.
    QString paste(int row, const QString& text);
    /// The rows from first to last, for a spreadsheet.
    [[nodiscard]] QString copyText(int first, int last) const;

Q_SIGNALS:
    void changed();
    void said(const QString& text);

private:
    struct Cell
    {
        int row = 0;
        QString text;
    };
    void take(std::vector<Gap> gaps, qint64 serial);
    [[nodiscard]] std::vector<Cell> cellsOf(int row, const QString& text) const;
    QString fill(const std::vector<Cell>& cells);

    OpenBook& m_book;
    QLocale m_locale;
    GapsModel m_gaps;
    GapGridModel m_grid;
    State m_state = State::Loading;
    int m_current = -1;
    qint64 m_serial = 0;
    bool m_isShown = false; ///< somebody looks at the view: worth working out
};

} // namespace steward::importing
