// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/letter_drop.h"

#include "core/exchange/pasted_letter.h"
#include "core/words/words.h"
#include "ui/widgets/view.h"

namespace steward::shell {

struct LetterDrop::Outcome
{
    exchange::LetterPlan plan;
    std::vector<Error> unread;
    bool isPasted = false;
};

namespace {

constexpr int namesShown = 3;

/// The first of them, and how many there are besides.
QString listed(const QStringList& all)
{
    const QString names = all.mid(0, namesShown).join(QStringLiteral(", "));
    const auto more = static_cast<int>(all.size()) - namesShown;
    return more > 0 ? LetterDrop::tr("%1 and %2 more").arg(names).arg(more) : names;
}

} // namespace

LetterDrop::LetterDrop(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
{
}

void LetterDrop::take(const QStringList& files, AccountId shown)
{
    log({Code("letter.reading"), {files.size()}},
        [files, shown, today = m_book.today()](Workspace& workspace, const Portfolio& facts, Outcome& outcome) {
            std::vector<exchange::Letter> letters;
            for (const QString& file : files) {
                auto read = exchange::lettersOf(file, facts.book().zone, today);
                if (read)
                    letters.insert(letters.end(), read->begin(), read->end());
                else
                    outcome.unread.push_back(read.error());
            }
            return exchange::planLetters(workspace.book(), facts, letters, shown);
        });
}

void LetterDrop::paste(const QString& text, AccountId shown)
{
    log({Code("letter.reading"), {qint64(1)}},
        [text, shown, today = m_book.today(), locale = m_locale](Workspace& workspace, const Portfolio& facts,
                                                                 Outcome& outcome) -> Result<exchange::LetterPlan> {
            outcome.isPasted = true;
            auto letter = exchange::pastedLetter(text, facts.book().zone, today, locale);
            if (!letter)
                return tl::unexpected(letter.error());
            auto plan = exchange::planLetters(workspace.book(), facts, {&*letter, 1}, {});
            if (!plan || !plan->touches.empty() || plan->known > 0 || plan->left > 0)
                return plan;
            const AccountId named = exchange::addNamed(*letter, text, facts);
            return exchange::planLetters(workspace.book(), facts, {&*letter, 1}, named.isValid() ? named : shown);
        });
}

/// One undoable step of what is read where the book is.
void LetterDrop::log(const Message& label, const Read& read)
{
    if (!m_book.isEditable()) {
        Q_EMIT notLogged(tr("Nothing was logged."),
                         m_book.state() == OpenBook::State::Ready
                             ? widgets::whyNoEdit(m_book.looksBack())
                             : tr("Open the book with the accounts first, then drop the files again."));
        return;
    }
    auto outcome = std::make_shared<Outcome>();
    const auto work = [outcome, read](Workspace& workspace, const Progress&) -> Status {
        const auto facts = workspace.portfolio({});
        if (!facts)
            return tl::unexpected(facts.error());
        auto plan = read(workspace, *facts, *outcome);
        if (!plan)
            return tl::unexpected(plan.error());
        outcome->plan = std::move(*plan);
        if (outcome->plan.touches.empty())
            return {};
        const auto edited = workspace.edit(exchange::labelOf(outcome->plan), [&](book::Edit& edit) {
            return exchange::writeLetters(edit, outcome->plan);
        });
        return edited ? Status() : tl::unexpected(edited.error());
    };
    m_book.workOnBook(label, work, this, [this, outcome](const Status& done) {
        if (done)
            tell(*outcome);
        else
            Q_EMIT notLogged(tr("Nothing was logged."), words::render(done.error(), m_locale));
    });
}

void LetterDrop::tell(const Outcome& outcome)
{
    const exchange::LetterPlan& plan = outcome.plan;
    if (plan.accountIds.size() == 1) {
        const Touch& first = plan.touches.front().first;
        const bool isMeeting = plan.touches.size() == 1 && first.planned.value_or(false) && !first.tookPlace &&
                               first.day == m_book.today();
        Q_EMIT logged(plan.accountIds.front(), isMeeting);
    }
    QStringList sentences;
    for (const Error& error : outcome.unread)
        sentences << words::render(error, m_locale);
    const bool isNobodys = plan.touches.empty() && plan.known == 0 && plan.left == 0;
    if (outcome.isPasted && isNobodys)
        sentences << tr("It names nobody of this book. Open the account it belongs to and paste it there.");
    else if (!plan.strangers.isEmpty())
        sentences
            << tr("Nobody in the book has the address %1. Add it to a contact and drop the file again, or drop it "
                  "on the account it belongs to.")
                   .arg(listed(plan.strangers));
    if (plan.left > 0)
        sentences << tr("Left out: people who were erased, and meetings called off that the book does not have.");
    if (!sentences.isEmpty())
        Q_EMIT notLogged(plan.touches.empty() ? tr("Nothing was logged.") : tr("Some of it was not logged."),
                         sentences.join(u' '));
    else if (plan.touches.empty() && plan.known > 0)
        Q_EMIT said(tr("It is in the book already."));
    else if (!plan.newPeople.isEmpty())
        Q_EMIT said(tr("Logged. Not a contact yet: %1").arg(listed(plan.newPeople)));
}

} // namespace steward::shell
