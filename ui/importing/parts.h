// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"
#include "ui/widgets/plain_views.h"

#include <array>
#include <functional>

/// Small pieces that several panes of the import are made of.
namespace steward::importing {

using widgets::Footer;
using widgets::linkButton;
using widgets::plainButton;
using widgets::plainList;
using widgets::PlainTable;

/// The steps of an import with the one that stands out.
class Steps final : public QWidget
{
    Q_OBJECT
public:
    explicit Steps(QWidget* parent = nullptr);
    void setStep(int step); ///< from 0
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] static QStringList names();
    int m_step = 0;
};

/// How many rows come out how, as lengths of one bar.
class ShareBar final : public QWidget
{
    Q_OBJECT
public:
    enum Part
    {
        Create,
        Update,
        Unchanged,
        NotFound,
        Unread,
        Count
    };
    explicit ShareBar(QWidget* parent = nullptr);
    void setCounts(const std::array<qint64, Count>& counts);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<qint64, Count> m_counts{};
};

/// Asks for a name below a button; take is called with it at Enter.
void askName(QWidget& below, const QString& objectName, const QString& spoken, const QString& hint,
             std::function<void(const QString& name)> take);

} // namespace steward::importing
