// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> importSentences()
{
    static constexpr Sentence all[] = {
        {"import.kind.none",
         QT_TRANSLATE_NOOP("words", "%1 is no kind of file; say accounts, contacts, subscriptions, usage, invoices, "
                                    "tickets, surveys or another, or let \"steward-cli detect FILE\" tell.")},
        {"import.no_header", QT_TRANSLATE_NOOP("words", "The file has no rows; export it again.")},
        {"import.words", QT_TRANSLATE_NOOP("words", "The word lists cannot be read (at byte %1).")},
        {"import.profile", QT_TRANSLATE_NOOP("words", "Profile %1 cannot be used: %2. Correct it and try again.")},
        {"import.profile.unknown",
         QT_TRANSLATE_NOOP("words", "There is no import profile %1; choose one of those that detect names.")},
        {"import.map.no_column",
         QT_TRANSLATE_NOOP("words", "The file has no column %1; check the header with: rows FILE")},
        {"import.map.no_field", QT_TRANSLATE_NOOP("words", "%2 have no field %1; choose another.")},
        {"import.ask.kind",
         QT_TRANSLATE_NOOP("words", "Steward cannot tell what %2 holds; say so with a kind, as in: import accounts "
                                    "%2, and map the columns it does not know with --map COLUMN=field")},
        {"import.ask.other_kind",
         QT_TRANSLATE_NOOP("words", "%2 looks like %3, not like %4; import it as %3, or add --confirm-kind if it does "
                                    "hold %4. Nothing was changed.")},
        {"import.ask.no_columns",
         QT_TRANSLATE_NOOP("words", "No column of %2 is known as a field of %3; map at least one, as in: --map "
                                    "COLUMN=name. Nothing was changed.")},
        {"import.ask.account",
         QT_TRANSLATE_NOOP("words", "No column names the account; map one, as in: --map COLUMN=account_id")},
        {"import.ask.date",
         QT_TRANSLATE_NOOP("words", "No column says the day of the figures; map one, as in: --map COLUMN=day, or "
                                    "say which day they are of, as in: --data-up-to 2026-11-21")},
        {"import.ask.date_order",
         QT_TRANSLATE_NOOP("words",
                           "The dates in column %1 (%2) can be read in several orders; say which with --date-order.")},
        {"import.ask.mixed_dates",
         QT_TRANSLATE_NOOP(
             "words",
             "The dates do not follow one order; say which is meant with --date-order, the others are left out.")},
        {"import.ask.date_numbers",
         QT_TRANSLATE_NOOP("words", "The dates are numbers; a profile has to say what they count.")},
        {"import.ask.decimal_sign",
         QT_TRANSLATE_NOOP(
             "words", "In column %1 (%2) the comma or the point may be the decimal sign; say which with --decimal.")},
        {"import.ask.few_dates",
         QT_TRANSLATE_NOOP("words",
                           "Most of column %1 (%2) is no date; say what it is with --map \"%1=%3\" (what is no "
                           "date is left out then and told) or --map \"%1=ignore\". Nothing was changed.")},
        {"import.ask.few_numbers",
         QT_TRANSLATE_NOOP("words",
                           "Most of column %1 (%2) is no number; say what it is with --map \"%1=%3\" (what is "
                           "no number is left out then and told) or --map \"%1=ignore\". Nothing was changed.")},
        {"import.ask.few_values",
         QT_TRANSLATE_NOOP("words",
                           "Most of column %1 (%2) is no number; say with --map \"%1=%3\" that it holds the values "
                           "(what is no number is left out then and told). Nothing was changed.")},
        {"import.ask.no_values",
         QT_TRANSLATE_NOOP("words",
                           "Without column %1 the rows have no values; say --map \"%1=%3\", or take the column out of "
                           "the file if each row is one event. Nothing was changed.")},
        {"import.ask.open", QT_TRANSLATE_NOOP("words", "The import needs an answer first: column %1.")},
        {"import.account.churned_but_paid",
         QT_TRANSLATE_NOOP("words", "It left on this day, but a paid subscription has no end: its MRR stays in the "
                                    "figures until ended_on of the subscription is known.")},
        {"import.account.churn_no_day",
         QT_TRANSLATE_NOOP("words", "It has churned, but the file does not say when: a former customer whose MRR stays "
                                    "in the figures until churned_on is known.")},
        {"import.alike",
         QT_TRANSLATE_NOOP("words",
                           "%n new accounts look like accounts of the book, %2 like %3. Say which are the same "
                           "with --link \"%2=%3\", or make new accounts of them all (import --help); nothing was "
                           "changed."),
         0,
         QT_TRANSLATE_NOOP("words", "%2 looks like %3 of the book. Say that they are the same with --link \"%2=%3\", "
                                    "or make a new account of it (import --help); nothing was changed.")},
        {"import.counts", QT_TRANSLATE_NOOP("words", "%1 rows: %2 created, %3 updated, %4 unchanged, %5 left out"), 0,
         QT_TRANSLATE_NOOP("words", "%1 row: %2 created, %3 updated, %4 unchanged, %5 left out")},
        {"import.rejects.csv_only",
         QT_TRANSLATE_NOOP("words", "Rows left out are saved as CSV; choose a name such as left-out.csv, not %1.")},
        {"import.cell.not_ours", QT_TRANSLATE_NOOP("words", "The cell is not written as Steward writes it.")},
        {"import.label_set", QT_TRANSLATE_NOOP("words", "Import of everything from %1")},
        {"import.cell.not_a_date", QT_TRANSLATE_NOOP("words", "This is no date.")},
        {"import.cell.no_such_day", QT_TRANSLATE_NOOP("words", "There is no such day.")},
        {"import.cell.date_ambiguous", QT_TRANSLATE_NOOP("words", "The date can be read in several ways.")},
        {"import.cell.date_order", QT_TRANSLATE_NOOP("words", "The date does not follow the order of its column.")},
        {"import.cell.time_zone", QT_TRANSLATE_NOOP("words", "The time names a zone that several places use.")},
        {"import.cell.not_a_number", QT_TRANSLATE_NOOP("words", "This is no number.")},
        {"import.cell.not_whole", QT_TRANSLATE_NOOP("words", "A whole number is needed.")},
        {"import.cell.decimal_sign", QT_TRANSLATE_NOOP("words", "The decimal sign does not follow its column.")},
        {"import.cell.multiplier",
         QT_TRANSLATE_NOOP("words", "Shortened numbers such as 1.5K are not multiplied; write them out.")},
        {"import.cell.too_large", QT_TRANSLATE_NOOP("words", "The number is too large.")},
        {"import.cell.not_a_flag", QT_TRANSLATE_NOOP("words", "This says neither yes nor no.")},
        {"import.cell.not_a_currency",
         QT_TRANSLATE_NOOP("words", "This is no currency; write its three letters, as in EUR.")},
        {"import.contact.erased",
         QT_TRANSLATE_NOOP("words", "This person was erased from the book for good; the row was left out.")},
        {"import.account.unknown", QT_TRANSLATE_NOOP("words", "No account has this key or name.")},
        {"import.account.missing", QT_TRANSLATE_NOOP("words", "The row names no account.")},
        {"import.keyless",
         QT_TRANSLATE_NOOP("words", "%n rows name no account; they were kept and count in the whole book only."), 0,
         QT_TRANSLATE_NOOP("words", "One row names no account; it was kept and counts in the whole book only.")},
        {"import.rejects.first",
         QT_TRANSLATE_NOOP("words",
                           "Only the first %1 of %2 rows that were left out are in the file; correct what they "
                           "have in common in the file itself and import it again.")},
        {"import.account.ambiguous", QT_TRANSLATE_NOOP("words", "Several accounts have this name; use their key.")},
        {"import.subscription.unknown",
         QT_TRANSLATE_NOOP("words", "No subscription has this key, so the account is not known.")},
        {"import.metric.unknown",
         QT_TRANSLATE_NOOP("words", "No metric of the book has this id; import metrics.csv of the same export first.")},
        {"import.contact.unknown",
         QT_TRANSLATE_NOOP("words", "No contact of the account has this key, name or e-mail.")},
        {"import.reference.unknown",
         QT_TRANSLATE_NOOP("words", "Nothing in the book has this key; the field stays empty.")},
        {"import.row.ambiguous", QT_TRANSLATE_NOOP("words", "Several records have this name; a key is needed.")},
        {"import.row.repeated",
         QT_TRANSLATE_NOOP("words",
                           "The file holds this record twice: %1 here replaces %2 of line %3; correct the file "
                           "if that is wrong.")},
        {"import.row.no_name", QT_TRANSLATE_NOOP("words", "The row has neither a key nor a name.")},
        {"import.fact.since_file",
         QT_TRANSLATE_NOOP("words", "The file does not say since when: this counts from the day of the file on, and on "
                                    "no day before.")},
        {"import.change.from_today",
         QT_TRANSLATE_NOOP("words", "The file does not say since when: this change counts from the day of the import "
                                    "on, days before keep what they had.")},
        {"import.fact.no_day",
         QT_TRANSLATE_NOOP("words", "The file does not say when this was: it is kept, but counts on no day and in no "
                                    "period.")},
        {"import.subscription.active_after_end",
         QT_TRANSLATE_NOOP("words", "The status says active, but the end lies in the past.")},
        {"import.subscription.step",
         QT_TRANSLATE_NOOP("words", "The file does not say since when: this counts from the day of the file on, and "
                                    "until then what the book had.")},
        {"import.subscription.past_rewritten",
         QT_TRANSLATE_NOOP("words",
                           "Figures of earlier months change with this: the contract has ended, has no start, or "
                           "is billed in another way now.")},
        {"import.subscription.period_unknown",
         QT_TRANSLATE_NOOP("words",
                           "This billing period is not known, so the subscription counts in no MRR; use month, "
                           "quarter, half_year, year, multi_year with its months, or one_off.")},
        {"import.subscription.period_assumed",
         QT_TRANSLATE_NOOP("words", "The billing period is not said: the amount is taken as that of a month.")},
        {"import.subscription.end_before_start", QT_TRANSLATE_NOOP("words", "It ended before it began.")},
        {"import.ticket.open_with_end", QT_TRANSLATE_NOOP("words", "The status says open, but there is an end.")},
        {"import.ticket.closed_before_opened", QT_TRANSLATE_NOOP("words", "It was closed before it was opened.")},
        {"import.ticket.csat_range", QT_TRANSLATE_NOOP("words", "The rating lies outside its scale.")},
        {"import.survey.no_kind",
         QT_TRANSLATE_NOOP("words",
                           "It is not said whether this answers NPS, CSAT or CES; name the file after it or map a "
                           "column to kind.")},
        {"import.survey.no_answer", QT_TRANSLATE_NOOP("words", "The row has neither a score nor a comment.")},
        {"import.survey.range", QT_TRANSLATE_NOOP("words", "The answer lies outside its scale.")},
        {"import.survey.scale",
         QT_TRANSLATE_NOOP("words",
                           "No column says how far the answers go: they are read on this scale, by the highest "
                           "of the file; if it is another, import them again with a column that says it.")},
        {"import.survey.scale_known",
         QT_TRANSLATE_NOOP("words", "No column says how far the answers go: they are read on this scale, as earlier "
                                    "ones of this source were.")},
        {"import.survey.scale_larger",
         QT_TRANSLATE_NOOP("words",
                           "Earlier answers of this source were read on a scale that ends at %1, these on "
                           "another; if that was wrong, import the earlier file again with a column that says it.")},
        {"import.rate.no_day",
         QT_TRANSLATE_NOOP("words",
                           "It is not said on which day this rate holds; add a column day, or say --data-up-to.")},
        {"import.rate.no_currency",
         QT_TRANSLATE_NOOP("words", "It is not said of which currency this rate is; add a column currency.")},
        {"import.rate.no_rate",
         QT_TRANSLATE_NOOP("words", "This is no rate; write one of the book's currency for one of this, as in 0.92")},
        {"import.rate.other_currency",
         QT_TRANSLATE_NOOP("words", "This rate leads to another currency than the one the book adds up in.")},
        {"import.movement.kind",
         QT_TRANSLATE_NOOP("words", "This is no type of movement; use new, expansion, contraction, churn or "
                                    "reactivation.")},
        {"import.movement.sign",
         QT_TRANSLATE_NOOP("words", "The amount is negative, but its type adds; the type counts, so it was added.")},
        {"import.invoice.paid_before_issued", QT_TRANSLATE_NOOP("words", "It was paid before it was issued.")},
        {"import.like.domain", QT_TRANSLATE_NOOP("words", "Has the same domain as an account of another tool.")},
        {"import.like.email_domain",
         QT_TRANSLATE_NOOP("words", "People of this account have e-mail addresses of the same domain.")},
        {"import.proposals",
         QT_TRANSLATE_NOOP("words", "%n names may mean accounts of the book, %2 may be %3; accept with: --link "
                                    "\"%2=%3\" (all of them: --format json)"),
         0, QT_TRANSLATE_NOOP("words", "%2 may be %3 in the book; accept with: --link \"%2=%3\"")},
        {"import.total.differs",
         QT_TRANSLATE_NOOP("words", "The file's own total says %1, but what was taken from its rows adds up to %2.")},
        {"import.part_of_set",
         QT_TRANSLATE_NOOP("words", "%1 belongs to a complete export; read its folder with: import all DIR")},
        {"import.like.name", QT_TRANSLATE_NOOP("words", "Has nearly the name of an account of another tool.")},
        {"import.checking", QT_TRANSLATE_NOOP("words", "Checking %n files"), 0,
         QT_TRANSLATE_NOOP("words", "Checking one file")},
        {"import.cancelled", QT_TRANSLATE_NOOP("words", "The import was stopped; nothing was changed.")},
        {"import.book_changed",
         QT_TRANSLATE_NOOP("words", "The book has changed since the preview; look at it again.")},
        {"import.usage.event_collision",
         QT_TRANSLATE_NOOP("words", "One event id stands for different contents; all rows are counted.")},
        {"import.usage.event_repeated",
         QT_TRANSLATE_NOOP("words", "The same event stands in the file twice; it counts once.")},
        {"import.usage.partial_day",
         QT_TRANSLATE_NOOP("words", "The first and the last day of the file may be covered only in part.")},
        {"import.usage.new_metric", QT_TRANSLATE_NOOP("words", "A metric that the book did not know was made.")},
        {"import.usage.completed",
         QT_TRANSLATE_NOOP("words", "These rows were left out before: they complete the days of their file and do not "
                                    "replace them.")},
        {"import.usage.rows_counted",
         QT_TRANSLATE_NOOP("words", "No column holds numbers, so the rows are counted: each is one event.")},
        {"import.usage.no_day", QT_TRANSLATE_NOOP("words", "The row has no day.")},
        {"import.usage.no_value", QT_TRANSLATE_NOOP("words", "The row has no value.")},
        {"export.kind_unknown",
         QT_TRANSLATE_NOOP("words",
                           "There is nothing called %1 to export; say all, accounts, contacts, usage or another "
                           "kind.")},
        {"export.folder", QT_TRANSLATE_NOOP("words", "The folder %1 cannot be made; choose another place.")},
        {"import.set.incomplete",
         QT_TRANSLATE_NOOP("words", "%1 is no complete export: %2 is missing; make one with: export all --output DIR")},
        {"import.set.column", QT_TRANSLATE_NOOP("words", "%1 has no column %2.")},
        {"import.set.cell", QT_TRANSLATE_NOOP("words", "%1, line %2: column %3 cannot be read.")},
        {"import.set.out_of_scale",
         QT_TRANSLATE_NOOP("words", "%1, line %2: %3 is %4, outside of its scale from %5 to %6; it was kept as written "
                                    "and counts nowhere. Correct it.")},
        {"import.subscription.always",
         QT_TRANSLATE_NOOP("words", "The file does not say since when this contract runs: it counts on every earlier "
                                    "day too. Add a column with its start where it began later.")},
        {"import.amount.rounded",
         QT_TRANSLATE_NOOP("words", "Its currency has fewer decimals than this: the amount was rounded.")},
        {"import.band.unknown", QT_TRANSLATE_NOOP("words", "A band is green, yellow or red.")},
        {"import.override_reason.unknown",
         QT_TRANSLATE_NOOP("words", "A reason is seasonal, pause, reorganisation, migration, verbal_renewal, "
                                    "contract_signed, wrong_data, executive or other; the note says what.")},
        {"import.severity.unknown", QT_TRANSLATE_NOOP("words", "A severity is low, medium, high or critical.")},
        {"import.goal_status.unknown",
         QT_TRANSLATE_NOOP("words", "The status of a goal is draft, agreed, on_track, at_risk, behind, met, changed or "
                                    "dropped.")},
        {"import.quiet.end_before_start",
         QT_TRANSLATE_NOOP("words", "The quiet period ends before it begins; correct one of the two days.")},
        {"import.pulse.range", QT_TRANSLATE_NOOP("words", "A rating is a whole number from 1 to 6.")},
        {"import.set.book_not_new",
         QT_TRANSLATE_NOOP("words", "Only a new book can take a complete export; make one with: create FILE. One file "
                                    "of it goes into any book with: import KIND FILE")},
    };
    return all;
}

} // namespace steward::words
