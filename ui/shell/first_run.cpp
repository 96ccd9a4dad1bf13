// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/first_run.h"

#include "ui/style/icons.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QPainter>
#include <QShortcut>
#include <cmath>

namespace steward::shell {

using style::px;
using style::Tone;

namespace {

/// A choice: icon, what it does, what comes of it, and its key.
class Choice final : public QPushButton
{
public:
    Choice(QString icon, const QString& title, QString note, QString key)
        : m_icon(std::move(icon))
        , m_note(std::move(note))
        , m_key(std::move(key))
    {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(m_note);
        if (!m_key.isEmpty())
            setShortcut(QKeySequence(m_key));
        setFixedSize(px(460), px(m_key.isEmpty() ? 44 : 56));
    }
    [[nodiscard]] int widthOfWords() const
    {
        const qreal title = QFontMetricsF(style::fontOf(style::Type::Strong)).horizontalAdvance(text());
        const qreal note = QFontMetricsF(style::fontOf(style::Type::Small)).horizontalAdvance(m_note);
        return px(50) + px(44) + static_cast<int>(std::ceil(std::max(title, note))) + 1;
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const style::Theme& theme = style::Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(theme[underMouse() ? Tone::Hover : Tone::Raised]);
        painter.setPen(QPen(theme[Tone::SepStrong], 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        const int side = px(18);
        painter.drawPixmap(px(16), (height() - side) / 2,
                           style::iconPixmap(m_icon, theme[Tone::Accent], side, devicePixelRatioF()));
        const QRect words = rect().adjusted(px(50), px(6), -px(44), -px(6));
        painter.setFont(style::fontOf(style::Type::Strong));
        painter.setPen(theme[Tone::Text]);
        const QRect top(words.left(), words.top(), words.width(), words.height() / 2);
        painter.drawText(top, Qt::AlignBottom | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, top.width()));
        painter.setFont(style::fontOf(style::Type::Small));
        painter.setPen(theme[Tone::Muted]);
        const QRect bottom(words.left(), top.bottom() + 1, words.width(), words.height() / 2);
        painter.drawText(bottom, Qt::AlignTop | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(m_note, Qt::ElideMiddle, bottom.width()));
        if (!m_key.isEmpty())
            widgets::paintKey(painter, {width() - px(34), (height() - px(18)) / 2}, px(18), m_key, palette());
        if (hasFocus())
            style::paintFocus(painter, rect(), theme, 4);
    }

private:
    QString m_icon;
    QString m_note;
    QString m_key;
};

QLabel* mutedLabel(const QString& text, style::Type type = style::Type::Body)
{
    return new widgets::ToneLabel(text, type, Tone::Muted);
}

} // namespace

FirstRun::FirstRun(QWidget* parent)
    : QWidget(parent)
    , m_import(new Choice(QStringLiteral("import"), tr("Import your accounts (CSV)"),
                          tr("Exports of your tools; or drop them on this window"), QStringLiteral("2")))
    , m_recent(new QVBoxLayout)
    , m_recentTitle(mutedLabel(tr("Opened before"), style::Type::Small))
{
    setObjectName(QStringLiteral("first-run"));
    auto* title = new QLabel(tr("Steward"));
    title->setFont(style::fontOf(style::Type::Hero));
    auto* sample = new Choice(QStringLiteral("book-open"), tr("Explore the sample book"),
                              tr("60 invented accounts, nothing to set up"), QStringLiteral("1"));
    sample->setObjectName(QStringLiteral("first-run.sample"));
    auto* open = new Choice(QStringLiteral("folder-open"), tr("Open a book..."),
                            tr("A .steward file; or drop it on this window"), QStringLiteral("3"));
    m_import->setObjectName(QStringLiteral("first-run.import"));
    open->setObjectName(QStringLiteral("first-run.open"));
    connect(sample, &QPushButton::clicked, this, &FirstRun::sampleRequested);
    connect(m_import, &QPushButton::clicked, this, &FirstRun::importRequested);
    connect(open, &QPushButton::clicked, this, &FirstRun::openRequested);
    const std::initializer_list<QPushButton*> choices{sample, m_import, open};
    int width = 0;
    for (const QPushButton* each : choices)
        width = std::max({width, each->width(), static_cast<const Choice*>(each)->widthOfWords()});
    for (QPushButton* each : choices)
        each->setFixedWidth(width);
    auto* block = new QWidget;
    auto* column = new QVBoxLayout(block);
    column->setSpacing(px(8));
    column->addWidget(title);
    column->addWidget(mutedLabel(tr("Your accounts, in one file that you own.")));
    column->addSpacing(px(16));
    column->addWidget(sample);
    column->addWidget(m_import);
    column->addWidget(open);
    column->addSpacing(px(8));
    column->addWidget(m_recentTitle);
    column->addLayout(m_recent);
    column->addSpacing(px(12));
    column->addWidget(mutedLabel(tr("Works offline. Nothing leaves this computer."), style::Type::Small));
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(block, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    setFocusProxy(sample);
    showRecent({});
}

void FirstRun::showRecent(const QStringList& books)
{
    constexpr int mostShown = 4;
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList there;
    for (const QString& path : books)
        if (QFileInfo::exists(path) && there.size() < mostShown)
            there << path;
    m_recentTitle->setVisible(!there.isEmpty());
    for (const QString& path : there) {
        const QFileInfo info(path);
        auto* choice = new Choice(QStringLiteral("book-open"), info.completeBaseName(), info.path(), {});
        choice->setObjectName(QStringLiteral("first-run.recent"));
        connect(choice, &QPushButton::clicked, this, [this, path] { Q_EMIT bookRequested(path); });
        m_recent->addWidget(choice);
    }
}

} // namespace steward::shell
