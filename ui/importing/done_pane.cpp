// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/done_pane.h"

#include "ui/importing/delegates.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QHeaderView>

namespace steward::importing {

using style::px;
using style::Tone;
using style::Type;

namespace {

/// A quiet block that stands out from the page: an offer.
class Offer final : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style::Theme::of(palette())[Tone::AccentTint]);
        painter.drawRoundedRect(rect(), 4, 4);
    }
};

} // namespace

DonePane::DonePane(ImportPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_title(new widgets::ToneLabel({}, Type::Title2))
    , m_text(new widgets::ToneLabel({}, Type::Body, Tone::Muted))
    , m_totals(new PlainTable(presenter.totals(), QStringLiteral("import.result"), tr("The book before and after")))
    , m_notesTitle(new widgets::ToneLabel({}, Type::Strong))
    , m_notes(plainList(presenter.notes(), QStringLiteral("import.notes"), tr("What is worth a look")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(px(16), px(12), px(16), px(8));
    head->setSpacing(px(4));
    m_text->setWordWrap(true);
    head->addWidget(m_title);
    head->addWidget(m_text);
    m_offer = makeOffer();
    head->addWidget(m_offer);
    column->addLayout(head);
    m_totals->setItemDelegate(new widgets::RowDelegate(this));
    m_totals->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_totals->setColumnWidth(TotalsModel::What, px(180));
    for (const int each : {TotalsModel::Before, TotalsModel::After, TotalsModel::InFiles})
        m_totals->setColumnWidth(each, px(130));
    auto* lists = new QVBoxLayout;
    lists->setContentsMargins(px(8), 0, px(8), 0); // the rows have as much again
    lists->setSpacing(0);
    lists->addWidget(m_totals);
    m_notesTitle->setContentsMargins(px(8), px(12), px(8), px(4));
    lists->addWidget(m_notesTitle);
    m_notes->setItemDelegate(
        new TwoLineDelegate({QStringLiteral("triangle-alert"), -1, NotesModel::WhereRole, -1, false, true}, this));
    m_notes->setUniformItemSizes(false);
    m_notes->setResizeMode(QListView::Adjust);
    m_notes->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    lists->addWidget(m_notes, 1);
    column->addLayout(lists, 1);
    column->addWidget(makeFooter());
}

QWidget* DonePane::makeOffer()
{
    auto* offer = new Offer;
    auto* row = new QHBoxLayout(offer);
    row->setContentsMargins(px(12), px(8), px(8), px(8));
    m_offerText = new widgets::ToneLabel({}, Type::Body);
    m_offerText->setWordWrap(true);
    m_lookBack = plainButton({}, QStringLiteral("import.lookback"), true);
    row->addWidget(m_offerText, 1);
    row->addWidget(m_lookBack);
    connect(m_lookBack, &QPushButton::clicked, this, [this] {
        if (const auto day = m_presenter.dayToLookBackTo())
            Q_EMIT lookBackRequested(*day);
    });
    return offer;
}

QWidget* DonePane::makeFooter()
{
    auto* footer = new Footer;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(px(16), px(8), px(16), px(8));
    row->setSpacing(px(8));
    m_undo = plainButton(tr("Undo"), QStringLiteral("import.undo"));
    auto* more = plainButton(tr("Import more..."), QStringLiteral("import.again"));
    m_unread = plainButton({}, QStringLiteral("import.result.unread"));
    m_gaps = plainButton(tr("Fill the gaps"), QStringLiteral("import.gaps"));
    m_accounts = plainButton(tr("See the accounts"), QStringLiteral("import.accounts"), true);
    m_keep = plainButton(tr("Save as a routine..."), QStringLiteral("import.routine.save"));
    m_keep->setToolTip(tr("The same files are read the same way with Ctrl+Shift+I"));
    auto* back = new widgets::FlowLayout;
    for (QPushButton* button : {m_undo, more, m_keep})
        back->addWidget(button);
    auto* on = new widgets::FlowLayout(Qt::AlignRight);
    for (QPushButton* button : {m_unread, m_gaps, m_accounts})
        on->addWidget(button);
    row->addLayout(back);
    row->addStretch();
    row->addLayout(on);
    connect(m_undo, &QPushButton::clicked, this,
            [this] { m_presenter.isUndone() ? m_presenter.book().redo() : m_presenter.book().undo(); });
    connect(more, &QPushButton::clicked, this, &DonePane::moreRequested);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        askName(*m_keep, QStringLiteral("import.routine.name"), tr("Name of the routine"),
                tr("Name of the routine, then Enter"), [this](const QString& name) { m_presenter.saveRoutine(name); });
    });
    connect(m_unread, &QPushButton::clicked, this, &DonePane::unreadRequested);
    connect(m_gaps, &QPushButton::clicked, this, &DonePane::gapsRequested);
    connect(m_accounts, &QPushButton::clicked, this, &DonePane::accountsRequested);
    return footer;
}

void DonePane::show()
{
    const auto* preview = m_presenter.preview();
    if (m_presenter.state() != ImportPresenter::State::Done || !preview)
        return;
    const QLocale& locale = m_presenter.locale();
    const auto counts = preview->counts();
    const auto number = [&](qint64 value) { return locale.toString(value); };
    const bool isUndone = m_presenter.isUndone();
    const qint64 files = qint64(preview->taken());
    m_title->setText(isUndone     ? tr("Taken back")
                     : files == 1 ? tr("One file imported")
                                  : tr("%1 files imported").arg(number(files)));
    QStringList parts;
    if (counts.created > 0)
        parts << tr("%1 new").arg(number(counts.created));
    if (counts.updated > 0)
        parts << tr("%1 changed").arg(number(counts.updated));
    if (counts.unchanged > 0)
        parts << tr("%1 known before").arg(number(counts.unchanged));
    if (counts.rejected > 0)
        parts << tr("%1 left out").arg(number(counts.rejected));
    const auto asking = std::ranges::count_if(
        preview->files, [](const exchange::FilePreview& file) { return !file.error && file.plan.hasQuestions(); });
    const QString waiting = asking == 0   ? QString()
                            : asking == 1 ? tr("One file waits for an answer and is not in the book.")
                                          : tr("%1 files wait for an answer and are not in the book.").arg(asking);
    const QString rows = tr("%1 rows: %2.").arg(number(counts.rows), parts.join(QStringLiteral(", ")));
    m_text->setText(isUndone            ? tr("Nothing of these files is in the book.")
                    : waiting.isEmpty() ? rows
                                        : QString(rows + u' ' + waiting));
    showOffer();
    m_totals->setVisible(!isUndone);
    m_totals->setFixedHeight(
        m_totals->horizontalHeader()->height() +
        std::min(m_presenter.totals().rowCount(), 11) * m_totals->verticalHeader()->defaultSectionSize() + 2);
    const bool hasNotes = m_presenter.notes().rowCount() > 0 && !isUndone;
    m_notesTitle->setText(tr("Worth a look"));
    m_notesTitle->setVisible(hasNotes);
    m_undo->setText(isUndone ? tr("Do it again") : tr("Undo"));
    const qint64 unread = m_presenter.unread();
    m_unread->setText(unread == 1 ? tr("Save the row that could not be read...")
                                  : tr("Save the %1 rows that could not be read...").arg(number(unread)));
    m_unread->setVisible(unread > 0 && !isUndone);
    m_keep->setVisible(!isUndone);
    m_gaps->setVisible(!isUndone);
    m_accounts->setVisible(!isUndone);
}

void DonePane::showOffer()
{
    const auto day = m_presenter.dayToLookBackTo();
    m_offer->setVisible(day.has_value());
    m_accounts->setDefault(!day);
    if (!day)
        return;
    const QString written = m_presenter.locale().toString(*day, QStringLiteral("d MMMM yyyy"));
    const auto days = m_presenter.locale().toString(day->daysTo(m_presenter.book().today()));
    m_offerText->setText(
        tr("The data end on %1, %2 days ago. Looked at from today, most of it is too old to say anything.")
            .arg(written, days));
    m_lookBack->setText(tr("Look back to %1").arg(written));
}

} // namespace steward::importing
