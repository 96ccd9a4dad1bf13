// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import.h"

#include "core/base/file_hash.h"
#include "core/base/one_of.h"
#include "core/csv/writer.h"
#include "core/exchange/header_currency.h"
#include "core/exchange/planner.h"
#include "core/exchange/reconcile.h"
#include "core/exchange/usage_completion.h"
#include "core/exchange/usage_import.h"

#include <QFile>
#include <QFileInfo>
#include <future>

namespace steward::exchange {

namespace {

constexpr qint64 rowsToRecognise = 20'000;

Result<FileDigest> digestOf(const QString& path)
{
    const auto file = hashOfFile(path);
    if (!file)
        return tl::unexpected(file.error());
    return FileDigest{QString::fromLatin1(file->hash.toHex()), file->size};
}

void takeFileIssues(const Table& table, ImportPlan& plan)
{
    for (const auto& issue : table.issues()) {
        // Rows of another width are told of once, where they are planned.
        if (issue.code == Code("csv.long-row"))
            continue;
        const QString column =
            issue.column > 0 && issue.column <= table.header().size() ? table.header()[issue.column - 1] : QString();
        // What the look at the first rows met, reading the whole meets again.
        const auto isSame = [&](const Issue& told) {
            return told.line == issue.line && told.code == issue.code && told.column == column;
        };
        if (std::none_of(plan.issues.begin(), plan.issues.end(), isSame))
            plan.issues.push_back({issue.line, column, issue.value, issue.code, {}});
    }
    for (const auto& issue : plan.issues) {
        const auto found = std::find_if(plan.issueTotals.begin(), plan.issueTotals.end(),
                                        [&](const auto& total) { return total.first == issue.code; });
        if (found == plan.issueTotals.end())
            plan.issueTotals.emplace_back(issue.code, 1);
        else
            ++found->second;
    }
}

/// Where no row was taken, nothing that came along with one is made either.
void dropUnaccepted(ImportPlan& plan)
{
    if (plan.counts.rows == 0 || plan.counts.rejected < plan.counts.rows)
        return;
    plan.records.clear();
    plan.keys.clear();
    plan.customs.clear();
    plan.customsBefore.clear();
    plan.hasSides = false;
    plan.dataUpTo = {};
    std::erase_if(plan.issues, [](const Issue& issue) { return issue.code == Code("import.usage.new_metric"); });
    std::erase_if(plan.issueTotals, [](const auto& total) { return total.first == Code("import.usage.new_metric"); });
}

void askWhatRecordsNeed(Detection& detection)
{
    if (!detection.kind.entity || detection.profile == u"steward")
        return;
    const EntityInfo& entity = info(*detection.kind.entity);
    const bool namesAccount = detection.field(QStringLiteral("account_id")) || detection.column(Special::AccountName) ||
                              detection.column(Special::ContactEmail) ||
                              detection.field(QStringLiteral("subscription_id")) ||
                              detection.field(QStringLiteral("group_id"));
    if (entity.ofAccount && !namesAccount)
        detection.asks.push_back({Code("import.ask.account"), {}, {}, {}});
}

std::vector<ColumnFormat> describe(const Table& table, Detection& detection, const ImportRequest& request,
                                   const QSet<QString>& metrics)
{
    settleDollars(detection, request.currency);
    completeUsageColumns(table, detection, request.dataUpTo, metrics);
    askWhatRecordsNeed(detection);
    // What Steward wrote is written one way only.
    if (detection.profile == u"steward")
        return std::vector<ColumnFormat>(detection.columns.size());
    return typeColumns(table, detection, request.answers);
}

Result<QSet<QString>> metricsOf(book::Book& book)
{
    QSet<QString> names;
    const Status read = book.forEach(Entity::Metric, [&](const Row& row) {
        names.insert(fromRow<Metric>(row).name);
        return true;
    });
    return read ? Result<QSet<QString>>(std::move(names)) : tl::unexpected(read.error());
}

bool isOfRejects(const Column& column)
{
    return isOneOf(column.header, {u"steward_line", u"steward_reason", u"steward_file"});
}

/// Where a rejected row of usage stood first: it keeps its file and line however often it is rejected.
class Earlier
{
public:
    explicit Earlier(const ImportPlan& plan)
    {
        if (!plan.usage || !plan.file.valid() || !plan.file.get())
            return;
        m_mark = completionMark(plan.file.get()->text);
        for (const auto& column : plan.detection.columns) {
            if (column.header == u"steward_line")
                m_line = column.index;
            else if (column.header == u"steward_file")
                m_file = column.index;
        }
    }
    [[nodiscard]] bool isKept() const { return !m_mark.isEmpty(); }
    [[nodiscard]] QString file(const RejectedRow& row) const { return has(row) ? row.cells.value(m_file) : m_mark; }
    [[nodiscard]] QString line(const RejectedRow& row) const
    {
        return has(row) ? row.cells.value(m_line) : QString::number(row.line);
    }

private:
    [[nodiscard]] bool has(const RejectedRow& row) const
    {
        return m_file >= 0 && m_line >= 0 && !row.cells.value(m_file).isEmpty() && !row.cells.value(m_line).isEmpty();
    }
    QString m_mark;
    int m_line = -1;
    int m_file = -1;
};

} // namespace

Result<std::vector<Profile>> profilesFromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Code("import.profile.unknown"), ErrorKind::Usage, {path});
    return parseProfiles(file.readAll(), Profile::Origin::File);
}

Result<std::vector<Profile>> profilesOf(book::Book& book)
{
    QHash<QString, Definition> newest;
    const Status read = book.forEach(Entity::Definition, [&](const Row& row) {
        const auto definition = fromRow<Definition>(row);
        if (definition.kind == u"import_profile" && !definition.retiredOn.isValid() &&
            definition.version.value_or(0) >= newest.value(definition.name).version.value_or(0))
            newest.insert(definition.name, definition);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    std::vector<Profile> profiles;
    for (const auto& definition : newest) {
        auto parsed = parseProfiles(definition.text.text.toUtf8(), Profile::Origin::Book);
        if (!parsed)
            return parsed;
        profiles.insert(profiles.end(), parsed->begin(), parsed->end());
    }
    const auto& shipped = shippedProfiles();
    profiles.insert(profiles.end(), shipped.begin(), shipped.end());
    return profiles;
}

Result<ImportPlan> planImport(book::Book& book, const ImportRequest& request, std::span<const Profile> profiles,
                              const Words& words)
{
    ImportPlan plan;
    plan.request = request;
    if (plan.request.hints.fileName.isEmpty())
        plan.request.hints.fileName = QFileInfo(request.path).fileName();
    plan.bookState = newestEdit(book).value_or(0);
    auto table = Table::read(request.path, {}, rowsToRecognise);
    if (!table)
        return tl::unexpected(table.error());
    auto detection = recognise(*table, plan.request.hints, profiles);
    if (!detection)
        return tl::unexpected(detection.error());
    const auto metrics = metricsOf(book);
    if (!metrics)
        return tl::unexpected(metrics.error());
    // Usage is streamed; everything else is read whole, and so is a usage file that leaves a question open.
    auto formats = describe(*table, *detection, request, *metrics);
    const bool isCut = table->rows() == static_cast<std::size_t>(rowsToRecognise);
    if (isCut && (!detection->kind.isUsage || !detection->asks.empty())) {
        table = Table::read(request.path, {});
        if (!table)
            return tl::unexpected(table.error());
        detection = recognise(*table, plan.request.hints, profiles);
        if (!detection)
            return tl::unexpected(detection.error());
        formats = describe(*table, *detection, request, *metrics);
    }
    plan.detection = std::move(*detection);
    if (plan.hasQuestions())
        return plan;
    plan.file = std::async(std::launch::async, digestOf, request.path).share();
    if (plan.detection.kind.isUsage) {
        if (auto done = planUsage(book, formats, plan); !done)
            return tl::unexpected(done.error());
        dropUnaccepted(plan);
        if (request.isPreview)
            if (auto done = previewUsage(book, plan); !done)
                return tl::unexpected(done.error());
        return plan;
    }
    if (const auto& file = plan.file.get(); !file)
        return tl::unexpected(file.error());
    takeFileIssues(*table, plan);
    Planner planner(book, *table, formats, words, plan);
    const Reconciler reconciler(planner.directory(), plan);
    if (auto done = planner.run(); !done)
        return tl::unexpected(done.error());
    dropUnaccepted(plan);
    reconciler.finish(*table, formats, plan);
    return plan;
}

Status writeRejects(const ImportPlan& plan, const QString& path, const std::function<QString(Code)>& reason)
{
    if (path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive))
        return fail(Code("import.rejects.csv_only"), ErrorKind::Usage, {path});
    csv::WriteOptions options;
    options.form = csv::Form::Spreadsheet;
    auto writer = csv::Writer::open(path, options);
    if (!writer)
        return tl::unexpected(writer.error());
    const Earlier earlier(plan);
    QStringList header;
    for (const auto& column : plan.detection.columns)
        if (!isOfRejects(column))
            header.append(column.header);
    header << QStringLiteral("steward_line") << QStringLiteral("steward_reason");
    if (earlier.isKept())
        header << QStringLiteral("steward_file");
    writer->header(std::span(header.constData(), static_cast<std::size_t>(header.size())));
    for (const auto& rejected : plan.rejected) {
        QStringList cells;
        for (const auto& column : plan.detection.columns)
            if (!isOfRejects(column))
                cells.append(rejected.cells.value(column.index));
        cells << earlier.line(rejected) << reason(rejected.code);
        if (earlier.isKept())
            cells << earlier.file(rejected);
        writer->row(std::span(cells.constData(), static_cast<std::size_t>(cells.size())));
    }
    return writer->finish();
}

} // namespace steward::exchange
