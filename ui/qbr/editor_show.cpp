// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/editor_view.h"

#include "core/words/short_words.h"
#include "ui/qbr/after_meeting.h"
#include "ui/qbr/reviews_model.h"
#include "ui/qbr/summary_lines.h"

#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

/// What the editor shows of the deck.
namespace steward::reviews {

using account::Line;
using widgets::Shade;

namespace {

/// As much of a title as an outline needs: about two lines, cut behind a word.
QString shortTitle(const QString& title)
{
    constexpr qsizetype most = 60;
    if (title.size() <= most)
        return title;
    const qsizetype end = title.lastIndexOf(u' ', most - 1);
    QString head = title.left(end > 0 ? end : most - 1);
    while (!head.isEmpty() && QStringView(u" ;:,").contains(head.back()))
        head.chop(1);
    return QString(head + QChar(0x2026));
}

} // namespace

void EditorView::refresh()
{
    const qbr::Pack* pack = m_presenter.reviews().pack();
    if (!m_presenter.isOpen() || !pack)
        return;
    const QLocale& locale = m_presenter.reviews().locale();
    m_name->setText(pack->accountName);
    const bool isHeld = AfterMeeting(m_presenter.reviews()).isHeld();
    m_about->setText(tr("QBR %1, %2")
                         .arg(m_presenter.reviews().quarterText(pack->quarter),
                              isHeld ? tr("held") : readyText(pack->readiness.percent, locale)));
    m_refresh->setEnabled(m_presenter.reviews().book().isEditable());
    showOutline();
    m_slide->show(m_presenter.pages(), m_presenter.number());
    showWords();
    showChart();
    showGaps();
    showFactLines();
}

/// None once it was held: what was missing then is missed.
void EditorView::showGaps()
{
    const bool isHeld = AfterMeeting(m_presenter.reviews()).isHeld();
    m_gaps->show(isHeld ? std::vector<Line>() : gapLines(m_presenter.reviews(), m_gapIds));
    m_gaps->setVisible(!isHeld && !m_gapIds.isEmpty());
}

void EditorView::showChart()
{
    const auto kinds = m_presenter.chartKinds();
    const auto name = [](deck::ChartKind kind) {
        switch (kind) {
        case deck::ChartKind::Line:
            return tr("line");
        case deck::ChartKind::Columns:
            return tr("columns");
        case deck::ChartKind::Stacked:
            return tr("stacked columns");
        case deck::ChartKind::Bars:
            return tr("bars");
        case deck::ChartKind::Doughnut:
            break;
        }
        return tr("ring");
    };
    m_chart->clear();
    for (const deck::ChartKind each : kinds)
        m_chart->addItem(name(each), int(each));
    if (const auto now = m_presenter.chartKind())
        m_chart->setCurrentIndex(m_chart->findData(int(*now)));
    const bool isEditable = m_presenter.reviews().book().isEditable();
    m_chart->setEnabled(isEditable);
    m_hide->setEnabled(isEditable);
    m_chart->setVisible(!kinds.empty());
    m_chartLabel->setVisible(!kinds.empty());
    const OutlineSlide* slide = m_presenter.slide();
    m_hide->setText(slide && slide->isHidden ? tr("Show again") : tr("Hide"));
    m_hide->setToolTip(tr("Hidden slides are not in the customer's copy (H)"));
    m_hide->setVisible(slide && slide->id != u"cover");
}

void EditorView::showOutline()
{
    const QLocale& locale = m_presenter.reviews().locale();
    std::vector<Line> lines;
    m_ids.clear();
    QString part;
    int minutes = 0;
    int number = 0;
    for (const OutlineSlide& each : m_presenter.slides()) {
        if (!each.part.isEmpty() && each.part != part) {
            part = each.part;
            Line& head = lines.emplace_back();
            head.kind = Line::Kind::Head;
            head.text = part;
            m_ids.append(QString());
        }
        minutes += each.minutes;
        Line& line = lines.emplace_back();
        m_ids.append(each.id);
        line.lead = each.isHidden ? QString() : locale.toString(++number);
        line.text = shortTitle(each.title);
        line.isWrapped = true;
        line.isStruck = each.isHidden;
        QStringList marks;
        if (each.hasMoved)
            marks.append(tr("changed"));
        if (each.hasOwn && !each.isOwn)
            marks.append(tr("yours"));
        line.end = each.isHidden     ? tr("hidden")
                   : marks.isEmpty() ? (each.minutes > 0 ? tr("%1 min").arg(locale.toString(each.minutes)) : QString())
                                     : marks.front();
        line.endShade = each.hasMoved ? Shade::Soon : Shade::Muted;
        QStringList spoken{each.title, line.end};
        line.spoken = (spoken + marks).join(QStringLiteral(", "));
    }
    m_minutes->setText(tr("%1 min").arg(locale.toString(minutes)));
    m_isShowing = true;
    m_outline->show(std::move(lines));
    if (const auto row = m_ids.indexOf(m_presenter.current()); row >= 0)
        m_outline->setCurrentIndex(m_outline->lines().index(static_cast<int>(row)));
    m_isShowing = false;
}

void EditorView::showWords()
{
    const OutlineSlide* slide = m_presenter.slide();
    if (!slide)
        return;
    const QLocale& locale = m_presenter.reviews().locale();
    QString place = m_presenter.number() == 0
                        ? tr("Hidden: not in the customer's copy")
                        : tr("Slide %1").arg(locale.toString(m_presenter.number() + m_slide->page()));
    if (m_slide->pageCount() > 1)
        place += tr("; page %1 of %2 (Page Down)")
                     .arg(locale.toString(m_slide->page() + 1), locale.toString(m_slide->pageCount()));
    m_place->setText(place);
    const qbr::SlideChoice::Own own = m_presenter.ownWords();
    // What is being typed stays.
    const bool isTyping = m_shownWords == slide->id && (m_title->hasFocus() || m_text->hasFocus());
    if (!isTyping) {
        m_title->setText(own.title);
        m_text->setPlainText(own.text);
    }
    m_shownWords = slide->id;
    m_title->setPlaceholderText(own.title.isEmpty() ? slide->title : QString());
    m_check->setText(m_presenter.doubts().join(u' '));
    m_check->setVisible(!m_check->text().isEmpty());
    const bool isEditable = m_presenter.reviews().book().isEditable();
    m_title->setReadOnly(!isEditable);
    m_text->setReadOnly(!isEditable);
    const QStringList notes = m_presenter.notes();
    m_notes->setText(notes.isEmpty() ? QString()
                                     : tr("In the presenter's copy: %1").arg(notes.join(QStringLiteral(" "))));
}

void EditorView::showFactLines()
{
    const QLocale& locale = m_presenter.reviews().locale();
    std::vector<Line> lines;
    for (const SlideFact& each : m_presenter.facts()) {
        Line& line = lines.emplace_back();
        QString about;
        if (!each.before.isEmpty())
            about = tr("was %1 at the last refresh").arg(each.before);
        else if (each.dataTo.isValid())
            about = tr("data to %1").arg(words::dayText(each.dataTo, locale));
        line.text = about.isEmpty() ? each.name : QString(each.name + u'\n' + about);
        line.isWrapped = true;
        line.end = each.value;
        line.endShade = each.before.isEmpty() ? Shade::Plain : Shade::Soon;
        line.spoken = QStringList({each.name, each.value, about, each.how}).join(QStringLiteral(", "));
    }
    if (lines.empty()) {
        Line& none = lines.emplace_back();
        none.kind = Line::Kind::Note;
        none.text = tr("This slide has no figures.");
    }
    m_facts->show(std::move(lines));
    const auto moved = m_presenter.moved();
    QString day;
    if (const auto at = m_presenter.refreshedAt())
        day = words::dayText(
            QDateTime::fromMSecsSinceEpoch(at->ms, m_presenter.reviews().shown()->numbers()->facts.book().zone).date(),
            locale);
    if (!moved)
        m_moved->setText(tr("Refresh once, and from then on what changes is marked."));
    else if (*moved == 0)
        m_moved->setText(tr("Nothing has changed since your last refresh on %1.").arg(day));
    else
        m_moved->setText(
            *moved == 1
                ? tr("One figure has changed since your last refresh on %1.").arg(day)
                : tr("%1 figures have changed since your last refresh on %2.").arg(locale.toString(*moved), day));
}

} // namespace steward::reviews
