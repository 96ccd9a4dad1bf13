// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "core/book/erased_copies.h"
#include "core/exchange/export_contact.h"
#include "core/query/find_contact.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <array>
#include <cstdio>
#include <unistd.h>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

enum class Copies
{
    List,
    Redact,
    Drop
};

Result<Copies> copiesOption(const Invocation& invocation)
{
    const QStringList names{QStringLiteral("list"), QStringLiteral("redact"), QStringLiteral("drop")};
    if (!invocation.has(QStringLiteral("copies")))
        return Copies::List;
    const qsizetype index = names.indexOf(invocation.value(QStringLiteral("copies")));
    if (index < 0)
        return fail(
            Code("request.value"), ErrorKind::Usage,
            {QStringLiteral("--copies"), invocation.value(QStringLiteral("copies")), names.join(QStringLiteral(", "))});
    return static_cast<Copies>(index);
}

/// The one command that asks. Only a person at a terminal can answer.
Status confirm(const Invocation& invocation, const Contact& contact, const book::Erased& planned)
{
    if (invocation.has(QStringLiteral("yes")))
        return {};
    if (!::isatty(STDIN_FILENO))
        return fail(Code("request.confirm"), ErrorKind::Usage);
    const QString question =
        tr("Erase %5 for good? %1 fields, %2 texts, %3 keys and %4 stored edits change; it cannot be undone. [yes/no] ")
            .arg(planned.fields)
            .arg(planned.texts)
            .arg(planned.keys)
            .arg(planned.edits)
            .arg(contact.name);
    std::fputs(question.toLocal8Bit().constData(), stderr);
    std::array<char, 16> answer{};
    const bool isYes = std::fgets(answer.data(), static_cast<int>(answer.size()), stdin) != nullptr &&
                       QByteArray(answer.data()).trimmed().toLower() == "yes";
    return isYes ? Status() : fail(Code("request.not-confirmed"), ErrorKind::Cancelled);
}

/// What became of the copies that still hold the person.
Result<QJsonArray> settleCopies(const Invocation& invocation, const QString& book, const book::Traces& traces,
                                Copies copies)
{
    QJsonArray array;
    for (const book::HoldingCopy& copy : book::copiesHolding(book, traces, invocation.progress)) {
        QString state = copy.isReadable ? QStringLiteral("holds") : QStringLiteral("unreadable");
        if (copies == Copies::Redact && copy.isReadable) {
            if (auto done = book::redactCopy(copy.path, traces, qEnvironmentVariable("USER", QStringLiteral("?")),
                                             invocation.clock.now(), invocation.progress);
                !done)
                return tl::unexpected(done.error());
            state = QStringLiteral("redacted");
        } else if (copies == Copies::Drop) {
            if (auto done = book::dropCopy(copy.path); !done)
                return tl::unexpected(done.error());
            state = QStringLiteral("dropped");
        }
        array.append(QJsonObject{{QStringLiteral("copy"), copy.path}, {QStringLiteral("state"), state}});
    }
    return array;
}

bool anyHolds(const QJsonArray& copies)
{
    return std::any_of(copies.begin(), copies.end(), [](const auto& each) {
        const QString state = each.toObject().value(QStringLiteral("state")).toString();
        return state == u"holds" || state == u"unreadable";
    });
}

Result<Outcome> eraseContact(const Invocation& invocation)
{
    const auto copies = copiesOption(invocation);
    if (!copies)
        return tl::unexpected(copies.error());
    auto workspace = openToWrite(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto contact = query::findContact((*workspace)->book(), invocation.arguments.first());
    if (!contact)
        return tl::unexpected(contact.error());
    const auto planned = (*workspace)->book().previewErase(ContactId(contact->id), invocation.progress);
    if (!planned)
        return tl::unexpected(planned.error());
    if (auto confirmed = confirm(invocation, *contact, *planned); !confirmed)
        return tl::unexpected(confirmed.error());
    const auto erased = (*workspace)->erase(ContactId(contact->id), invocation.progress);
    if (!erased)
        return tl::unexpected(erased.error());
    Result<Outcome> outcome = closed(**workspace, {});
    if (!outcome)
        return outcome;
    const auto left = settleCopies(invocation, invocation.book, erased->traces, *copies);
    if (!left)
        return tl::unexpected(left.error());
    const QJsonObject json{{QStringLiteral("contact"), QString::number(contact->id)},
                           {QStringLiteral("records"), static_cast<qint64>(erased->traces.contacts.size())},
                           {QStringLiteral("fields"), erased->fields},
                           {QStringLiteral("texts"), erased->texts},
                           {QStringLiteral("keys"), erased->keys},
                           {QStringLiteral("edits"), erased->edits},
                           {QStringLiteral("kept"), erased->kept},
                           {QStringLiteral("copies"), *left}};
    outcome->answer = Answer{json, {{QStringLiteral("copy")}, {QStringLiteral("state")}}, QStringLiteral("copies"), {}};
    outcome->notices.push_back({Code("done.contact-erased"), {QString::number(contact->id), erased->texts}});
    if (erased->kept > 0)
        outcome->notices.push_back({Code("erase.kept"), {erased->kept}});
    if (anyHolds(*left))
        outcome->notices.push_back({Code("erase.copies"), {left->size(), QString::number(contact->id)}});
    return outcome;
}

Result<Outcome> exportContact(const Invocation& invocation)
{
    const QString path = invocation.value(QStringLiteral("output"));
    if (path.isEmpty())
        return fail(Code("request.missing"), ErrorKind::Usage,
                    {QStringLiteral("--output F.zip"), QStringLiteral("export-contact CONTACT --output F.zip")});
    auto workspace = openToRead(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto contact = query::findContact((*workspace)->book(), invocation.arguments.first());
    if (!contact)
        return tl::unexpected(contact.error());
    const auto items =
        exchange::exportContact((*workspace)->book(), ContactId(contact->id), path, invocation.clock.now());
    if (!items)
        return tl::unexpected(items.error());
    Outcome outcome{std::nullopt, (*workspace)->notices(), 0};
    outcome.notices.push_back({Code("done.contact-exported"), {*items, QFileInfo(path).fileName()}});
    return outcome;
}

} // namespace

std::vector<Command> privacyCommands()
{
    return {
        {QStringLiteral("erase-contact"),
         QStringLiteral("erase-contact CONTACT [--yes] [--copies list|redact|drop]"),
         tr("Erase a person of the customer from the book for good"),
         {{QStringLiteral("yes"), {}, tr("do not ask")},
          {QStringLiteral("copies"), QStringLiteral("WHAT"),
           tr("what to do with backups that hold the person: list (default), redact or drop")}},
         1,
         1,
         eraseContact},
        {QStringLiteral("export-contact"),
         QStringLiteral("export-contact CONTACT --output F.zip"),
         tr("Write everything the book holds about a person into one archive"),
         {{QStringLiteral("output"), QStringLiteral("FILE"), tr("the archive to write"), true}},
         1,
         1,
         exportContact},
    };
}

} // namespace steward::cli
