// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/words/words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <cstdio>
#include <unistd.h>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

const QString bookOption = QStringLiteral("book");
const QString asOfOption = QStringLiteral("as-of");
const QString asKnownOption = QStringLiteral("as-known");
const QString formatOption = QStringLiteral("format");
const QString helpOption = QStringLiteral("help");

std::vector<Option> globalOptions()
{
    return {{bookOption, tr("FILE"), tr("The book (or set STEWARD_BOOK)")},
            {asOfOption, tr("DATE"), tr("Look back: answer as of the end of this day")},
            {asKnownOption, {}, tr("When looking back, use only what had been recorded by then")},
            {formatOption, tr("table|csv|json"), tr("How to print the answer (default: table)")},
            {helpOption, {}, tr("Show this help")}};
}

/// Line feeds apart, no control character of a file's name or text reaches the terminal.
void print(std::FILE* to, QString text)
{
    for (QChar& c : text)
        if (c != u'\n' && c.category() == QChar::Other_Control)
            c = u'?';
    std::fputs(text.toUtf8().constData(), to);
}

QString optionLines(const std::vector<Option>& options)
{
    QString text;
    for (const Option& option : options) {
        QString form = QStringLiteral("  --") + option.name;
        if (!option.value.isEmpty())
            form += u' ' + option.value;
        text += form.leftJustified(32) + QStringLiteral("  ") + option.help + u'\n';
    }
    return text;
}

QString overview(const std::vector<Command>& all)
{
    QString text = tr("Steward on the command line. Usage: steward-cli COMMAND [OPTIONS]") + QStringLiteral("\n\n");
    for (const Command& command : all)
        text += QStringLiteral("  ") + command.name.leftJustified(16) + command.help + u'\n';
    text += u'\n' + tr("With every command:") + u'\n' + optionLines(globalOptions());
    text += u'\n' +
            tr("Exit status: 0 done; 1 failed, nothing changed; 2 wrong usage; 3 done, but rows were rejected.") +
            u'\n';
    return text;
}

QString helpOf(const Command& command)
{
    return tr("Usage: steward-cli %1").arg(command.form) + QStringLiteral("\n\n") + command.help +
           QStringLiteral("\n\n") + optionLines(command.options) + optionLines(globalOptions());
}

int exitStatus(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Usage:
    case ErrorKind::NotFound:
    case ErrorKind::Ambiguous:
        return 2;
    default:
        return 1;
    }
}

int report(const Error& error)
{
    print(stderr, words::render(error, QLocale()) + u'\n');
    return exitStatus(error);
}

Error usage(Code code, Arguments arguments) { return {code, ErrorKind::Usage, std::move(arguments)}; }

/// Fills in what every command takes. The parser has already accepted the names.
Status readGlobals(const QCommandLineParser& parser, Invocation& invocation)
{
    invocation.book = parser.isSet(bookOption) ? parser.value(bookOption) : qEnvironmentVariable("STEWARD_BOOK");
    invocation.mode = parser.isSet(asKnownOption) ? LookBack::AsWeKnewIt : LookBack::AsItHappened;
    invocation.asOf = invocation.clock.today();
    if (parser.isSet(asOfOption)) {
        invocation.asOf = dayFromIso(parser.value(asOfOption).toStdString());
        invocation.looksBack = true;
        if (!invocation.asOf.isValid())
            return tl::unexpected(usage(Code("request.date"), {parser.value(asOfOption)}));
    }
    if (parser.isSet(formatOption)) {
        const QString format = parser.value(formatOption);
        const QStringList known{QStringLiteral("table"), QStringLiteral("csv"), QStringLiteral("json")};
        const auto index = known.indexOf(format);
        if (index < 0)
            return tl::unexpected(
                usage(Code("request.value"), {QStringLiteral("--format"), format, known.join(QStringLiteral(", "))}));
        invocation.format = static_cast<Format>(index);
    }
    return {};
}

Result<Invocation> parse(const Command& command, const QStringList& words, Invocation invocation)
{
    QCommandLineParser parser;
    std::vector<Option> options = command.options;
    const auto globals = globalOptions();
    options.insert(options.end(), globals.begin(), globals.end());
    for (const Option& option : options)
        parser.addOption(QCommandLineOption(option.name, option.help, option.value));
    if (!parser.parse(QStringList{command.name} + words)) {
        const QStringList unknown = parser.unknownOptionNames();
        if (unknown.isEmpty())
            return tl::unexpected(
                usage(Code("request.missing"), {words.isEmpty() ? command.name : words.last(), command.form}));
        return tl::unexpected(usage(Code("request.option"), {QString(QStringLiteral("--") + unknown.first()),
                                                             QString(QStringLiteral("steward-cli ") + command.name)}));
    }
    if (auto read = readGlobals(parser, invocation); !read)
        return tl::unexpected(read.error());
    if (parser.isSet(helpOption))
        invocation.options.insert(helpOption, {});
    for (const Option& option : command.options)
        if (parser.isSet(option.name))
            invocation.options.insert(option.name,
                                      option.value.isEmpty() ? QStringList{QString()} : parser.values(option.name));
    invocation.arguments = parser.positionalArguments();
    return invocation;
}

Status checkArguments(const Command& command, const Invocation& invocation)
{
    const qsizetype given = invocation.arguments.size();
    if (given < command.least) {
        const QString what = command.form.section(u' ', static_cast<int>(given) + 1, static_cast<int>(given) + 1);
        return tl::unexpected(usage(Code("request.missing"), {what, command.form}));
    }
    if (given > command.most)
        return tl::unexpected(usage(Code("request.too-many"), {invocation.arguments.last(), command.form}));
    return {};
}

bool isSameFile(const QString& one, const QString& other)
{
    const QString path = QFileInfo(one).canonicalFilePath();
    return !path.isEmpty() && path == QFileInfo(other).canonicalFilePath();
}

/// What a command reads, the book above all, it does not write over.
Status checkOutputs(const Command& command, const Invocation& invocation)
{
    QStringList read{invocation.book};
    for (qsizetype i = 0; i < invocation.arguments.size(); ++i)
        if (command.form.section(u' ', static_cast<int>(i) + 1, static_cast<int>(i) + 1) == QStringLiteral("FILE"))
            read << invocation.arguments[i];
    for (const Option& option : command.options) {
        const QString output = option.isWritten ? invocation.value(option.name) : QString();
        if (std::any_of(read.begin(), read.end(), [&](const QString& each) { return isSameFile(output, each); }))
            return tl::unexpected(
                usage(Code("request.output-is-input"), {QString(QStringLiteral("--") + option.name), output}));
    }
    return {};
}

/// A counter on stderr, for people only: nothing where stderr is a file or a pipe.
Progress progressOnTerminal(const std::atomic<bool>& cancelled)
{
    Progress progress;
    progress.cancelled = &cancelled;
    if (::isatty(STDERR_FILENO))
        progress.report = [](qint64 done, qint64 total) {
            if (total > 0)
                std::fprintf(stderr, "\r%3d %%\033[K", static_cast<int>(100 * done / total));
            if (done >= total)
                std::fputs("\r\033[K", stderr);
        };
    return progress;
}

/// A script that asked for JSON gets JSON, also from a command that has nothing to answer.
Answer toldAs(const std::vector<Message>& notices)
{
    QJsonArray messages;
    for (const Message& notice : notices)
        messages.append(words::render(notice, QLocale()));
    return {QJsonObject{{QStringLiteral("messages"), messages}}, {}, {}, {}};
}

int finish(const Outcome& outcome, Format format)
{
    for (const Message& notice : outcome.notices)
        print(stderr, words::render(notice, QLocale()) + u'\n');
    const bool isTold = !outcome.answer && format == Format::Json && !outcome.notices.empty();
    if (outcome.answer || isTold) {
        const QByteArray text = inFormat(isTold ? toldAs(outcome.notices) : *outcome.answer, format);
        const auto size = static_cast<std::size_t>(text.size());
        if (std::fwrite(text.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)
            return 1;
    }
    return outcome.status;
}

} // namespace

Result<std::optional<QDate>> dayOption(const Invocation& invocation, const QString& option)
{
    if (!invocation.has(option))
        return std::nullopt;
    const QDate day = dayFromIso(invocation.value(option).toStdString());
    if (!day.isValid())
        return tl::unexpected(usage(Code("request.date"), {invocation.value(option)}));
    return day;
}

Status requirePast(const Invocation& invocation, QDate day)
{
    return day > invocation.asOf ? fail(Code("request.since-later"), ErrorKind::Usage, {day, invocation.asOf})
                                 : Status();
}

Result<std::optional<Month>> monthOption(const Invocation& invocation, const QString& option)
{
    if (!invocation.has(option))
        return std::nullopt;
    const auto month = Month::fromIso(invocation.value(option));
    if (!month)
        return tl::unexpected(usage(Code("request.month"), {invocation.value(option)}));
    return month;
}

Result<qint64> wholeOption(const Invocation& invocation, const QString& option, qint64 otherwise, qint64 least,
                           qint64 most)
{
    if (!invocation.has(option))
        return otherwise;
    bool isNumber = false;
    const qint64 value = invocation.value(option).toLongLong(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    return tl::unexpected(
        usage(Code("request.range"), {QString(QStringLiteral("--") + option), invocation.value(option), least, most}));
}

int runCommandLine(const QStringList& line, const Clock& clock, const std::atomic<bool>& cancelled)
{
    const std::vector<Command> all = commands();
    const bool asksForHelp =
        line.isEmpty() || line.first() == QStringLiteral("--help") || line.first() == QStringLiteral("help");
    if (asksForHelp) {
        print(line.isEmpty() ? stderr : stdout, overview(all));
        return line.isEmpty() ? 2 : 0;
    }
    if (line.first() == QStringLiteral("--version")) {
        print(stdout, QCoreApplication::applicationVersion() + u'\n');
        return 0;
    }
    const auto command =
        std::find_if(all.begin(), all.end(), [&](const Command& each) { return each.name == line.first(); });
    if (command == all.end() && line.first().startsWith(u'-'))
        return report(usage(Code("request.command-first"), {line.first()}));
    if (command == all.end())
        return report(usage(Code("request.command"), {line.first()}));

    Invocation blank;
    blank.clock = clock;
    blank.progress = progressOnTerminal(cancelled);
    const auto invocation = parse(*command, line.mid(1), std::move(blank));
    if (!invocation)
        return report(invocation.error());
    if (invocation->has(helpOption)) {
        print(stdout, helpOf(*command));
        return 0;
    }
    if (auto checked = checkArguments(*command, *invocation); !checked)
        return report(checked.error());
    if (auto checked = checkOutputs(*command, *invocation); !checked)
        return report(checked.error());
    const auto outcome = command->run(*invocation);
    return outcome ? finish(*outcome, invocation->format) : report(outcome.error());
}

} // namespace steward::cli
