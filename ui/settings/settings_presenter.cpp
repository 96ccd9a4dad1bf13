// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_presenter.h"

#include "core/words/content_words.h"
#include "core/words/words.h"

namespace steward::settings {

namespace {

constexpr int waitMs = 150;

} // namespace

SettingsPresenter::SettingsPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_rates(m_locale)
    , m_people(m_locale)
    , m_weights(tr("Measure"), tr("Weight"))
    , m_caps(tr("Cap"), tr("Not above"))
    , m_effectModel(m_locale)
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(waitMs);
    connect(&m_waiting, &QTimer::timeout, this, &SettingsPresenter::workOut);
    connect(&book, &OpenBook::numbersChanged, this, &SettingsPresenter::takeNumbers);
    connect(&book, &OpenBook::stateChanged, this, &SettingsPresenter::takeNumbers);
    connect(&m_people, &PeopleModel::changeRequested, this, [this](qint64 id, int column, const QString& text) {
        if (text.isEmpty() && column == PeopleModel::Name)
            return;
        m_book.edit({Code("edit.person"), {text}}, [id, column, text](book::Edit& edit) -> Status {
            return edit.change<Person>(
                id, [&](Person& person) { (column == PeopleModel::Name ? person.name : person.email) = text; });
        });
    });
    connect(&m_weights, &DraftModel::changeRequested, this, [this](const QString& measure, int weight) {
        m_draft.setWeight(m_scorecard, measure, weight);
        showDraft();
    });
    connect(&m_caps, &DraftModel::changeRequested, this, [this](const QString& cap, int notAbove) {
        m_draft.setCap(cap, notAbove);
        showDraft();
    });
    connect(&m_points, &PointsModel::pointRequested, this, &SettingsPresenter::setPoint);
    connect(&m_points, &PointsModel::stateRequested, this, [this](const QString& state, int points) {
        m_draft.setState(m_measure, state, points);
        showDraft();
    });
    takeNumbers();
}

void SettingsPresenter::takeNumbers()
{
    const Numbers& numbers = m_book.numbers();
    m_rates.set(numbers);
    m_people.setEditable(m_book.isEditable());
    takeSums();
    const bool isOther = !numbers || !numbers->facts.book().definitions.isSharedWith(m_definitions);
    if (isOther) {
        m_definitions = numbers ? numbers->facts.book().definitions : Rows<Definition>();
        m_draft = numbers ? query::ScorecardDraft::of(numbers->facts.book()) : query::ScorecardDraft();
    }
    if (numbers && m_scorecard.isEmpty() && !scorecards().empty())
        m_scorecard = scorecards().front().first;
    Q_EMIT changed();
    showDraft();
}

/// Scores and trends change none of them.
void SettingsPresenter::takeSums()
{
    const Numbers numbers = m_book.numbers();
    if (!numbers) {
        m_summed.reset();
        m_sums.reset();
        m_people.set({});
        return;
    }
    const std::pair wanted(numbers->facts.generation(), numbers->asked);
    if (std::exchange(m_summed, wanted) == wanted)
        return;
    const auto sums = std::make_shared<BookSums>();
    m_book.aside(
        [numbers, sums]() -> Status {
            *sums = sumsOf(*numbers);
            return {};
        },
        this,
        [this, sums, wanted](const Status&) {
            if (m_summed != wanted)
                return;
            m_sums = std::move(*sums);
            m_people.set(m_sums->people);
            Q_EMIT changed();
        });
}

BookSettings SettingsPresenter::settings() const
{
    return m_book.numbers() ? settingsOf(m_book.numbers()->facts.book()) : BookSettings();
}

QString SettingsPresenter::currencyNote() const
{
    if (!m_sums)
        return {};
    const BookCurrency& currency = m_sums->currency;
    switch (currency.basis) {
    case BookCurrency::Basis::Setting:
        return tr("All sums are in %1.").arg(currency.currency.code());
    case BookCurrency::Basis::Only:
        return tr("Nothing is set: sums are in %1, the only currency of the book.").arg(currency.currency.code());
    case BookCurrency::Basis::Commonest:
        return tr("Nothing is set: sums are in %1, which most amounts have.").arg(currency.currency.code());
    case BookCurrency::Basis::None:
        break;
    }
    return tr("Nothing is set, and no amount has a currency yet.");
}

void SettingsPresenter::set(const QString& name, const QString& text)
{
    const Numbers numbers = m_book.numbers();
    if (!numbers || text.isEmpty())
        return;
    m_book.edit(
        {Code("edit.setting"),
         {name == u"currency"    ? tr("currency")
          : name == u"time_zone" ? tr("time zone")
                                 : tr("first month of the fiscal year")}},
        [numbers, name, text](book::Edit& edit) { return writeSetting(edit, numbers->facts.book(), name, text); });
}

QString SettingsPresenter::addRate(const QString& currency, const QString& day, const QString& rate)
{
    const Numbers numbers = m_book.numbers();
    if (!numbers)
        return {};
    const auto read = readRate(currency, day, rate, *numbers, m_locale);
    if (!read)
        return words::render(read.error(), m_locale);
    m_book.edit({Code("edit.rate"), {read->currency.code()}}, [made = *read](book::Edit& edit) mutable -> Status {
        const auto saved = edit.save(made);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    });
    return {};
}

QString SettingsPresenter::missingRates() const
{
    QStringList codes;
    for (const Currency currency : m_sums ? m_sums->withoutRate : std::vector<Currency>())
        codes << currency.code();
    return codes.isEmpty()
               ? QString()
               : tr("Sums leave out amounts in %1: no rate is known.").arg(codes.join(QStringLiteral(", ")));
}

QString SettingsPresenter::addPerson(const QString& name, const QString& email)
{
    const QString called = name.trimmed();
    if (called.isEmpty())
        return tr("A name is needed.");
    for (int row = 0; row < m_people.rowCount(); ++row)
        if (m_people.index(row, PeopleModel::Name).data().toString().compare(called, Qt::CaseInsensitive) == 0)
            return tr("%1 is there already.").arg(called);
    m_book.edit({Code("edit.person"), {called}}, [called, email](book::Edit& edit) -> Status {
        Person person;
        person.name = called;
        person.email = email.trimmed();
        const auto saved = edit.save(person);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    });
    return {};
}

QString SettingsPresenter::contentNotice() const
{
    QStringList sentences;
    if (const Numbers& numbers = m_book.numbers())
        for (const Message& each : numbers->contentNotices)
            sentences << words::render(each, m_locale);
    return sentences.join(u' ');
}

QString SettingsPresenter::inWords(const content::Text& text) const
{
    return words::ContentWords(m_book.numbers()->content, m_locale).text(text);
}

std::vector<std::pair<QString, QString>> SettingsPresenter::scorecards() const
{
    std::vector<std::pair<QString, QString>> cards;
    if (const Numbers& numbers = m_book.numbers())
        for (const content::Scorecard& card : numbers->content.scorecards.scorecards)
            cards.emplace_back(card.id, inWords(card.name));
    return cards;
}

void SettingsPresenter::chooseScorecard(const QString& scorecard)
{
    m_scorecard = scorecard;
    showLines();
    Q_EMIT draftChanged();
}

const content::Measure* SettingsPresenter::chosenMeasure() const
{
    const Numbers& numbers = m_book.numbers();
    return numbers ? content::findById(numbers->content.scorecards.measures, m_measure) : nullptr;
}

QString SettingsPresenter::measureName() const
{
    const content::Measure* measure = chosenMeasure();
    return measure ? inWords(measure->name) : QString();
}

QString SettingsPresenter::measureText() const
{
    const content::Measure* measure = chosenMeasure();
    return measure ? inWords(measure->text) : QString();
}

void SettingsPresenter::chooseMeasure(const QString& measure)
{
    if (measure.isEmpty() || measure == m_measure)
        return;
    m_measure = measure;
    m_curve = curves().value(0);
    showLines();
    Q_EMIT draftChanged();
}

void SettingsPresenter::chooseCurve(const QString& curve)
{
    m_curve = curve;
    showLines();
    Q_EMIT draftChanged();
}

void SettingsPresenter::setPoint(int at, content::Point point)
{
    if (!m_draft.setPoint(m_measure, m_curve, std::size_t(at), point))
        Q_EMIT said(tr("A point lies between its neighbours, and has 0 to 100 points."));
    else
        showDraft();
}

std::vector<int> SettingsPresenter::thresholds() const
{
    std::vector<int> all;
    if (m_book.numbers())
        for (const content::Band& band : m_book.numbers()->content.scorecards.bands)
            if (band.from > 0)
                all.push_back(band.from);
    return all;
}

void SettingsPresenter::discard()
{
    if (m_book.numbers())
        m_draft = query::ScorecardDraft::of(m_book.numbers()->facts.book());
    showDraft();
}

bool SettingsPresenter::canSave() const { return m_draft.changes() > 0 && m_isEffectGood && m_book.isEditable(); }

void SettingsPresenter::saveDraft()
{
    const Numbers numbers = m_book.numbers();
    if (!canSave() || !numbers)
        return;
    m_book.edit({Code("edit.scorecards"), {qint64(m_draft.changes())}}, [numbers, draft = m_draft](book::Edit& edit) {
        return query::saveScorecards(edit, numbers->facts.book(), draft);
    });
}

void SettingsPresenter::showLines()
{
    using Lines = std::vector<DraftModel::Line>;
    const Numbers& numbers = m_book.numbers();
    m_weights.set(numbers ? weightLines(*numbers, m_draft, m_scorecard, m_locale) : Lines(), m_book.isEditable());
    m_caps.set(numbers ? capLines(*numbers, m_draft, m_locale) : Lines(), m_book.isEditable());
    m_points.set(numbers ? pointLines(m_draft, m_measure, m_curve) : std::vector<PointsModel::Line>(),
                 m_book.isEditable());
}

void SettingsPresenter::showDraft()
{
    const Numbers& numbers = m_book.numbers();
    showLines();
    m_isEffectGood = false;
    if (!numbers || m_draft.changes() == 0) {
        m_waiting.stop();
        ++m_serial;
        m_effect = {};
        m_effectText = tr("Change a weight, points or a cap to see what it would do to the book.");
        m_effectModel.set(m_effect, numbers);
    } else if (const auto good = m_draft.content(); !good) {
        ++m_serial;
        m_effectText = words::render(good.error(), m_locale);
    } else {
        m_waiting.start();
    }
    Q_EMIT draftChanged();
}

void SettingsPresenter::workOut()
{
    const Numbers numbers = m_book.numbers();
    if (!numbers)
        return;
    const qint64 serial = ++m_serial;
    auto effect = std::make_shared<query::DraftEffect>();
    m_book.aside(
        [numbers, draft = m_draft, effect]() -> Status {
            auto made = query::effectOf(draft, numbers->everything, numbers->lines, numbers->asked.day,
                                        numbers->asked.past.value_or(LookBack::AsItHappened));
            if (!made)
                return tl::unexpected(made.error());
            *effect = std::move(*made);
            return {};
        },
        this,
        [this, serial, effect, numbers](const Status& done) {
            if (serial != m_serial)
                return;
            m_isEffectGood = done.has_value();
            m_effect = std::move(*effect);
            m_effectModel.set(m_effect, numbers);
            const auto bands = qint64(m_effect.changes.size());
            const QString moved = m_effect.moved == 1 ? tr("one score moves")
                                                      : tr("%1 scores move").arg(m_locale.toString(m_effect.moved));
            m_effectText = !done        ? words::render(done.error(), m_locale)
                           : bands == 0 ? tr("No account changes its band; %1.").arg(moved)
                           : bands == 1 ? tr("1 account changes its band; %1.").arg(moved)
                                        : tr("%1 accounts change their band; %2.").arg(m_locale.toString(bands), moved);
            Q_EMIT draftChanged();
        });
}

} // namespace steward::settings
