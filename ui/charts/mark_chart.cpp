// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/mark_chart.h"

#include "ui/style/tip.h"

#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace steward::charts {

namespace {

/// One mark for who reads the screen, as long as its chart; where the chart has fewer marks now it is not valid.
class MarkSpoken final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    MarkSpoken(MarkChart* chart, int mark)
        : m_chart(chart)
        , m_mark(mark)
    {
    }
    bool isValid() const override { return m_mark < m_chart->markCount(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_chart); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text text) const override
    {
        return isValid() && text == QAccessible::Name ? m_chart->markText(m_mark) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        const QRect place = isValid() ? m_chart->markRect(m_mark) : QRect();
        return place.isEmpty() ? QRect() : QRect(m_chart->mapToGlobal(place.topLeft()), place.size());
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid())
            return state;
        state.focusable = true;
        state.selectable = true;
        state.selected = m_chart->chosen() == m_mark;
        state.focused = state.selected && m_chart->hasFocus();
        state.offscreen = m_chart->markRect(m_mark).isEmpty();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    void doAction(const QString& action) override
    {
        if (!isValid())
            return;
        m_chart->setFocus();
        m_chart->choose(m_mark);
        if (action == pressAction())
            Q_EMIT m_chart->markOpened(m_mark);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    MarkChart* m_chart;
    int m_mark;
};

class ChartSpoken final : public QAccessibleWidget
{
public:
    explicit ChartSpoken(MarkChart* chart)
        : QAccessibleWidget(chart, QAccessible::List)
        , m_chart(chart)
    {
    }
    ~ChartSpoken() override
    {
        for (const QAccessible::Id id : m_marks)
            QAccessible::deleteAccessibleInterface(id);
    }
    int childCount() const override { return m_chart->markCount(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (int(m_marks.size()) <= index)
            m_marks.push_back(
                QAccessible::registerAccessibleInterface(new MarkSpoken(m_chart, static_cast<int>(m_marks.size()))));
        return QAccessible::accessibleInterface(m_marks[std::size_t(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child)
                return i;
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (child(i)->rect().contains(x, y))
                return child(i);
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        return m_chart->hasFocus() ? child(m_chart->chosen()) : nullptr;
    }

private:
    MarkChart* m_chart;
    mutable std::vector<QAccessible::Id> m_marks;
};

QAccessibleInterface* spokenChart(const QString&, QObject* object)
{
    auto* chart = qobject_cast<MarkChart*>(object);
    return chart ? new ChartSpoken(chart) : nullptr;
}

} // namespace

MarkChart::MarkChart(QWidget* parent)
    : QWidget(parent)
{
    QAccessible::installFactory(&spokenChart);
    setFocusPolicy(Qt::StrongFocus);
}

void MarkChart::choose(int mark)
{
    const int next = markCount() == 0 ? -1 : std::clamp(mark, -1, markCount() - 1);
    if (next == m_chosen)
        return;
    m_chosen = next;
    if (m_chosen >= 0) {
        reveal(m_chosen);
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(m_chosen);
        QAccessible::updateAccessibility(&focused);
    }
    update();
    Q_EMIT markChosen(m_chosen);
}

void MarkChart::marksChanged(int chosen)
{
    m_chosen = chosen < markCount() ? chosen : -1;
    if (m_chosen < 0 && hasFocus() && markCount() > 0)
        m_chosen = 0;
    QAccessibleEvent changed(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&changed);
    updateGeometry();
    update();
    Q_EMIT markChosen(m_chosen);
}

void MarkChart::reveal(int) {}

void MarkChart::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int key = isPlain ? event->key() : 0;
    if (key == Qt::Key_Left)
        choose(std::max(0, m_chosen - 1));
    else if (key == Qt::Key_Right)
        choose(m_chosen + 1);
    else if (key == Qt::Key_Home)
        choose(0);
    else if (key == Qt::Key_End)
        choose(markCount() - 1);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_chosen >= 0)
        Q_EMIT markOpened(m_chosen);
    else
        QWidget::keyPressEvent(event);
}

void MarkChart::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (const int mark = markAt(event->position()); mark >= 0)
        choose(mark);
}

void MarkChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int mark = markAt(event->position()); mark >= 0) {
        choose(mark);
        Q_EMIT markOpened(mark);
    }
}

void MarkChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_chosen < 0)
        choose(0);
    update();
}

void MarkChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool MarkChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int mark = markAt(help->pos());
        QToolTip::showText(help->globalPos(), mark < 0 ? QString() : style::plainTip(markText(mark)), this);
        return true;
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    return QWidget::event(event);
}

} // namespace steward::charts
