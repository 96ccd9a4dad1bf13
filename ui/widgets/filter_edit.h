// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
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
    /// A fault without length is none.
    void setFault(Part fault);
    [[nodiscard]] bool hasFault() const { return m_fault.length > 0; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void mark();
    std::vector<Part> m_understood;
    Part m_fault;
};

} // namespace steward::widgets
