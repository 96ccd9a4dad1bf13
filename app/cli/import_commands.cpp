// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/import_json.h"
#include "app/cli/import_preview.h"
#include "app/cli/open_book.h"
#include "core/book/holder.h"
#include "core/exchange/detect.h"
#include "core/exchange/export.h"
#include "core/exchange/import_files.h"
#include "core/query/find_account.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

const QString profileOption = QStringLiteral("profile");
const QString mapOption = QStringLiteral("map");
const QString dateOrderOption = QStringLiteral("date-order");
const QString decimalOption = QStringLiteral("decimal");
const QString scaleOption = QStringLiteral("scale");
const QString unlinkedOption = QStringLiteral("unlinked");
const QString dryRunOption = QStringLiteral("dry-run");
const QString rejectsOption = QStringLiteral("rejects");
const QString confirmKindOption = QStringLiteral("confirm-kind");
const QString linkOption = QStringLiteral("link");
const QString dataUpToOption = QStringLiteral("data-up-to");
const QString outputOption = QStringLiteral("output");
const QString spreadsheetOption = QStringLiteral("spreadsheet");
const QString exactOption = QStringLiteral("exact");
constexpr qsizetype shownIssues = 20;

Error notOneOf(const QString& option, const QString& value, const QStringList& known)
{
    return {Code("request.value"),
            ErrorKind::Usage,
            {QString(QStringLiteral("--") + option), value, known.join(QStringLiteral(", "))}};
}

/// Position of the option's word; none where it was not given.
Result<std::optional<int>> wordOption(const Invocation& invocation, const QString& option, const QStringList& known)
{
    if (!invocation.has(option))
        return std::nullopt;
    const auto index = known.indexOf(invocation.value(option));
    if (index < 0)
        return tl::unexpected(notOneOf(option, invocation.value(option), known));
    return static_cast<int>(index);
}

Status readScale(const Invocation& invocation, exchange::ImportRequest& request)
{
    constexpr qint64 least = 2;
    constexpr qint64 most = 100;
    if (!invocation.has(scaleOption))
        return {};
    bool isNumber = false;
    const qint64 scale = invocation.value(scaleOption).toLongLong(&isNumber);
    if (!isNumber || scale < least || scale > most)
        return fail(Code("request.range"), ErrorKind::Usage,
                    {QStringLiteral("--scale"), invocation.value(scaleOption), least, most});
    request.answers.scale = scale;
    return {};
}

Status readHints(const Invocation& invocation, exchange::ImportRequest& request)
{
    for (const QString& pair : invocation.options.value(mapOption)) {
        const auto equals = pair.lastIndexOf(u'=');
        if (equals < 1)
            return fail(Code("request.form"), ErrorKind::Usage,
                        {QStringLiteral("--map"), pair, QStringLiteral("COLUMN=field")});
        request.hints.map.emplace_back(pair.left(equals), pair.mid(equals + 1));
    }
    const auto order =
        wordOption(invocation, dateOrderOption, {QStringLiteral("dmy"), QStringLiteral("mdy"), QStringLiteral("ymd")});
    const auto decimal = wordOption(invocation, decimalOption, {QStringLiteral("point"), QStringLiteral("comma")});
    const auto unlinked = wordOption(invocation, unlinkedOption,
                                     {QStringLiteral("reject"), QStringLiteral("keep"), QStringLiteral("create")});
    for (const auto* read : {&order, &decimal, &unlinked})
        if (!*read)
            return tl::unexpected(read->error());
    static constexpr DateOrder orders[] = {DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd};
    static constexpr DecimalSign signs[] = {DecimalSign::Point, DecimalSign::Comma};
    if (*order)
        request.answers.dateOrder = orders[**order];
    if (*decimal)
        request.answers.decimal = signs[**decimal];
    request.unlinked = static_cast<exchange::Unlinked>(unlinked->value_or(0));
    return readScale(invocation, request);
}

/// The profiles of the book, behind the one that --profile names as a file.
Result<std::vector<exchange::Profile>> profilesFor(const Invocation& invocation, book::Book* book,
                                                   exchange::Hints& hints)
{
    auto profiles =
        book ? exchange::profilesOf(*book) : Result<std::vector<exchange::Profile>>(exchange::shippedProfiles());
    if (!profiles || !invocation.has(profileOption))
        return profiles;
    const QString name = invocation.value(profileOption);
    if (!QFileInfo::exists(name)) {
        hints.profile = name;
        return profiles;
    }
    auto given = exchange::profilesFromFile(name);
    if (!given)
        return given;
    if (!given->empty())
        hints.profile = given->front().id;
    given->insert(given->end(), profiles->begin(), profiles->end());
    return given;
}

Result<exchange::ImportRequest> requestOf(const Invocation& invocation, const QString& path)
{
    exchange::ImportRequest request;
    request.path = path;
    request.hints.fileName = QFileInfo(path).fileName();
    request.today = invocation.clock.today();
    request.actor = book::thisProcess({}, {}).user;
    request.isPreview = invocation.has(dryRunOption);
    request.progress = invocation.progress;
    const auto upTo = dayOption(invocation, dataUpToOption);
    if (!upTo)
        return tl::unexpected(upTo.error());
    request.dataUpTo = upTo->value_or(QDate());
    if (auto read = readHints(invocation, request); !read)
        return tl::unexpected(read.error());
    return request;
}

/// --link "NAME=ACCOUNT": what the file calls an account of the book.
Status readLinks(const Invocation& invocation, Workspace& workspace, exchange::ImportRequest& request)
{
    if (!invocation.has(linkOption))
        return {};
    const auto portfolio = workspace.portfolio(invocation.progress);
    if (!portfolio)
        return tl::unexpected(portfolio.error());
    for (const QString& pair : invocation.options.value(linkOption)) {
        const auto equals = pair.lastIndexOf(u'=');
        if (equals < 1)
            return fail(Code("request.form"), ErrorKind::Usage,
                        {QStringLiteral("--link"), pair, QStringLiteral("NAME=ACCOUNT")});
        const auto account = query::findAccount(*portfolio, pair.mid(equals + 1));
        if (!account)
            return tl::unexpected(account.error());
        request.links.emplace_back(pair.left(equals), account->value());
    }
    return {};
}

/// A question that only a person can answer, with examples from the file.
Error question(const exchange::Ask& ask)
{
    Message message = ask.message();
    return {message.code, ErrorKind::Usage, std::move(message.arguments)};
}

Result<Outcome> detect(const Invocation& invocation)
{
    const QString path = invocation.arguments.first();
    exchange::Hints hints;
    hints.fileName = QFileInfo(path).fileName();
    const auto profiles = profilesFor(invocation, nullptr, hints);
    if (!profiles)
        return tl::unexpected(profiles.error());
    const auto detection = exchange::detect(path, hints, *profiles);
    if (!detection)
        return tl::unexpected(detection.error());
    Answer answer{detectionJson(*detection),
                  {{QStringLiteral("header")},
                   {QStringLiteral("field")},
                   {QStringLiteral("fill"), true},
                   {QStringLiteral("samples")}},
                  QStringLiteral("columns"),
                  {}};
    const QString kind = detection->kind.isKnown() ? detection->kind.name() : tr("unknown");
    answer.note = tr("Kind: %1; profile: %2; %3; cells parted by \"%4\"")
                      .arg(kind, detection->profile, detection->layout.encoding, detection->layout.delimiter);
    Outcome outcome{answer, {}, 0};
    for (const exchange::Ask& ask : detection->asks)
        outcome.notices.push_back(ask.message());
    return outcome;
}

/// Where more is wrong than the table shows: how often each kind of thing, with its first sentence.
QString issueCounts(const exchange::ImportPlan& plan)
{
    QString text;
    if (static_cast<qsizetype>(plan.issues.size()) <= shownIssues)
        return text;
    for (const auto& [code, count] : plan.issueTotals) {
        const auto first = std::find_if(plan.issues.begin(), plan.issues.end(),
                                        [code = code](const auto& issue) { return issue.code == code; });
        if (first != plan.issues.end())
            text += (count == 1 ? tr("Once: %1").arg(messageOf(*first))
                                : tr("%1 times: %2").arg(count).arg(messageOf(*first))) +
                    u'\n';
    }
    return text;
}

Status saveRejects(const Invocation& invocation, const exchange::ImportPlan& plan)
{
    if (!invocation.has(rejectsOption) || plan.rejected.empty())
        return {};
    return exchange::writeRejects(plan, invocation.value(rejectsOption), [](Code code) {
        return words::render(Message{code, {}}, QLocale());
    });
}

Result<Outcome> importAll(const Invocation& invocation, Workspace& workspace)
{
    auto notes = exchange::importAll(workspace.book(), invocation.arguments.at(1), book::thisProcess({}, {}).user,
                                     invocation.progress);
    if (!notes)
        return tl::unexpected(notes.error());
    Outcome outcome;
    outcome.notices = std::move(*notes);
    outcome.notices.push_back({Code("done.imported-all"), {invocation.arguments.at(1)}});
    return closed(workspace, std::move(outcome));
}

/// A second account of one firm would count twice: who it is, is said before it is made.
Status requireNoneAlike(const Invocation& invocation, const exchange::ImportPlan& plan)
{
    const bool isAsked = plan.detection.kind.entity == Entity::Account && !plan.proposals.empty() &&
                         !invocation.has(dryRunOption) && plan.request.unlinked != exchange::Unlinked::Create;
    if (!isAsked)
        return {};
    const auto& first = plan.proposals.front();
    return fail(Code("import.alike"), ErrorKind::Usage,
                {static_cast<qint64>(plan.proposals.size()), first.name, first.likeName});
}

Answer answerOf(const Invocation& invocation, const exchange::ImportPlan& plan, const exchange::Counts& counts)
{
    const bool isDryRun = invocation.has(dryRunOption);
    if (isDryRun && invocation.format != Format::Json)
        return previewAnswer(plan, counts, invocation.format);
    return {planJson(plan, counts, isDryRun),
            {{QStringLiteral("line"), true},
             {QStringLiteral("column")},
             {QStringLiteral("value")},
             {QStringLiteral("message"), false, 160}},
            QStringLiteral("issues"),
            QString(issueCounts(plan) + words::render(countsMessage(counts), QLocale())),
            shownIssues};
}

/// Steps of running plays follow what a file moves; no step follows use.
Result<exchange::ImportReport> apply(Workspace& workspace, const exchange::ImportPlan& plan)
{
    if (plan.detection.kind.isUsage)
        return exchange::applyImport(workspace.book(), plan);
    const auto following = workspace.following(plan.request.progress);
    if (!following)
        return tl::unexpected(following.error());
    return exchange::applyImport(workspace.book(), plan, *following);
}

Result<Outcome> importFile(const Invocation& invocation)
{
    const QString kindName = invocation.arguments.first();
    const bool isDryRun = invocation.has(dryRunOption);
    auto workspace = isDryRun ? openToRead(invocation) : openToWrite(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    if (kindName == QStringLiteral("all"))
        return importAll(invocation, **workspace);
    auto request = requestOf(invocation, invocation.arguments.at(1));
    if (!request)
        return tl::unexpected(request.error());
    request->hints.kind = exchange::kindNamed(kindName);
    if (!request->hints.kind.isKnown())
        return fail(exchange::isPartOfSet(kindName) ? Code("import.part_of_set") : Code("import.kind.none"),
                    ErrorKind::Usage, {kindName});
    if (auto linked = readLinks(invocation, **workspace, *request); !linked)
        return tl::unexpected(linked.error());
    request->hints.isKindSure = invocation.has(confirmKindOption);
    if (auto read = exchange::readSettingsOf((*workspace)->book(), *request); !read)
        return tl::unexpected(read.error());
    const auto profiles = profilesFor(invocation, &(*workspace)->book(), request->hints);
    if (!profiles)
        return tl::unexpected(profiles.error());
    const auto plan = exchange::planImport((*workspace)->book(), *request, *profiles);
    if (!plan)
        return tl::unexpected(plan.error());
    if (plan->hasQuestions())
        return tl::unexpected(question(plan->detection.asks.front()));
    if (auto sure = requireNoneAlike(invocation, *plan); !sure)
        return tl::unexpected(sure.error());
    // Before the book is changed: a command that failed has changed nothing.
    if (auto saved = saveRejects(invocation, *plan); !saved)
        return tl::unexpected(saved.error());
    exchange::Counts counts = plan->counts;
    if (!isDryRun) {
        const auto report = apply(**workspace, *plan);
        if (!report)
            return tl::unexpected(report.error());
        counts = report->counts;
        if (auto closed = (*workspace)->close(); !closed)
            return tl::unexpected(closed.error());
    }
    Outcome outcome{answerOf(invocation, *plan, counts), (*workspace)->notices(), counts.rejected > 0 ? 3 : 0};
    if (invocation.format == Format::Csv)
        outcome.notices.push_back(countsMessage(counts));
    if (const auto& proposals = plan->proposals; !proposals.empty())
        outcome.notices.push_back(
            {Code("import.proposals"),
             {static_cast<qint64>(proposals.size()), proposals.front().name, proposals.front().likeName}});
    if (const auto written = static_cast<qint64>(plan->rejected.size());
        invocation.has(rejectsOption) && written < counts.rejected)
        outcome.notices.push_back({Code("import.rejects.first"), {written, counts.rejected}});
    if (plan->keylessRows > 0)
        outcome.notices.push_back({Code("import.keyless"), {plan->keylessRows}});
    return outcome;
}

Result<Outcome> exportFacts(const Invocation& invocation)
{
    const QString kind = invocation.arguments.first();
    if (!invocation.has(outputOption))
        return fail(Code("request.missing"), ErrorKind::Usage,
                    {QStringLiteral("--output"), QStringLiteral("export all|KIND --output DIR|FILE")});
    if (invocation.has(spreadsheetOption) && invocation.has(exactOption))
        return fail(Code("request.either"), ErrorKind::Usage,
                    {QStringLiteral("--exact"), QStringLiteral("--spreadsheet")});
    const QString output = invocation.value(outputOption);
    auto workspace = openToRead(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const csv::Form form = invocation.has(spreadsheetOption) ? csv::Form::Spreadsheet : csv::Form::Exact;
    const auto written = kind == QStringLiteral("all")
                             ? exchange::exportAll((*workspace)->book(), output, form, invocation.progress)
                             : exchange::exportKind((*workspace)->book(), kind, output, form, invocation.progress);
    if (!written)
        return tl::unexpected(written.error());
    Outcome outcome;
    outcome.notices = (*workspace)->notices();
    outcome.notices.push_back({Code("done.exported"), {output}});
    return outcome;
}

std::vector<Option> importOptions()
{
    return {
        {profileOption, QStringLiteral("P"), tr("Read it as this tool's export: a name, or a JSON file")},
        {mapOption, QStringLiteral("COLUMN=field"), tr("What a column stands for; may be given several times")},
        {dateOrderOption, QStringLiteral("dmy|mdy|ymd"), tr("Which order the dates have")},
        {decimalOption, QStringLiteral("point|comma"), tr("Which sign the decimals have")},
        {scaleOption, QStringLiteral("HIGHEST"), tr("Highest answer of ratings, where no column says it: 5, 7, 10")},
        {unlinkedOption, QStringLiteral("reject|keep|create"),
         tr("Rows whose account is not known (default: reject); create makes the account")},
        {linkOption, QStringLiteral("NAME=ACCOUNT"), tr("What the file calls an account of the book; remembered")},
        {dataUpToOption, QStringLiteral("DATE"), tr("Last day the file can speak about")},
        {confirmKindOption, {}, tr("The file holds this kind, although it looks like another")},
        {dryRunOption, {}, tr("Preview: say what would change, change nothing")},
        {rejectsOption, QStringLiteral("FILE"),
         tr("Save the rejected rows with the reasons, to be corrected and imported again"), true}};
}

} // namespace

std::vector<Command> importCommands()
{
    return {
        {QStringLiteral("detect"),
         QStringLiteral("detect FILE [--profile P]"),
         tr("Say what a CSV file is and what its columns stand for"),
         {{profileOption, QStringLiteral("P"), tr("Read it as this tool's export: a name, or a JSON file")}},
         1,
         1,
         detect},
        {QStringLiteral("import"), QStringLiteral("import KIND FILE [--dry-run] [--rejects FILE] ..."),
         tr("Read a file into the book, as one change that can be undone; rows of unknown accounts are "
            "rejected unless --unlinked create makes them"),
         importOptions(), 2, 2, importFile},
        {QStringLiteral("export"),
         QStringLiteral("export all|KIND --output DIR|FILE [--exact|--spreadsheet]"),
         tr("Write facts as CSV or XLSX; \"all\" into a folder that can be imported again"),
         {{outputOption, QStringLiteral("FILE"), tr("Where to"), true},
          {exactOption, {}, tr("Every cell as it is, for machines (default)")},
          {spreadsheetOption, {}, tr("No cell that a spreadsheet would evaluate")}},
         1,
         1,
         exportFacts},
    };
}

} // namespace steward::cli
