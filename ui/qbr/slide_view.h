// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"

#include <QLocale>
#include <QWidget>

namespace steward::reviews {

/// What a slide says, in words, for who cannot see it.
[[nodiscard]] QString textOf(const deck::Slide& slide);

/// A slide as it will be printed, as large as there is room. Page Up and Page Down turn its pages.
class SlideView final : public QWidget
{
    Q_OBJECT
public:
    explicit SlideView(QLocale locale, QWidget* parent = nullptr);
    /// number: of the first page in the deck; 0: hidden.
    void show(std::vector<deck::Slide> pages, int number);
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    void turn(int direction);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pageTurned();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void say();
    QLocale m_locale;
    std::vector<deck::Slide> m_pages;
    int m_number = 0;
    int m_page = 0;
};

} // namespace steward::reviews
