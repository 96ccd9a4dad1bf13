// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/question_card.h"

#include "core/base/date_parser.h"
#include "core/words/date_order.h"
#include "core/words/short_words.h"
#include "ui/style/icons.h"
#include "ui/widgets/tone_label.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTimeZone>
#include <QTimer>

namespace steward::importing {

using style::px;
using style::Tone;
using style::Type;

namespace {

/// "03/04/2027 is 3 April 2027" for the first examples that are dates in this order.
QString readings(const QStringList& examples, DateOrder order, const QLocale& locale)
{
    constexpr qsizetype mostShown = 1; // more than one has no room beside the table of columns
    QStringList parts;
    for (const QString& example : examples) {
        const std::string text = example.toStdString();
        const ParsedDate date = parseDate(text, {order, DateNumbers::None});
        if (date.isValid() && parts.size() < mostShown)
            parts << QuestionCard::tr("%1 is %2")
                         .arg(example, locale.toString(date.writtenDay(), QStringLiteral("d MMMM yyyy")));
    }
    return parts.join(QStringLiteral("; "));
}

QDate dayTyped(const QString& text, const QLocale& locale)
{
    const std::string typed = text.trimmed().toStdString();
    const ParsedDate date = parseDate(typed, {words::dateOrderOf(locale), DateNumbers::None});
    return date.isValid() ? date.writtenDay() : QDate();
}

} // namespace

QuestionCard::QuestionCard(ImportPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("import.question"));
    m_layout->setContentsMargins(px(12), px(8), px(12), px(8));
    hide();
}

void QuestionCard::clear()
{
    m_first = nullptr;
    // An answer is given by one of these very widgets: they outlive its signal.
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    m_rows = new QVBoxLayout(m_content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(px(4));
    m_layout->addWidget(m_content);
}

void QuestionCard::show()
{
    clear();
    const int at = m_presenter.currentFile();
    const auto& chosen = m_presenter.chosen();
    const bool isAsked = at >= 0 && std::size_t(at) < chosen.size() && !chosen[std::size_t(at)].isLeftOut &&
                         !chosen[std::size_t(at)].asked.empty() && m_presenter.state() == ImportPresenter::State::Ready;
    if (isAsked)
        for (const exchange::Ask& ask : chosen[std::size_t(at)].asked)
            add(ask);
    m_content->show();
    setVisible(isAsked);
}

void QuestionCard::add(const exchange::Ask& ask)
{
    if (ask.code == Code("import.ask.date_order") || ask.code == Code("import.ask.mixed_dates"))
        askDateOrder(ask);
    else if (ask.code == Code("import.ask.decimal_sign"))
        askDecimal(ask);
    else if (ask.code == Code("import.ask.kind"))
        askKind();
    else if (ask.code == Code("import.ask.other_kind"))
        askOtherKind(ask);
    else if (ask.code == Code("import.ask.date"))
        askDay();
    else if (ask.code == Code("import.ask.account"))
        askColumn(tr("Which column names the account?"),
                  tr("Choose \u201caccount\u201d as the field of that column below, or leave the file out."));
    else if (ask.code == Code("import.ask.date_numbers"))
        askColumn(tr("What do the numbers in %1 count?").arg(ask.column),
                  tr("They are no dates (%1). Choose \u201cnot imported\u201d for that column below, or export it as "
                     "dates.")
                      .arg(ask.examples.mid(0, 2).join(QStringLiteral(", "))));
    else if (ask.code == Code("import.ask.few_dates") || ask.code == Code("import.ask.few_numbers"))
        askColumn(ask.code == Code("import.ask.few_dates") ? tr("Is %1 a date?").arg(ask.column)
                                                           : tr("Is %1 a number?").arg(ask.column),
                  tr("Most of it is none (%1). Choose its field below, and rows with something else are left out and "
                     "listed; or choose \u201cnot imported\u201d.")
                      .arg(ask.examples.mid(0, 2).join(QStringLiteral(", "))));
    else if (ask.code == Code("import.ask.few_values"))
        askColumn(
            tr("Does %1 hold the values?").arg(ask.column),
            tr("Most of it is no number (%1). Choose \u201cvalue\u201d below, and rows with something else are left "
               "out and listed.")
                .arg(ask.examples.mid(0, 2).join(QStringLiteral(", "))));
    else if (ask.code == Code("import.ask.no_values"))
        askColumn(
            tr("Where are the values?"),
            tr("Without %1 the rows have none. Choose \u201cvalue\u201d for it below, or take the column out of the "
               "file if each row is one event.")
                .arg(ask.column));
    else
        askColumn(tr("What are its columns?"), tr("No column is known by its name. Choose at least one field below."));
}

void QuestionCard::addTitle(const QString& title, const QString& text)
{
    auto* head = new widgets::ToneLabel(title, Type::Strong);
    head->setWordWrap(true);
    m_rows->addWidget(head);
    auto* more = new widgets::ToneLabel(text, Type::Small, Tone::Muted);
    more->setWordWrap(true);
    m_rows->addWidget(more);
    // In the narrowest pane there is; without it the second line is cut.
    for (QLabel* label : {static_cast<QLabel*>(head), static_cast<QLabel*>(more)})
        label->setMinimumHeight(label->heightForWidth(px(260)));
}

void QuestionCard::addChoice(const QString& text, const QString& example, const QString& name, bool isChosen,
                             std::function<void()> choose)
{
    auto* choice = new QRadioButton(text);
    choice->setObjectName(name);
    choice->setAccessibleName(example.isEmpty() ? text : QString(text + u": " + example));
    choice->setChecked(isChosen);
    connect(choice, &QRadioButton::clicked, this, [choose = std::move(choose)] { choose(); });
    m_rows->addWidget(choice);
    if (!example.isEmpty()) {
        auto* reading = new widgets::ToneLabel(example, Type::Small, Tone::Muted);
        reading->setContentsMargins(px(24), 0, 0, px(2));
        m_rows->addWidget(reading);
    }
    if (!m_first)
        m_first = choice;
}

void QuestionCard::addLeaveOut()
{
    auto* leave = new QPushButton(tr("Leave this file out"));
    leave->setObjectName(QStringLiteral("import.question.leave"));
    connect(leave, &QPushButton::clicked, this, [this] { m_presenter.setLeftOut(m_presenter.currentFile(), true); });
    m_rows->addWidget(leave, 0, Qt::AlignLeft);
    if (!m_first)
        m_first = leave;
}

void QuestionCard::askDateOrder(const exchange::Ask& ask)
{
    const bool isMixed = ask.code == Code("import.ask.mixed_dates");
    addTitle(tr("Which way round are the dates?"),
             isMixed ? tr("Column %1 has dates of several orders; those of the others are left out.").arg(ask.column)
                     : tr("Column %1 can be read in more than one way.").arg(ask.column));
    const auto given = m_presenter.chosen()[std::size_t(m_presenter.currentFile())].request.answers.dateOrder;
    const std::tuple<DateOrder, QString, QString> orders[] = {
        {DateOrder::Dmy, tr("Day first"), QStringLiteral("import.date.dmy")},
        {DateOrder::Mdy, tr("Month first"), QStringLiteral("import.date.mdy")},
        {DateOrder::Ymd, tr("Year first"), QStringLiteral("import.date.ymd")}};
    for (const auto& [order, text, name] : orders)
        if (const QString example = readings(ask.examples, order, m_presenter.locale()); !example.isEmpty())
            addChoice(text, example, name, given == order, [this, which = order] { m_presenter.setDateOrder(which); });
}

void QuestionCard::askDecimal(const exchange::Ask& ask)
{
    addTitle(
        tr("Comma or point before the decimals?"),
        tr("Column %1 can be read both ways: %2.").arg(ask.column, ask.examples.mid(0, 3).join(QStringLiteral("; "))));
    const auto given = m_presenter.chosen()[std::size_t(m_presenter.currentFile())].request.answers.decimal;
    const auto shown = [&](DecimalSign sign) {
        const std::string text = ask.examples.value(0).toStdString();
        const auto number = parseReal(text, {sign, false});
        return number.isValid()
                   ? tr("%1 is %2").arg(ask.examples.value(0), m_presenter.locale().toString(number.value, 'f', 3))
                   : QString();
    };
    addChoice(tr("Point"), shown(DecimalSign::Point), QStringLiteral("import.decimal.point"),
              given == DecimalSign::Point, [this] { m_presenter.setDecimalSign(DecimalSign::Point); });
    addChoice(tr("Comma"), shown(DecimalSign::Comma), QStringLiteral("import.decimal.comma"),
              given == DecimalSign::Comma, [this] { m_presenter.setDecimalSign(DecimalSign::Comma); });
}

void QuestionCard::askKind()
{
    addTitle(tr("What does this file hold?"), tr("Its columns fit none of the files that are known."));
    auto* kinds = new QComboBox;
    kinds->setObjectName(QStringLiteral("import.question.kind"));
    kinds->setAccessibleName(tr("What the file holds"));
    kinds->addItem(tr("Choose\u2026"));
    for (const exchange::Kind& kind : kindsToChoose())
        kinds->addItem(kindName(kind), kind.name());
    connect(kinds, &QComboBox::activated, this, [this, kinds](int at) {
        if (at > 0)
            m_presenter.setKind(exchange::kindNamed(kinds->itemData(at).toString()));
    });
    m_rows->addWidget(kinds, 0, Qt::AlignLeft);
    m_first = kinds;
    addLeaveOut();
}

void QuestionCard::askOtherKind(const exchange::Ask& ask)
{
    const exchange::Kind looks = exchange::kindNamed(ask.choices.value(0));
    const exchange::Kind said = exchange::kindNamed(ask.choices.value(1));
    addTitle(tr("Is it %1 after all?").arg(kindName(looks).toLower()),
             tr("More of its columns fit %1 than %2.").arg(kindName(looks).toLower(), kindName(said).toLower()));
    addChoice(tr("It holds %1").arg(kindName(looks).toLower()), {}, QStringLiteral("import.kind.other"), false,
              [this, looks] { m_presenter.setKind(looks); });
    addChoice(tr("It does hold %1").arg(kindName(said).toLower()), {}, QStringLiteral("import.kind.sure"), false,
              [this] { m_presenter.confirmKind(); });
}

void QuestionCard::askDay()
{
    addTitle(tr("Of which day are these numbers?"),
             tr("No column says it. Type the day, or choose \u201cday\u201d as the field of a column below."));
    auto* row = new QHBoxLayout;
    auto* day = new QLineEdit;
    day->setObjectName(QStringLiteral("import.question.day"));
    day->setAccessibleName(tr("The day of the numbers"));
    day->setPlaceholderText(words::dayText(m_presenter.book().today(), m_presenter.locale()));
    day->setMaximumWidth(px(130));
    auto* use = new QPushButton(tr("Use this day"));
    use->setObjectName(QStringLiteral("import.question.day.use"));
    const auto take = [this, day] {
        if (const QDate typed = dayTyped(day->text(), m_presenter.locale()); typed.isValid())
            m_presenter.setDay(typed);
    };
    use->setEnabled(false);
    connect(day, &QLineEdit::textChanged, use,
            [this, use](const QString& text) { use->setEnabled(dayTyped(text, m_presenter.locale()).isValid()); });
    connect(day, &QLineEdit::returnPressed, this, take);
    connect(use, &QPushButton::clicked, this, take);
    row->addWidget(day);
    row->addWidget(use);
    row->addStretch();
    m_rows->addLayout(row);
    m_first = day;
    addLeaveOut();
}

void QuestionCard::askColumn(const QString& title, const QString& text)
{
    addTitle(title, text);
    addLeaveOut();
}

void QuestionCard::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.band(style::Band::Yellow).tint);
    painter.drawRoundedRect(rect().adjusted(px(8), 0, -px(8), 0), 4, 4);
}

} // namespace steward::importing
