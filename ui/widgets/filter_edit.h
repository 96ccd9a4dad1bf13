// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <vector>

namespace steward::widgets {

/// A line for a filter: the conditions it understood stand on a tint, what it did not understand on a red wave.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT
public:
    struct Part
    {
        int from = 0;
        int length = 0;
    };
    explicit FilterEdit(QWidget* parent = nullptr);
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
