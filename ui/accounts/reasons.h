// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>
#include <QListView>

namespace steward::accounts {

/// One line of why a score is what it is.
struct Reason
{
    enum class Kind
    {
        Measure, ///< points gained and lost
        Limit,   ///< a cap that took points
        Rest,    ///< the measures that are not listed, together
        Unknown  ///< counts for nothing: what is missing is in why
    };
    Kind kind = Kind::Measure;
    QString name; ///< of the measure, or the sentence of a limit
    QString why;
    double gained = 0; ///< points of the score
    double lost = 0;
};

/// The measures that lost most, at most `most` of them, the rest as one; then limits, then what is not known. Where
/// there is no score the points are those of 100 for all that apply.
[[nodiscard]] std::vector<Reason> reasonsOf(const health::AccountScore& score, const content::Content& content,
                                            const QLocale& locale, std::size_t most);
/// "10.8", with a true minus for a loss.
[[nodiscard]] QString pointsText(double points, bool isLoss, const QLocale& locale);

class ReasonsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit ReasonsModel(QLocale locale, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    void setReasons(std::vector<Reason> reasons);
    [[nodiscard]] const Reason& at(int row) const { return m_reasons[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }

private:
    QLocale m_locale;
    std::vector<Reason> m_reasons;
};

/// As high as its rows, so that what is around it scrolls.
class ReasonsList final : public QListView
{
    Q_OBJECT
public:
    explicit ReasonsList(const QLocale& locale, QWidget* parent = nullptr);
    [[nodiscard]] ReasonsModel& reasons() { return m_model; }
    void setReasons(std::vector<Reason> reasons);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();
    ReasonsModel m_model;
};

} // namespace steward::accounts
