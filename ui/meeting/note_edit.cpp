// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/note_edit.h"

#include "ui/meeting/note_words.h"
#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QPaintEvent>
#include <QPainter>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace steward::meeting {

using style::Band;
using style::px;
using style::Tone;
using style::Type;
using work::Mark;

namespace {

constexpr double stripWidth = 196;
constexpr double stripFrom = 520; ///< narrower than that the readings have no room

struct Read final : QTextBlockUserData
{
    explicit Read(work::NoteLine read)
        : line(std::move(read))
    {
    }
    work::NoteLine line;
};

QColor inkOf(Mark mark, const style::Theme& theme)
{
    switch (mark) {
    case Mark::OurPromise:
    case Mark::Risk:
        return theme.band(Band::Red).text;
    case Mark::TheirPromise:
        return theme.band(Band::Yellow).text;
    case Mark::Value:
        return theme.band(Band::Green).text;
    case Mark::None:
    case Mark::Question:
    case Mark::Words:
        break;
    }
    return theme[Tone::Text];
}

} // namespace

/// Reads every line that changed, once.
class NoteEdit::Highlighter final : public QSyntaxHighlighter
{
public:
    explicit Highlighter(NoteEdit& edit)
        : QSyntaxHighlighter(edit.document())
        , m_edit(edit)
    {
    }

protected:
    void highlightBlock(const QString& text) override
    {
        auto* read = new Read(work::readLine(text, m_edit.m_today, m_edit.m_locale));
        setCurrentBlockUserData(read); // takes it over
        if (read->line.mark == Mark::None)
            return;
        const style::Theme& theme = style::Theme::of(m_edit.palette());
        QTextCharFormat sign;
        sign.setForeground(inkOf(read->line.mark, theme));
        sign.setFontWeight(QFont::Bold);
        qsizetype at = 0;
        while (at < text.size() && text[at].isSpace())
            ++at;
        setFormat(static_cast<int>(at), 1, sign);
        QTextCharFormat day;
        day.setBackground(theme[Tone::AccentTint]);
        if (read->line.day.length > 0)
            setFormat(read->line.day.from, read->line.day.length, day);
    }

private:
    NoteEdit& m_edit;
};

class NoteEdit::Strip final : public QWidget
{
public:
    explicit Strip(NoteEdit& edit)
        : QWidget(&edit)
        , m_edit(edit)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_edit.paintReadings(*event); }

private:
    NoteEdit& m_edit;
};

NoteEdit::NoteEdit(QLocale locale, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_locale(std::move(locale))
    , m_highlighter(new Highlighter(*this))
    , m_strip(new Strip(*this))
{
    setObjectName(QStringLiteral("meeting.note"));
    setAccessibleName(tr("Note"));
    setTabChangesFocus(true);
    setLineWrapMode(WidgetWidth);
    QFont larger = style::fontOf(Type::Body);
    larger.setPointSizeF(larger.pointSizeF() * 1.1);
    setFont(larger);
    document()->setDocumentMargin(px(10));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int scrolled) {
        if (scrolled != 0)
            m_strip->scroll(0, scrolled);
        else
            m_strip->update(0, rect.y(), m_strip->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &NoteEdit::speakLine);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        m_strip->update();
        speakLine();
    });
    fit();
}

void NoteEdit::setToday(QDate today)
{
    if (today == m_today)
        return;
    m_today = today;
    m_highlighter->rehighlight();
}

QString NoteEdit::readingAt(int line) const
{
    const auto* read = static_cast<const Read*>(document()->findBlockByNumber(line).userData());
    return read && !read->line.text.isEmpty() ? readingOf(read->line, m_locale) : QString();
}

/// What the line is read as is told to who cannot see it.
void NoteEdit::speakLine() { setAccessibleDescription(readingAt(textCursor().blockNumber())); }

void NoteEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void NoteEdit::fit()
{
    const int wide = width() >= px(stripFrom) ? px(stripWidth) : 0;
    if (viewportMargins().right() != wide)
        setViewportMargins(0, 0, wide, 0);
    m_strip->setVisible(wide > 0);
    const QRect inside = contentsRect();
    m_strip->setGeometry(viewport()->geometry().right() + 1, inside.top(), wide, inside.height());
}

void NoteEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->rehighlight();
}

void NoteEdit::paintReadings(QPaintEvent& event)
{
    QPainter painter(m_strip);
    const style::Theme& theme = style::Theme::of(palette());
    painter.fillRect(event.rect(), theme[Tone::Base]);
    painter.setFont(style::fontOf(Type::Small));
    painter.setPen(theme[Tone::Muted]);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event.rect().bottom())
            break;
        const QString reading = readingAt(block.blockNumber());
        const QRectF line(0, place.top(), m_strip->width() - px(12), QFontMetricsF(font()).lineSpacing());
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(reading, Qt::ElideRight, static_cast<int>(line.width())));
    }
}

} // namespace steward::meeting
