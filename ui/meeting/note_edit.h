// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/meeting_note.h"

#include <QLocale>
#include <QPlainTextEdit>

namespace steward::meeting {

/// The plain note of a conversation: signs at the beginning of a line stand out, days that were understood are tinted,
/// and at the right stands what each line is read as. Tab leaves it.
class NoteEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit NoteEdit(QLocale locale, QWidget* parent = nullptr);
    /// The day that "friday" is counted from.
    void setToday(QDate today);
    /// What a line is read as, in words; empty: a plain line.
    [[nodiscard]] QString readingAt(int line) const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Highlighter;
    class Strip;
    void fit();
    void paintReadings(QPaintEvent& event);
    void speakLine();

    QLocale m_locale;
    QDate m_today;
    Highlighter* m_highlighter;
    Strip* m_strip;
};

} // namespace steward::meeting
