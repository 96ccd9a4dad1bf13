// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/key_hints.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/state_page.h"
#include "ui/widgets/view.h"

class QPushButton;
class QVBoxLayout;

namespace steward::widgets {

class PageStack;
class Rule;

/// A view that is worked from the keyboard: a header, the content with the keys it answers below, and panes beside it
/// of which one is seen at a time; where there is no content, what would be here.
class ListPage : public View
{
    Q_OBJECT
public:
    explicit ListPage(Face face, QWidget* parent = nullptr);

protected:
    [[nodiscard]] PageHeader& header() { return *m_header; }
    /// Where the content has a header of its own.
    void setHeaderShown(bool isShown);
    /// Between the header and the content.
    void addAbove(QWidget* widget);
    /// Called once. Panes are hidden until showPane().
    void setContent(QWidget* content, KeyHints* keys, std::vector<SidePane*> panes);
    void showContent();
    /// In its place.
    void showNothing(const QString& title, const QString& text);
    /// There are no accounts; text says what would be here. Offers to import some.
    void showNoAccounts(const QString& text);
    /// The others are put away; nullptr: all of them.
    void showPane(SidePane* pane);
    /// A command of the view's own menu; the tip names its key.
    void addKey(const char* name, const QString& text, const QString& tip, const QString& icon,
                const QKeySequence& keys, Needs needs, std::function<void()> run);

private:
    PageHeader* m_header;
    Rule* m_rule;
    QVBoxLayout* m_column;
    PageStack* m_states;
    StatePage* m_nothing;
    QPushButton* m_import;
    int m_above = 1; ///< where the next widget goes between header and content
    std::vector<SidePane*> m_panes;
};

} // namespace steward::widgets
