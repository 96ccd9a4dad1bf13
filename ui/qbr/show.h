// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QWidget>

class QLabel;

namespace steward::reviews {

/// A slide of a show, with what only who speaks is to see.
struct ShownSlide
{
    deck::Slide slide; ///< with its notes
    int minutes = 0;   ///< what it is meant to take; of a slide that goes on, with its first page
};

/// A deck while it is shown: which slide stands there, since when.
class Show final : public QObject
{
    Q_OBJECT
public:
    Show(std::vector<ShownSlide> slides, QLocale locale, QObject* parent = nullptr);
    [[nodiscard]] int at() const { return m_at; }
    [[nodiscard]] int count() const { return static_cast<int>(m_slides.size()); }
    [[nodiscard]] const ShownSlide& current() const { return m_slides[std::size_t(m_at)]; }
    /// nullptr: it is the last one.
    [[nodiscard]] const ShownSlide* next() const;
    /// Minutes that are meant to be over when this slide begins.
    [[nodiscard]] int minutesBefore() const;
    [[nodiscard]] qint64 secondsSinceStart() const { return m_since.elapsed() / 1000; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    /// A black screen, to be looked at oneself.
    [[nodiscard]] bool isDark() const { return m_isDark; }

    /// Past the first and the last one nothing happens.
    void goTo(int slide);
    void setDark(bool isDark);
    void end() { Q_EMIT ended(); }

Q_SIGNALS:
    void moved();
    void ended();

private:
    std::vector<ShownSlide> m_slides;
    QLocale m_locale;
    int m_at = 0;
    bool m_isDark = false;
    QElapsedTimer m_since;
};

/// A show over a whole screen. Arrows, Page Up and Down, Space, Home and End go through it, B makes it black, N shows
/// what the presenter's copy says, Esc ends it.
class ShowView final : public QWidget
{
    Q_OBJECT
public:
    /// hasNotes: for who speaks: they are there from the beginning, with the slide that comes next.
    ShowView(Show& show, bool hasNotes, QWidget* parent = nullptr);
    [[nodiscard]] bool showsNotes() const;
    void setNotesShown(bool isShown);
    /// The black sheet the slide stands on.
    class Sheet;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    [[nodiscard]] QWidget* makeNotes();
    void refresh();
    void tellTime();

    Show& m_show;
    Sheet* m_sheet;
    QWidget* m_notes = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_words = nullptr;
    QLabel* m_next = nullptr;
};

/// Over the screen the window is on; where there is another one the slides go there, and the notes stay here. Ends with
/// the show; destroyed with the window.
void present(std::vector<ShownSlide> slides, const QLocale& locale, QWidget& window);

} // namespace steward::reviews
