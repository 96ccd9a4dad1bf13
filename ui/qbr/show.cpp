// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/show.h"

#include "core/print/pdf.h"
#include "ui/qbr/slide_view.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QTimer>

namespace steward::reviews {

using style::px;

Show::Show(std::vector<ShownSlide> slides, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_slides(std::move(slides))
    , m_locale(std::move(locale))
{
    m_since.start();
}

const ShownSlide* Show::next() const { return m_at + 1 < count() ? &m_slides[std::size_t(m_at) + 1] : nullptr; }

int Show::minutesBefore() const
{
    int minutes = 0;
    for (int i = 0; i < m_at; ++i)
        minutes += m_slides[std::size_t(i)].minutes;
    return minutes;
}

void Show::goTo(int slide)
{
    const int to = std::clamp(slide, 0, count() - 1);
    if (to == m_at && !m_isDark)
        return;
    m_at = to;
    m_isDark = false;
    Q_EMIT moved();
}

void Show::setDark(bool isDark)
{
    m_isDark = isDark;
    Q_EMIT moved();
}

class ShowView::Sheet final : public QWidget
{
public:
    explicit Sheet(Show& show)
        : m_show(show)
    {
        setObjectName(QStringLiteral("reviews.show.slide"));
        setAttribute(Qt::WA_OpaquePaintEvent);
    }
    void say()
    {
        setAccessibleName(m_show.current().slide.title());
        setAccessibleDescription(textOf(m_show.current().slide));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::black);
        if (m_show.isDark())
            return;
        const double scale = std::min(width() / deck::slideWidth, height() / deck::slideHeight);
        const QRectF sheet((width() - deck::slideWidth * scale) / 2, (height() - deck::slideHeight * scale) / 2,
                           deck::slideWidth * scale, deck::slideHeight * scale);
        painter.fillRect(sheet, Qt::white);
        painter.setClipRect(sheet);
        painter.translate(sheet.topLeft());
        painter.scale(scale, scale);
        print::paint(painter, m_show.current().slide, m_show.at() + 1, m_show.locale());
    }

private:
    Show& m_show;
};

ShowView::ShowView(Show& show, bool hasNotes, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_show(show)
    , m_sheet(new Sheet(show))
{
    setObjectName(QStringLiteral("reviews.show"));
    setAccessibleName(tr("The deck, over the whole screen"));
    setWindowTitle(tr("The deck"));
    // The same in light and dark: a room is darkened, not a theme.
    QPalette dark = palette();
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, QColor(0xe5, 0xe9, 0xef));
    setPalette(dark);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_sheet, 3);
    m_notes = makeNotes();
    column->addWidget(m_notes, 1);
    m_notes->setVisible(hasNotes);
    connect(&show, &Show::moved, this, &ShowView::refresh);
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &ShowView::tellTime);
    clock->start(std::chrono::seconds(1));
    refresh();
}

QWidget* ShowView::makeNotes()
{
    auto* strip = new QWidget;
    strip->setObjectName(QStringLiteral("reviews.show.notes"));
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(px(24), px(12), px(24), px(16));
    row->setSpacing(px(24));
    const auto label = [&](const char* name, double size) {
        auto* made = new QLabel;
        made->setObjectName(QString::fromLatin1(name));
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        made->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        QFont font = made->font();
        font.setPointSizeF(font.pointSizeF() * size);
        made->setFont(font);
        return made;
    };
    m_words = label("reviews.show.words", 1.4);
    m_next = label("reviews.show.next", 1.1);
    m_time = label("reviews.show.time", 1.4);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignTop);
    row->addWidget(m_words, 4);
    row->addWidget(m_next, 2);
    row->addWidget(m_time, 1);
    return strip;
}

bool ShowView::showsNotes() const { return !m_notes->isHidden(); }
void ShowView::setNotesShown(bool isShown) { m_notes->setVisible(isShown); }

void ShowView::refresh()
{
    m_words->setText(m_show.current().slide.notes.join(u'\n'));
    const ShownSlide* next = m_show.next();
    m_next->setText(next ? tr("Next: %1").arg(next->slide.title()) : tr("This is the last slide."));
    tellTime();
    m_sheet->say();
}

/// How far it is, and how far it is meant to be when the slide begins.
void ShowView::tellTime()
{
    const auto clock = [](qint64 minutes) {
        return QStringLiteral("%1:%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    };
    m_time->setText(tr("Slide %1 of %2\n%3\nmeant: %4")
                        .arg(m_show.locale().toString(m_show.at() + 1), m_show.locale().toString(m_show.count()),
                             clock(m_show.secondsSinceStart() / 60), clock(m_show.minutesBefore())));
}

void ShowView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_show.goTo(m_show.at() + 1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        m_show.goTo(m_show.at() - 1);
        break;
    case Qt::Key_Home:
        m_show.goTo(0);
        break;
    case Qt::Key_End:
        m_show.goTo(m_show.count() - 1);
        break;
    case Qt::Key_B:
        m_show.setDark(!m_show.isDark());
        break;
    case Qt::Key_N:
        setNotesShown(!showsNotes());
        break;
    case Qt::Key_Escape:
        m_show.end();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ShowView::mousePressEvent(QMouseEvent* event)
{
    m_show.goTo(m_show.at() + (event->button() == Qt::RightButton ? -1 : 1));
}

void ShowView::closeEvent(QCloseEvent* event)
{
    event->accept();
    m_show.end();
}

void present(std::vector<ShownSlide> slides, const QLocale& locale, QWidget& window)
{
    if (slides.empty())
        return;
    QScreen* own = window.screen();
    QScreen* other = nullptr;
    for (QScreen* each : QGuiApplication::screens())
        if (each != own)
            other = each;
    auto* show = new Show(std::move(slides), locale, &window);
    const auto open = [&](QScreen* screen, bool hasNotes) {
        auto* view = new ShowView(*show, hasNotes, &window);
        QObject::connect(show, &Show::ended, view, &QWidget::hide);
        QObject::connect(show, &Show::ended, view, &QObject::deleteLater);
        view->setGeometry(screen->geometry());
        view->showFullScreen();
        return view;
    };
    if (other)
        open(other, false);
    ShowView* first = open(own, other != nullptr);
    first->activateWindow();
    first->setFocus();
    QObject::connect(show, &Show::ended, &window, [&window] { window.activateWindow(); });
    QObject::connect(show, &Show::ended, show, &QObject::deleteLater);
}

} // namespace steward::reviews
