// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTextLayout>
#include <vector>

namespace steward::widgets {

/// A line for a filter, or anything else that is read as it is typed: what is understood stands on a tint, what is not
/// on a red wave.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT
public:
    struct Part
    {
        int from = 0;
        int length = 0;
    };
    explicit FilterEdit(QWidget* parent = nullptr, const QString& iconName = QStringLiteral("filter"));
    void setUnderstood(std::vector<Part> parts);
    /// What is understood is erased as a whole: Backspace chooses it, the next one takes it away, and so does its x,
    /// which stands behind each that is not being typed.
    void setHasTokens(bool hasTokens) { m_hasTokens = hasTokens; }
    /// A fault without length is none.
    void setFault(Part fault);
    [[nodiscard]] bool hasFault() const { return m_fault.length > 0; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void mark();
    bool chooseBehind();
    [[nodiscard]] bool hasCross(const Part& part) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> formats() const;
    /// By what is understood; empty where it has no cross.
    [[nodiscard]] std::vector<QRectF> crosses() const;
    [[nodiscard]] const Part* crossAt(const QPointF& point) const;
    std::vector<Part> m_understood;
    Part m_fault;
    bool m_hasTokens = false;
};

} // namespace steward::widgets
