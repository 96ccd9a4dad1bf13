// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/timeline_tab.h"

#include "core/portfolio/contact_life.h"
#include "core/words/short_words.h"
#include "ui/style/icons.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace steward::account {

using query::TimelineKind;
using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

TimelineTab::TimelineTab(AccountPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
{
    setObjectName(QStringLiteral("account.timeline"));
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("account.timeline.search"));
    m_search->setAccessibleName(tr("Words to find in the timeline"));
    m_search->setPlaceholderText(tr("Type to find words"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(style::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.words = text;
        fill();
    });
    m_count = new ToneLabel({}, Type::Body, Tone::Muted);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(px(12), px(6), px(16), px(6));
    top->setSpacing(px(12));
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    m_list = new LinesView(QStringLiteral("account.timeline.list"), tr("Timeline"), {80, 28, 150, 150, 31, 27});
    connect(m_list, &LinesView::opened, this, &TimelineTab::opened);
    m_side = makeSide();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_side);
    middle->addWidget(m_list, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(new widgets::Rule);
    column->addLayout(middle, 1);
    setFocusProxy(m_list);
}

QWidget* TimelineTab::makeSide()
{
    auto* side = new QWidget;
    side->setMinimumWidth(px(230));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(px(16), px(12), px(12), px(12));
    column->setSpacing(px(4));
    column->addWidget(new ToneLabel(tr("Kinds"), Type::Strong));
    for (int i = 0; i < int(TimelineKind::Count); ++i) {
        const auto kind = static_cast<TimelineKind>(i);
        auto* box = new QCheckBox(nameOf(kind));
        box->setObjectName(QStringLiteral("account.timeline.kind%1").arg(i));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, [this, kind](bool isChecked) {
            if (isChecked)
                m_filter.without.erase(kind);
            else
                m_filter.without.insert(kind);
            fill();
        });
        auto* count = new ToneLabel({}, Type::Body, Tone::Muted);
        auto* row = new QHBoxLayout;
        row->addWidget(box, 1);
        row->addWidget(count);
        column->addLayout(row);
        m_kinds[kind] = box;
        m_counts[kind] = count;
    }
    column->addSpacing(px(12));
    column->addWidget(new ToneLabel(tr("With"), Type::Strong));
    m_person = new QComboBox;
    m_person->setObjectName(QStringLiteral("account.timeline.person"));
    m_person->setAccessibleName(tr("Only with this person"));
    m_person->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_person, &QComboBox::activated, this, [this](int index) {
        m_filter.contact = ContactId(m_person->itemData(index).toLongLong());
        fill();
    });
    column->addWidget(m_person);
    column->addSpacing(px(12));
    m_quiet = new ToneLabel({}, Type::Small, Tone::Muted);
    m_quiet->setWordWrap(true);
    column->addWidget(m_quiet);
    column->addStretch();
    return side;
}

void TimelineTab::fillPeople()
{
    const qint64 chosen = m_filter.contact.value();
    m_person->clear();
    m_person->addItem(tr("Everybody"), qint64(0));
    for (const query::PersonSeen& each : m_presenter.figures().people)
        m_person->addItem(each.contact->name, each.contact->id);
    const int index = m_person->findData(chosen);
    m_person->setCurrentIndex(std::max(0, index));
    if (index < 0)
        m_filter.contact = {};
}

void TimelineTab::refresh()
{
    const AccountFigures& figures = m_presenter.figures();
    std::map<TimelineKind, int> counts;
    for (const query::TimelineLine& line : figures.timeline)
        ++counts[line.kind];
    for (const auto& [kind, label] : m_counts) {
        const int count = counts.contains(kind) ? counts.at(kind) : 0;
        label->setText(m_presenter.locale().toString(count));
        m_kinds.at(kind)->setEnabled(count > 0);
    }
    fillPeople();
    const QDate spoke = lastTwoWay(*figures.facts);
    const QDate day = figures.numbers->asked.day;
    const qint64 quiet = spoke.isValid() ? spoke.daysTo(day) : 0;
    m_quiet->setText(
        !spoke.isValid() ? tr("No conversation with anybody of theirs is known.")
        : quiet > 14     ? tr("Nobody of theirs met, called or wrote since %1: %2 days.")
                           .arg(words::shortDay(spoke, day, m_presenter.locale()), m_presenter.locale().toString(quiet))
                     : QString());
    fill();
}

void TimelineTab::fill()
{
    if (m_presenter.state() != AccountPresenter::State::Ready)
        return;
    const AccountFigures& figures = m_presenter.figures();
    int shown = 0;
    std::vector<Line> lines = timelineLines(figures, m_filter, m_presenter.locale(), &shown);
    if (lines.empty()) {
        Line& line = lines.emplace_back();
        line.kind = Line::Kind::Note;
        line.text = figures.timeline.empty() ? tr("Nothing is known to have happened. N writes a note, C logs a call.")
                                             : tr("Nothing matches. Clear the words or tick more kinds.");
    }
    m_list->show(std::move(lines));
    const QLocale& locale = m_presenter.locale();
    m_count->setText(tr("%1 of %2").arg(locale.toString(shown), locale.toString(figures.timeline.size())));
}

void TimelineTab::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

/// Kinds and people go before the words get too narrow.
void TimelineTab::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_side->setVisible(width() >= px(760));
    m_list->setColumns(width() >= px(700) ? LineColumns{80, 28, 150, 150, 31, 27}
                                          : LineColumns{80, 28, 110, 90, 31, 27});
}

} // namespace steward::account
