// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/import_presenter.h"

#include "core/book/holder.h"
#include "core/exchange/profile_of.h"
#include "core/words/words.h"

#include <QDir>
#include <QFileInfo>
#include <QThreadPool>

namespace steward::importing {

namespace {

constexpr int settleMs = 400;
/// A preview of a million rows takes a while to free: not on the thread that paints.
Preview shared(std::shared_ptr<exchange::FilesPreview> made)
{
    auto* keeper = new std::shared_ptr<exchange::FilesPreview>(std::move(made));
    return {keeper->get(), [keeper](const exchange::FilesPreview*) {
                QThreadPool::globalInstance()->start([keeper] { delete keeper; });
            }};
}

/// Files as they are, folders as the tables in them.
QStringList expanded(const QStringList& paths)
{
    static const QStringList tables{QStringLiteral("*.csv"), QStringLiteral("*.tsv"), QStringLiteral("*.txt")};
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            files << path;
            continue;
        }
        const QDir folder(path);
        for (const QString& name : folder.entryList(tables, QDir::Files, QDir::Name))
            files << folder.filePath(name);
    }
    return files;
}

} // namespace

ImportPresenter::ImportPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
    , m_files(m_locale)
    , m_columns(m_locale)
    , m_rows(m_locale)
    , m_matches(m_locale)
    , m_totals(m_locale)
    , m_notes(m_locale)
    , m_bookPath(book.path())
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settleMs);
    connect(&m_settling, &QTimer::timeout, this, &ImportPresenter::check);
    connect(&m_columns, &ColumnsModel::mapRequested, this, &ImportPresenter::map);
    connect(&book, &OpenBook::stateChanged, this, &ImportPresenter::followBook);
    connect(&book, &OpenBook::numbersChanged, this, [this] {
        if (m_state == State::Empty)
            Q_EMIT stateChanged(); // the book may have routines
    });
    connect(&book.jobs(), &Jobs::changed, this, &ImportPresenter::showProgress);
    connect(&book, &OpenBook::edited, this, [this](const Message&, OpenBook::Step step) {
        if (m_state == State::Done) {
            m_isUndone = step == OpenBook::Step::Undone ? true : step == OpenBook::Step::Redone ? false : m_isUndone;
            Q_EMIT stateChanged();
        } else if (m_state == State::Ready) {
            check(); // what the files would do depends on the book
        }
    });
}

ImportPresenter::~ImportPresenter() = default;

void ImportPresenter::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

/// Another book: what was said about files stays with the old one.
void ImportPresenter::followBook()
{
    if (m_book.path() == m_bookPath) {
        Q_EMIT stateChanged();
        return;
    }
    m_bookPath = m_book.path();
    startAgain();
}

void ImportPresenter::showProgress()
{
    const auto& running = m_book.jobs().running();
    const auto job = std::ranges::find(running, m_job, &Jobs::Job::id);
    const int percent =
        job == running.end() || job->total <= 0 ? -1 : static_cast<int>(100.0 * double(job->done) / double(job->total));
    if (percent == m_percent)
        return;
    m_percent = percent;
    Q_EMIT progressed();
}

const exchange::FilePreview* ImportPresenter::current() const { return m_files.previewOf(m_current); }

ChosenFile* ImportPresenter::currentChosen()
{
    return m_current >= 0 && std::size_t(m_current) < m_chosen.size() ? &m_chosen[std::size_t(m_current)] : nullptr;
}

void ImportPresenter::add(const QStringList& paths)
{
    if (m_state == State::Applying)
        return;
    if (m_state == State::Done)
        startAgain();
    const QStringList files = expanded(paths);
    for (const QString& path : files) {
        std::erase_if(m_chosen, [&](const ChosenFile& file) { return file.request.path == path; });
        ChosenFile file;
        file.request.path = path;
        file.request.hints.fileName = QFileInfo(path).fileName();
        file.request.actor = book::thisProcess({}, {}).user;
        m_chosen.push_back(std::move(file));
    }
    if (m_chosen.empty()) {
        m_problem = tr("There is no table in that folder; choose the CSV files themselves.");
        Q_EMIT stateChanged();
        return;
    }
    if (!currentChosen())
        m_current = 0;
    check();
}

std::vector<exchange::Routine> ImportPresenter::routines() const
{
    const Numbers& numbers = m_book.numbers();
    return numbers ? exchange::routinesOf(numbers->facts.book().definitions) : std::vector<exchange::Routine>();
}

void ImportPresenter::again(const exchange::Routine& routine)
{
    if (m_state == State::Applying)
        return;
    startAgain();
    QStringList gone;
    for (const exchange::Routine::File& each : routine.files) {
        if (!QFileInfo::exists(each.path)) {
            gone << QFileInfo(each.path).fileName();
            continue;
        }
        ChosenFile file;
        file.request.path = each.path;
        file.request.hints = each.hints;
        file.request.answers = each.answers;
        file.request.actor = book::thisProcess({}, {}).user;
        m_chosen.push_back(std::move(file));
    }
    if (!gone.isEmpty())
        Q_EMIT said(tr("Not there any more: %1").arg(gone.join(QStringLiteral(", "))));
    m_current = m_chosen.empty() ? -1 : 0;
    if (!m_chosen.empty())
        check();
}

void ImportPresenter::saveRoutine(const QString& name)
{
    const Numbers numbers = m_book.numbers();
    exchange::Routine routine{name.trimmed(), {}};
    for (const ChosenFile& file : m_chosen)
        if (!file.isLeftOut)
            routine.files.push_back({file.request.path, file.request.hints, file.request.answers});
    if (routine.name.isEmpty() || routine.files.empty() || !numbers)
        return;
    m_book.edit({Code("edit.import-routine"), {routine.name}}, [numbers, routine](book::Edit& edit) {
        return exchange::saveRoutine(edit, numbers->facts.book().definitions, routine);
    });
}

std::vector<exchange::ImportRequest> ImportPresenter::requests()
{
    std::vector<exchange::ImportRequest> all;
    for (ChosenFile& file : m_chosen) {
        file.previewIndex = -1;
        if (file.isLeftOut)
            continue;
        file.previewIndex = static_cast<int>(all.size());
        exchange::ImportRequest request = file.request;
        request.today = m_book.today();
        for (auto it = m_decisions.begin(); it != m_decisions.end(); ++it) {
            if (it->kind == Decision::Kind::Same)
                request.links.emplace_back(it.key(), it->account);
            else if (it->kind == Decision::Kind::Make)
                request.newAccounts << it.key();
        }
        all.push_back(std::move(request));
    }
    return all;
}

void ImportPresenter::check()
{
    m_settling.stop();
    m_problem.clear();
    m_isUndone = false;
    m_book.jobs().cancel(m_job);
    const qint64 serial = ++m_serial;
    auto asked = requests();
    if (asked.empty()) {
        m_preview.reset();
        setState(m_chosen.empty() ? State::Empty : State::Ready);
        show();
        return;
    }
    setState(State::Checking);
    auto made = std::make_shared<exchange::FilesPreview>();
    auto profiles = std::make_shared<std::vector<exchange::Profile>>();
    m_profiles = profiles;
    const Message label{Code("import.checking"), {static_cast<qint64>(asked.size())}};
    const auto work = [asked, made, profiles](Workspace& workspace, const Progress& progress) mutable -> Status {
        auto known = exchange::profilesOf(workspace.book());
        if (!known)
            return tl::unexpected(known.error());
        *profiles = std::move(*known);
        if (auto read = exchange::readSettingsOf(workspace.book(), asked.front()); !read)
            return read;
        for (exchange::ImportRequest& request : asked) {
            request.zone = asked.front().zone;
            request.currency = asked.front().currency;
        }
        auto preview = exchange::previewFiles(workspace.book(), asked, *profiles, progress);
        if (!preview)
            return tl::unexpected(preview.error());
        *made = std::move(*preview);
        return {};
    };
    const qint64 job =
        m_book.workOnBook(label, work, this, [this, serial, made](const Status& done) { checked(serial, done, made); });
    if (job == 0) {
        m_problem = m_book.looksBack() ? tr("The window looks back; go back to today to import.")
                                       : tr("This book is open for looking only; nothing can be imported into it.");
        setState(State::Ready);
    } else if (m_state == State::Checking) {
        m_job = job;
    }
}

void ImportPresenter::checked(qint64 serial, const Status& done, std::shared_ptr<exchange::FilesPreview> made)
{
    if (serial != m_serial)
        return;
    m_job = 0;
    m_percent = -1;
    if (done) {
        takePreview(std::move(made));
    } else {
        m_preview.reset();
        m_problem = textOf(done.error());
    }
    show();
    setState(State::Ready);
}

void ImportPresenter::takePreview(std::shared_ptr<exchange::FilesPreview> made)
{
    m_preview = shared(std::move(made));
    for (ChosenFile& file : m_chosen) {
        if (file.previewIndex < 0)
            continue;
        const auto& asks = m_preview->files[std::size_t(file.previewIndex)].plan.detection.asks;
        // Which way round dates and decimals are stays a question once it was one; the others are settled.
        std::erase_if(file.asked, [](const exchange::Ask& ask) {
            return !(ask.code == Code("import.ask.date_order") || ask.code == Code("import.ask.mixed_dates") ||
                     ask.code == Code("import.ask.decimal_sign"));
        });
        for (const exchange::Ask& ask : asks)
            if (std::ranges::find(file.asked, ask.code, &exchange::Ask::code) == file.asked.end())
                file.asked.push_back(ask);
    }
}

void ImportPresenter::show()
{
    m_files.set(m_chosen, m_preview);
    m_columns.set(m_preview, current());
    m_rows.set(m_preview, current());
    m_matches.set(m_preview.get(), m_decisions);
    m_totals.set(m_preview.get());
    m_notes.set(m_preview.get());
}

void ImportPresenter::startAgain()
{
    m_book.jobs().cancel(m_job);
    ++m_serial;
    m_settling.stop();
    m_chosen.clear();
    m_decisions.clear();
    m_preview.reset();
    m_problem.clear();
    m_current = -1;
    m_isUndone = false;
    show();
    setState(State::Empty);
}

void ImportPresenter::cancel() { m_book.jobs().cancel(m_job); }

qint64 ImportPresenter::changes() const
{
    if (!m_preview)
        return 0;
    const exchange::Counts counts = m_preview->counts();
    return counts.created + counts.updated;
}

bool ImportPresenter::canApply() const
{
    return m_state == State::Ready && m_preview && m_preview->taken() > 0 && changes() > 0 && m_book.isEditable() &&
           !m_settling.isActive();
}

void ImportPresenter::apply()
{
    if (!canApply())
        return;
    m_problem.clear();
    setState(State::Applying);
    const Message label = exchange::labelOf(*m_preview);
    const auto work = [label, preview = m_preview, profiles = m_profiles](Workspace& workspace,
                                                                          const Progress& progress) -> Status {
        const auto edited = workspace.edit(label, [&](book::Edit& edit) -> Status {
            const auto done = exchange::applyFiles(workspace.book(), edit, *preview, *profiles, progress);
            return done ? Status() : tl::unexpected(done.error());
        });
        return edited ? Status() : tl::unexpected(edited.error());
    };
    const qint64 job = m_book.workOnBook(label, work, this, [this](const Status& done) { applied(done); });
    if (m_state == State::Applying)
        m_job = job;
}

void ImportPresenter::applied(const Status& done)
{
    m_job = 0;
    m_percent = -1;
    if (done) {
        setState(State::Done);
        return;
    }
    setState(State::Ready);
    fail(done.error());
    if (done.error().code == Code("import.book_changed") || done.error().code == Code("csv.file-changed"))
        check();
}

QString ImportPresenter::textOf(const Error& error) const
{
    return error.kind == ErrorKind::Cancelled ? tr("Stopped. Nothing was written.") : words::render(error, m_locale);
}

void ImportPresenter::fail(const Error& error)
{
    m_problem = textOf(error);
    Q_EMIT stateChanged();
}

} // namespace steward::importing
