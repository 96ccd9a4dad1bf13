// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/words.h"
#include "ui/importing/import_presenter.h"

#include <QDir>
#include <QFileInfo>

/// What is there to do when the files are applied.
namespace steward::importing {

namespace {

constexpr int longAgoDays = 14;

QString reasonOf(Code code, const QLocale& locale) { return words::render(Message{code, {}}, locale); }

} // namespace

std::optional<QDate> ImportPresenter::dayToLookBackTo() const
{
    if (m_state != State::Done || m_isUndone || !m_preview)
        return std::nullopt;
    const QDate end = m_preview->dataUpTo();
    return end.isValid() && end.daysTo(m_book.today()) > longAgoDays ? std::optional(end) : std::nullopt;
}

qint64 ImportPresenter::unread() const { return m_preview ? m_preview->counts().rejected : 0; }

int ImportPresenter::filesWithUnread() const
{
    if (!m_preview)
        return 0;
    return static_cast<int>(std::ranges::count_if(
        m_preview->files, [](const auto& file) { return file.isTaken() && file.counts.rejected > 0; }));
}

QString ImportPresenter::nameForUnread() const
{
    for (const auto& file : m_preview ? m_preview->files : std::vector<exchange::FilePreview>())
        if (file.isTaken() && file.counts.rejected > 0)
            return tr("%1 - to correct.csv").arg(QFileInfo(file.plan.request.path).completeBaseName());
    return {};
}

/// That a file of rows to correct holds not all of them.
std::optional<Message> ImportPresenter::firstCutShort() const
{
    for (const auto& file : m_preview->files)
        if (const auto written = qint64(file.plan.rejected.size()); file.isTaken() && written < file.counts.rejected)
            return Message{Code("import.rejects.first"), {written, file.counts.rejected}};
    return std::nullopt;
}

void ImportPresenter::saveUnread(const QString& path)
{
    if (!m_preview || path.isEmpty())
        return;
    const bool isFolder = filesWithUnread() > 1;
    const auto work = [preview = m_preview, path, isFolder, locale = m_locale]() -> Status {
        for (const auto& file : preview->files) {
            if (!file.isTaken() || file.counts.rejected == 0)
                continue;
            const QString name =
                QFileInfo(file.plan.request.path).completeBaseName() + QStringLiteral("-to-correct.csv");
            const QString to = isFolder ? QDir(path).filePath(name) : path;
            if (auto written = exchange::writeRejects(file.plan, to, [&](Code code) { return reasonOf(code, locale); });
                !written)
                return written;
        }
        return {};
    };
    m_book.aside(work, this, [this, path](const Status& done) {
        if (!done)
            return fail(done.error());
        if (const auto cutShort = firstCutShort())
            Q_EMIT said(words::render(*cutShort, m_locale));
        else
            Q_EMIT said(tr("The rows are in %1; correct them there and import that file.").arg(path));
    });
}

} // namespace steward::importing
