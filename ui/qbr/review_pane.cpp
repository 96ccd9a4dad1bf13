// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/review_pane.h"

#include "core/words/short_words.h"
#include "ui/qbr/reviews_model.h"
#include "ui/qbr/summary_lines.h"
#include "ui/style/type.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QFileInfo>
#include <QFormLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

namespace steward::reviews {

using account::Line;
using style::px;
using style::Tone;
using style::Type;
using widgets::Shade;
using widgets::ToneLabel;

namespace {

/// In place of a gap's id: what is done after the meeting.
QString afterwards() { return QStringLiteral("after"); }

} // namespace

Meter::Meter(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(px(10));
    setObjectName(QStringLiteral("reviews.meter"));
}

void Meter::setPercent(int percent)
{
    m_percent = percent;
    update();
}

void Meter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintMeter(painter, rect(), m_percent, style::Theme::of(palette()));
}

ExportFields::ExportFields(ReviewsPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_copy(new QComboBox)
    , m_form(new QComboBox)
    , m_look(new QComboBox)
{
    m_copy->addItem(tr("Customer copy"), int(print::Copy::Customer));
    m_copy->addItem(tr("Presenter copy, with notes"), int(print::Copy::Presenter));
    m_copy->addItem(tr("Internal page, ours alone"), int(print::Copy::Internal));
    m_form->addItem(tr("PowerPoint (.pptx)"), int(print::Form::Pptx));
    m_form->addItem(tr("PDF"), int(print::Form::Pdf));
    m_form->addItem(tr("Web page (.html)"), int(print::Form::Html));
    m_form->addItem(tr("Text (.md)"), int(print::Form::Markdown));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(px(6));
    const std::tuple<QComboBox*, const char*, QString> fields[] = {
        {m_copy, "reviews.copy", tr("For")}, {m_form, "reviews.form", tr("As")}, {m_look, "reviews.look", tr("Look")}};
    for (const auto& [box, name, label] : fields) {
        box->setObjectName(QString::fromLatin1(name));
        box->setAccessibleName(label);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        form->addRow(new ToneLabel(label, Type::Small, Tone::Muted), box);
    }
    m_look->setToolTip(tr("A .pptx or .potx whose master, fonts and colours the slides take"));
    connect(m_copy, &QComboBox::activated, this, [this] {
        ExportChoice choice = m_presenter.exportChoice();
        choice.copy = print::Copy(m_copy->currentData().toInt());
        m_presenter.setExportChoice(choice);
    });
    connect(m_form, &QComboBox::activated, this, [this] {
        ExportChoice choice = m_presenter.exportChoice();
        choice.form = print::Form(m_form->currentData().toInt());
        m_presenter.setExportChoice(choice);
    });
    connect(m_look, &QComboBox::activated, this, [this](int index) {
        if (index == m_look->count() - 1) {
            Q_EMIT templateRequested();
            refresh();
            return;
        }
        ExportChoice choice = m_presenter.exportChoice();
        choice.look = m_look->currentData().toString();
        m_presenter.setExportChoice(choice);
    });
    connect(&m_presenter, &ReviewsPresenter::exportChanged, this, &ExportFields::refresh);
    refresh();
}

void ExportFields::refresh()
{
    const ExportChoice& choice = m_presenter.exportChoice();
    m_copy->setCurrentIndex(m_copy->findData(int(choice.copy)));
    m_form->setCurrentIndex(m_form->findData(int(choice.form)));
    m_look->clear();
    m_look->addItem(tr("Steward's own"), QString());
    if (!choice.look.isEmpty())
        m_look->addItem(QFileInfo(choice.look).fileName(), choice.look);
    m_look->addItem(tr("Your template..."));
    m_look->setCurrentIndex(choice.look.isEmpty() ? 0 : 1);
    m_look->setEnabled(choice.form == print::Form::Pptx);
}

ReviewPane::ReviewPane(ReviewsPresenter& presenter, QWidget* parent)
    : SidePane(QStringLiteral("reviews.review"), parent)
    , m_presenter(presenter)
    , m_title(new ToneLabel({}, Type::Title2))
    , m_about(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_ready(new ToneLabel({}, Type::Strong))
    , m_summary(new ToneLabel({}, Type::Body))
    , m_meter(new Meter)
    , m_gaps(new account::LinesView(QStringLiteral("reviews.gaps"), tr("What is missing"), {0, 24, 0, 0, 30, 30}))
    , m_export(new ExportFields(presenter))
    , m_write(widgets::plainButton(tr("Write the deck..."), QStringLiteral("reviews.write")))
{
    for (ToneLabel* label : {m_title, m_about, m_ready, m_summary})
        label->setWordWrap(true);
    auto* edit = widgets::plainButton(tr("Edit the slides"), QStringLiteral("reviews.edit.open"));
    edit->setToolTip(tr("Outline, slides and facts (E)"));
    connect(edit, &QPushButton::clicked, this, &ReviewPane::editRequested);
    auto* open = widgets::linkButton(tr("Open the account"), QStringLiteral("reviews.account"));
    connect(open, &QPushButton::clicked, this, &ReviewPane::accountRequested);
    connect(m_write, &QPushButton::clicked, this, &ReviewPane::writeRequested);
    connect(m_export, &ExportFields::templateRequested, this, &ReviewPane::templateRequested);
    connect(m_gaps, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { openGap(index.row()); });
    connect(m_gaps, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) { openGap(index.row()); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16) + 1, px(12), px(12), px(16));
    column->setSpacing(px(4));
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addSpacing(px(6));
    column->addWidget(m_ready);
    column->addWidget(m_meter);
    column->addWidget(m_gaps, 1);
    column->addSpacing(px(8));
    column->addWidget(m_summary);
    column->addSpacing(px(8));
    column->addWidget(new widgets::Rule);
    column->addSpacing(px(4));
    column->addWidget(m_export);
    column->addSpacing(px(4));
    auto* buttons = new widgets::FlowLayout;
    buttons->addWidget(m_write);
    buttons->addWidget(edit);
    column->addLayout(buttons);
    column->addWidget(open, 0, Qt::AlignLeft);
    connect(&presenter, &ReviewsPresenter::packChanged, this, &ReviewPane::refresh);
    connect(&presenter, &ReviewsPresenter::exportChanged, this, &ReviewPane::refresh);
    refresh();
}

void ReviewPane::openGap(int row)
{
    if (row < 0 || row >= m_ids.size() || m_ids[row].isEmpty())
        return;
    if (m_ids[row] == afterwards())
        Q_EMIT afterRequested();
    else
        Q_EMIT gapOpened(m_ids[row]);
}

void ReviewPane::refresh()
{
    const qbr::Pack* pack = m_presenter.pack();
    m_write->setEnabled(pack && !m_presenter.isWriting());
    m_export->setEnabled(pack);
    m_ids.clear();
    std::vector<Line> lines;
    if (!pack) {
        m_title->setText(tr("Nobody is chosen"));
        m_about->clear();
        m_ready->clear();
        m_summary->clear();
        m_meter->hide();
        m_gaps->show({});
        return;
    }
    const QLocale& locale = m_presenter.locale();
    const BookNumbers& numbers = *m_presenter.shown()->numbers();
    m_title->setText(pack->accountName);
    QString about = tr("QBR %1").arg(m_presenter.quarterText(pack->quarter));
    if (pack->meeting) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(pack->meeting->ms, numbers.facts.book().zone);
        about += QString(QStringLiteral(", ") + words::dayText(at.date(), locale) + u' ' +
                         locale.toString(at.time(), QStringLiteral("HH:mm")));
    }
    m_about->setText(about);
    const AfterMeeting after(m_presenter);
    m_ready->setText(after.isHeld() ? tr("Held") : readyText(pack->readiness.percent, locale));
    m_meter->setVisible(!after.isHeld());
    m_meter->setPercent(pack->readiness.percent);
    m_meter->setAccessibleName(m_ready->text());
    if (const auto recap = after.recap())
        lines = stepsAfter(after, *recap);
    else if (!after.isHeld())
        lines = gapLines(m_presenter, m_ids);
    m_gaps->show(std::move(lines));
    const print::Wording wording = m_presenter.wording();
    QStringList sentences;
    for (const qbr::Say& each : pack->summary)
        sentences.append(wording.say(each));
    m_summary->setText(sentences.join(u' '));
}

/// What is left to do of one that was held.
std::vector<Line> ReviewPane::stepsAfter(const AfterMeeting& after, const qbr::Recap& recap)
{
    std::vector<Line> lines;
    const auto add = [&](bool isDone, bool isLate, const QString& text) {
        Line& line = lines.emplace_back();
        line.icon = isDone ? QStringLiteral("circle-check") : QStringLiteral("clock");
        line.iconShade = isLate ? Shade::Late : isDone ? Shade::Muted : Shade::Soon;
        line.text = text;
        line.isWrapped = true;
        m_ids.append(afterwards());
    };
    const AfterMeeting::Due due = after.dueOf(recap);
    add(due.isSent, due.isLate, QString(tr("Recap") + u'\n' + due.text));
    const qbr::FollowUps open = after.followUps();
    add(open.isEmpty(), false,
        QString(tr("Tasks and check-ins") + u'\n' +
                (open.isEmpty() ? tr("all are in the book") : tr("not in the book yet"))));
    return lines;
}

void ReviewPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        SidePane::keyPressEvent(event);
}

} // namespace steward::reviews
