// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace steward::widgets {

/// Keys drawn as keys with the word for what each does, and a word at the right: the line below a view.
class KeyHints final : public QWidget
{
    Q_OBJECT
public:
    struct Hint
    {
        QString key; ///< "F2", "Ctrl+D", "+"
        QString word;
        bool edits = false; ///< does nothing where the book is only read
    };
    explicit KeyHints(std::vector<Hint> hints, QWidget* parent = nullptr);
    void setNote(const QString& note);
    /// Keys that edit are not offered; why stands in their place. Empty: all of them are.
    void setReadOnly(const QString& why);
    [[nodiscard]] QStringList shownKeys() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void speak();
    [[nodiscard]] bool isShown(const Hint& hint) const { return !hint.edits || m_readOnly.isEmpty(); }
    std::vector<Hint> m_hints;
    QString m_note;
    QString m_readOnly;
};

/// How wide a key is drawn that is height high; metrics: of the painter's font.
int keyWidth(const QFontMetrics& metrics, int height, const QString& key);

/// Draws one key and returns its width.
int paintKey(QPainter& painter, QPoint topLeft, int height, const QString& key, const QPalette& palette);

} // namespace steward::widgets
