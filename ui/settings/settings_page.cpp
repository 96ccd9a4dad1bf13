// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "core/book/backups.h"
#include "core/words/words.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/tone_label.h"

#include <QAction>
#include <QBoxLayout>
#include <QCompleter>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTimeZone>

namespace steward::settings {

using style::px;
using style::Tone;
using style::Type;
using widgets::plainButton;
using widgets::PlainTable;
using widgets::ToneLabel;

namespace {

struct Part
{
    const char* name;    ///< widgets::Place::part
    const char* title;   ///< of its tab
    const char* command; ///< by which it is found
    const char* tip;
};
constexpr Part parts[] = {
    {"book", QT_TRANSLATE_NOOP("settings", "Book"),
     QT_TRANSLATE_NOOP("settings", "Settings: &currency and fiscal year..."),
     QT_TRANSLATE_NOOP("settings", "Currency of the book, the first month of its year, its time zone")},
    {"rates", QT_TRANSLATE_NOOP("settings", "Exchange rates"),
     QT_TRANSLATE_NOOP("settings", "Settings: exchange &rates..."),
     QT_TRANSLATE_NOOP("settings", "What one of another currency is worth, from which day on")},
    {"people", QT_TRANSLATE_NOOP("settings", "People"), QT_TRANSLATE_NOOP("settings", "Settings: our &people..."),
     QT_TRANSLATE_NOOP("settings", "Who looks after the accounts")},
    {"scorecards", QT_TRANSLATE_NOOP("settings", "Scorecards"),
     QT_TRANSLATE_NOOP("settings", "Settings: &scorecards..."),
     QT_TRANSLATE_NOOP("settings", "Weights, points and caps of the health score")},
    {"journey", QT_TRANSLATE_NOOP("settings", "Journey"),
     QT_TRANSLATE_NOOP("settings", "Settings: stages of the &journey..."),
     QT_TRANSLATE_NOOP("settings", "Stages, their goals and the days they take")},
    {"today", QT_TRANSLATE_NOOP("settings", "Today"),
     QT_TRANSLATE_NOOP("settings", "Settings: signals and free &days..."),
     QT_TRANSLATE_NOOP("settings", "When a signal fires, how many rows a day, which days are free")},
    {"computer", QT_TRANSLATE_NOOP("settings", "This computer"),
     QT_TRANSLATE_NOOP("settings", "Settings: &theme, language, backups..."),
     QT_TRANSLATE_NOOP("settings", "What belongs to this computer and not to the book")},
};

QString translated(const char* text) { return QCoreApplication::translate("settings", text); }

/// The actions of the window by their stable names: one place keeps what the theme is.
constexpr const char* themeActions[] = {"theme.system", "theme.light", "theme.dark"};

QVBoxLayout* columnOf(QWidget* page)
{
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(8));
    return column;
}

QLineEdit* field(const QString& name, const QString& spoken, const QString& hint, int width)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(spoken);
    edit->setPlaceholderText(hint);
    edit->setFixedWidth(px(width));
    return edit;
}

QComboBox* choice(const QString& name, const QString& spoken, int width)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(spoken);
    box->setMinimumWidth(px(width));
    return box;
}

QLabel* faultLabel() { return new ToneLabel({}, Type::Small, style::Band::Red); }

} // namespace

widgets::View::Face SettingsPage::ownFace()
{
    return {QStringLiteral("settings"), tr("Settings"), QStringLiteral("settings"), true, true};
}

SettingsPage::SettingsPage(OpenBook& book, const QLocale& locale, QWidget* parent)
    : View(ownFace(), parent)
    , m_presenter(book, locale)
    , m_stages(book, locale)
    , m_today(book, locale)
    , m_tabs(new widgets::TabStrip)
    , m_pages(new QStackedWidget)
    , m_scorecards(new ScorecardsPane(m_presenter))
    , m_stagesPane(new StagesPane(m_stages))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_tabs->setObjectName(QStringLiteral("settings.tabs"));
    m_tabs->setAccessibleName(tr("Parts of the settings"));
    for (const Part& part : parts) {
        m_tabs->addTab(translated(part.title));
        const QString name = QString::fromLatin1(part.name);
        addCommand({QString(QStringLiteral("settings.") + name),
                    translated(part.command),
                    translated(part.tip),
                    {},
                    {},
                    widgets::Needs::Book,
                    widgets::MenuId::Own,
                    true,
                    [this, name] {
                        Q_EMIT goRequested({face().name, 0, name});
                    }});
    }
    for (QWidget* page :
         {makeBook(), makeRates(), makePeople(), static_cast<QWidget*>(m_scorecards),
          static_cast<QWidget*>(m_stagesPane), static_cast<QWidget*>(new TodayPane(m_today)), makeComputer()})
        m_pages->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new widgets::PageHeader(tr("Settings")));
    auto* strip = new QHBoxLayout;
    strip->setContentsMargins(px(8), 0, px(8), 0);
    strip->addWidget(m_tabs);
    strip->addStretch();
    column->addLayout(strip);
    column->addWidget(new widgets::Rule);
    column->addWidget(m_pages, 1);
    setFocusProxy(m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::tabBarClicked, this, &View::moved);
    connect(&m_presenter, &SettingsPresenter::changed, this, &SettingsPage::show);
    connect(&m_presenter, &SettingsPresenter::draftChanged, this,
            [this] { m_tabs->setChanged(3, m_presenter.draft().changes() > 0); });
    connect(&m_presenter, &SettingsPresenter::said, this, &View::said);
    connect(&m_stages, &StagesPresenter::draftChanged, this, [this] { m_tabs->setChanged(4, m_stages.isChanged()); });
    connect(&m_stages, &StagesPresenter::said, this, &View::said);
    connect(&m_today, &TodaySettings::said, this, &View::said);
    show();
}

QWidget* SettingsPage::makeBook()
{
    auto* page = new QWidget;
    auto* column = columnOf(page);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(px(16));
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setVerticalSpacing(px(8));
    form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_currency = choice(QStringLiteral("settings.currency"), tr("Currency of the book"), 160);
    m_currency->setEditable(true);
    m_currency->setInsertPolicy(QComboBox::NoInsert);
    m_currency->lineEdit()->setAccessibleName(m_currency->accessibleName());
    for (const char* code : {"EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD", "AUD", "JPY", "INR"})
        m_currency->addItem(QString::fromLatin1(code));
    m_currencyNote = new ToneLabel({}, Type::Small, Tone::Muted);
    m_month = choice(QStringLiteral("settings.month"), tr("First month of the fiscal year"), 160);
    for (int month = 1; month <= 12; ++month)
        m_month->addItem(m_presenter.locale().standaloneMonthName(month), month);
    m_zone = choice(QStringLiteral("settings.zone"), tr("Time zone of the book"), 260);
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->lineEdit()->setAccessibleName(m_zone->accessibleName());
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    form->addRow(tr("&Currency"), m_currency);
    form->addRow(QString(), m_currencyNote);
    form->addRow(tr("&Fiscal year begins in"), m_month);
    form->addRow(tr("Time &zone"), m_zone);
    column->addLayout(form);
    auto* note =
        new ToneLabel(tr("They belong to the book: everybody who opens it sees the same sums and days. Each change can "
                         "be undone."),
                      Type::Small, Tone::Muted);
    note->setWordWrap(true);
    column->addWidget(note);
    column->addStretch();
    connect(m_currency, &QComboBox::activated, this, &SettingsPage::setCurrency);
    // The box tells of what it lists only.
    connect(m_currency->lineEdit(), &QLineEdit::returnPressed, this, [this] {
        if (m_currency->findText(m_currency->currentText()) < 0)
            setCurrency();
    });
    connect(m_month, &QComboBox::activated, this,
            [this](int at) { m_presenter.set(QStringLiteral("fiscal_year_start"), QString::number(at + 1)); });
    connect(m_zone, &QComboBox::activated, this, [this] {
        if (QTimeZone::isTimeZoneIdAvailable(m_zone->currentText().toUtf8()))
            m_presenter.set(QStringLiteral("time_zone"), m_zone->currentText());
    });
    m_editing.insert(m_editing.end(), {m_currency, m_month, m_zone});
    return page;
}

QWidget* SettingsPage::makeRates()
{
    auto* page = new QWidget;
    auto* column = columnOf(page);
    m_missing = new ToneLabel({}, Type::Body, style::Band::Yellow);
    column->addWidget(m_missing);
    auto* row = new QHBoxLayout;
    auto* code = field(QStringLiteral("settings.rate.currency"), tr("Currency"), tr("USD"), 80);
    auto* day = field(QStringLiteral("settings.rate.day"), tr("From this day on"), tr("from day"), 120);
    auto* rate = field(QStringLiteral("settings.rate.rate"), tr("One is worth"), tr("0.92"), 100);
    auto* add = plainButton(tr("Add rate"), QStringLiteral("settings.rate.add"));
    m_rateFault = faultLabel();
    for (QWidget* each : {static_cast<QWidget*>(code), static_cast<QWidget*>(day), static_cast<QWidget*>(rate),
                          static_cast<QWidget*>(add)}) {
        row->addWidget(each);
        m_editing.push_back(each);
    }
    row->addWidget(m_rateFault, 1);
    column->addLayout(row);
    auto* table = new PlainTable(m_presenter.rates(), QStringLiteral("settings.rates"), tr("Exchange rates"));
    table->setItemDelegate(new widgets::RowDelegate(this));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->horizontalHeader()->setStretchLastSection(false);
    widgets::setColumn(*table, RatesModel::Code, 110);
    widgets::setColumn(*table, RatesModel::Day, 140);
    widgets::setColumn(*table, RatesModel::Rate, 150);
    column->addWidget(table, 1);
    const auto take = [this, code, day, rate] {
        const QString wrong = m_presenter.addRate(code->text(), day->text(), rate->text());
        m_rateFault->setText(wrong);
        if (!wrong.isEmpty())
            return;
        for (QLineEdit* each : {code, day, rate})
            each->clear();
        code->setFocus();
    };
    connect(add, &QPushButton::clicked, this, take);
    connect(rate, &QLineEdit::returnPressed, this, take);
    return page;
}

QWidget* SettingsPage::makePeople()
{
    auto* page = new QWidget;
    auto* column = columnOf(page);
    auto* row = new QHBoxLayout;
    auto* name = field(QStringLiteral("settings.person.name"), tr("Name"), tr("Name"), 180);
    auto* mail = field(QStringLiteral("settings.person.mail"), tr("E-mail"), tr("E-mail"), 220);
    auto* add = plainButton(tr("Add person"), QStringLiteral("settings.person.add"));
    m_personFault = faultLabel();
    for (QWidget* each : {static_cast<QWidget*>(name), static_cast<QWidget*>(mail), static_cast<QWidget*>(add)}) {
        row->addWidget(each);
        m_editing.push_back(each);
    }
    row->addWidget(m_personFault, 1);
    column->addLayout(row);
    auto* table = new PlainTable(m_presenter.people(), QStringLiteral("settings.people"), tr("Our people"));
    table->setItemDelegate(new widgets::RowDelegate(this));
    table->horizontalHeader()->setStretchLastSection(false);
    widgets::setColumn(*table, PeopleModel::Name, 220);
    widgets::setColumn(*table, PeopleModel::Mail, 260);
    widgets::setColumn(*table, PeopleModel::Accounts, 90);
    connect(table, &PlainTable::enterPressed, table, [table](const QModelIndex& index) {
        if (index.flags() & Qt::ItemIsEditable)
            table->edit(index);
    });
    column->addWidget(table, 1);
    const auto take = [this, name, mail] {
        const QString wrong = m_presenter.addPerson(name->text(), mail->text());
        m_personFault->setText(wrong);
        if (!wrong.isEmpty())
            return;
        name->clear();
        mail->clear();
        name->setFocus();
    };
    connect(add, &QPushButton::clicked, this, take);
    connect(mail, &QLineEdit::returnPressed, this, take);
    return page;
}

QWidget* SettingsPage::makeComputer()
{
    auto* page = new QWidget;
    auto* column = columnOf(page);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(px(16));
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setVerticalSpacing(px(8));
    m_theme = choice(QStringLiteral("settings.theme"), tr("Light or dark"), 200);
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_language = choice(QStringLiteral("settings.language"), tr("Language of the texts"), 200);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Language"), m_language);
    auto* note = new ToneLabel(
        tr("Another language is used from the next start of Steward. Dates and numbers follow the system."),
        Type::Small, Tone::Muted);
    note->setWordWrap(true);
    form->addRow(QString(), note);
    column->addLayout(form);
    column->addSpacing(px(8));
    column->addWidget(new ToneLabel(tr("Backups"), Type::Strong));
    m_backups = new ToneLabel({}, Type::Body, Tone::Muted);
    m_backups->setWordWrap(true);
    column->addWidget(m_backups);
    auto* now = plainButton(tr("Save a copy of the book..."), QStringLiteral("settings.backup"));
    column->addWidget(now, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_theme, &QComboBox::activated, this, [this](int at) {
        if (auto* action = window()->findChild<QAction*>(QString::fromLatin1(themeActions[at])))
            action->trigger();
    });
    connect(m_language, &QComboBox::activated, this, [this](int at) {
        if (auto* action = window()->findChild<QAction*>(m_language->itemData(at).toString()))
            action->trigger();
    });
    connect(now, &QPushButton::clicked, this, &SettingsPage::backUp);
    return page;
}

void SettingsPage::showTheme()
{
    for (int i = 0; i < 3; ++i)
        if (const auto* action = window()->findChild<QAction*>(QString::fromLatin1(themeActions[i]));
            action && action->isChecked())
            m_theme->setCurrentIndex(i);
}

/// One action of the window for each.
void SettingsPage::showLanguage()
{
    const QRegularExpression names(QStringLiteral("^language\\."));
    m_language->clear();
    for (const QAction* action : window()->findChildren<QAction*>(names)) {
        const bool isSystem = action->objectName() == QStringLiteral("language.system");
        m_language->insertItem(isSystem ? 0 : m_language->count(), isSystem ? tr("As the system") : action->text(),
                               action->objectName());
        if (action->isChecked())
            m_language->setCurrentText(isSystem ? tr("As the system") : action->text());
    }
}

void SettingsPage::setCurrency()
{
    const QString typed = m_currency->currentText().trimmed();
    if (Currency::fromCode(typed)) {
        m_presenter.set(QStringLiteral("currency"), typed.toUpper());
        return;
    }
    Q_EMIT said(tr("%1 is no currency; write its three letters, as in EUR.").arg(typed));
    show();
}

void SettingsPage::show()
{
    const BookSettings settings = m_presenter.settings();
    const bool isEditable = m_presenter.book().isEditable();
    m_currency->setCurrentText(settings.currency);
    m_currencyNote->setText(m_presenter.currencyNote());
    m_month->setCurrentIndex(settings.fiscalYearStart > 0 ? settings.fiscalYearStart - 1 : 0);
    m_zone->setCurrentText(settings.timeZone.isEmpty() ? QStringLiteral("UTC") : settings.timeZone);
    m_missing->setText(m_presenter.missingRates());
    m_missing->setVisible(!m_missing->text().isEmpty());
    for (QWidget* each : m_editing)
        each->setEnabled(isEditable);
    m_tabs->setCount(1,
                     m_presenter.rates().rowCount() > 0 ? QString::number(m_presenter.rates().rowCount()) : QString());
    m_tabs->setCount(2, m_presenter.people().rowCount() > 0 ? QString::number(m_presenter.people().rowCount())
                                                            : QString());
    const QString path = m_presenter.book().path();
    if (path.isEmpty())
        return;
    const QString folder = QFileInfo(book::backupPath(path, Instant())).path();
    const auto newest = book::newestBackupTime(path);
    const QLocale& locale = m_presenter.locale();
    m_backups->setText(
        newest
            ? tr("Steward makes one by itself after half an hour of changes and keeps it in %1. The newest is of %2.")
                  .arg(folder, locale.toString(QDateTime::fromMSecsSinceEpoch(newest->ms), QLocale::ShortFormat))
            : tr("Steward makes one by itself after half an hour of changes and keeps it in %1. There is none yet.")
                  .arg(folder));
}

void SettingsPage::backUp()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save a copy of the book"),
                                     tr("%1 copy.steward").arg(QFileInfo(m_presenter.book().path()).completeBaseName()),
                                     tr("Steward book (*.steward)"));
    if (path.isEmpty())
        return;
    m_presenter.book().workOnBook(
        {Code("work.copy"), {QFileInfo(path).fileName()}},
        [path](Workspace& workspace, const Progress& progress) { return workspace.book().backup(path, progress); },
        this,
        [this, path](const Status& done) {
            Q_EMIT said(done ? tr("A complete copy is in %1").arg(path)
                             : words::render(done.error(), m_presenter.locale()));
        });
}

void SettingsPage::come(const widgets::Place& place)
{
    const auto part =
        std::ranges::find(parts, place.part, [](const Part& each) { return QString::fromLatin1(each.name); });
    if (part != std::end(parts))
        m_tabs->setCurrentIndex(static_cast<int>(part - std::begin(parts)));
    showTheme();
    showLanguage();
    fillZones();
}

/// When somebody comes to look: reading them takes as long as the rest of the window.
void SettingsPage::fillZones()
{
    if (m_zone->count() > 0)
        return;
    const QString chosen = m_zone->currentText();
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(id));
    m_zone->setCurrentText(chosen);
}

widgets::Place SettingsPage::place() const
{
    return {face().name, 0, QString::fromLatin1(parts[std::size_t(std::max(0, m_tabs->currentIndex()))].name)};
}

} // namespace steward::settings
