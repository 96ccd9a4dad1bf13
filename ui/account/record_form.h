// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "ui/account/account_figures.h"

#include <QHash>
#include <QLocale>
#include <span>

/// The fields of records as people see and type them. One table for reading, writing and making records of an account.
namespace steward::account {

enum class Editor
{
    Line,
    Text,
    Day,
    Moment, ///< a day and a time in the book's zone
    Number,
    Amount,
    Flag,
    Choice,    ///< of a list
    Choices,   ///< several of a list
    Ours,      ///< one of us
    Theirs,    ///< one of their people
    TheirsMany ///< several of their people
};

/// The roles of a contact live in records of their own.
inline constexpr const char* rolesField = "*roles";
/// Parts of the onboarding plan are custom fields of the account.
[[nodiscard]] bool isPlanField(QStringView name);

struct FormField
{
    const char* name; ///< canonical, or rolesField
    const char* label;
    Editor editor = Editor::Line;
    const char* list = "";   ///< list of words, of Choice and Choices
    bool isEditable = true;  ///< false: what another tool says
    bool isOfPerson = false; ///< "They may ask to read this."
};
/// Empty: records of this kind have no form.
[[nodiscard]] std::span<const FormField> fieldsOf(Entity entity);
[[nodiscard]] QString labelOf(const FormField& field);
/// "goal", "risk"; of a touch by its kind.
[[nodiscard]] QString nounOf(Entity entity, const QString& kind = {});
struct RecordDraft;
[[nodiscard]] QString nounOf(const RecordDraft& draft);

/// What a key makes.
enum class NewRecord
{
    Note,
    Call,
    Meeting,
    Email,
    Rating, ///< "I see it differently"
    Band,   ///< set by hand
    Goal,
    Risk,
    Person,
    Task,
    Milestone,
    Value,
    RenewalCall,
    Step,          ///< of the plan shared with the customer: who of both sides does what
    OnboardingPlan ///< of the account, with what it says already
};

/// A record while it is typed: values by the name of the field, as texts and ids.
struct RecordDraft
{
    Entity entity = Entity::Touch;
    qint64 id = 0;              ///< 0: a new one
    std::vector<QString> shown; ///< names of the fields, in order; the first takes the focus
    QHash<QString, QStringList> values;

    [[nodiscard]] QString value(const QString& field) const { return values.value(field).value(0); }
};
[[nodiscard]] RecordDraft draftOf(NewRecord kind, const AccountFigures& figures, const QLocale& locale);
/// none: the account has no such record. Fields that may be changed.
[[nodiscard]] std::optional<RecordDraft> draftOf(RecordRef record, const AccountFigures& figures,
                                                 const QLocale& locale);

struct Option
{
    QString id;
    QString text;
};
/// What may be chosen in a field, in the order offered.
[[nodiscard]] std::vector<Option> optionsOf(const FormField& field, const AccountFigures& figures,
                                            const QLocale& locale);

/// What was wrong: the field and one sentence.
struct DraftFault
{
    QString field;
    Error error;
};
/// Checks a draft. Codes: "cell.not-a-date", "record.not-a-number", "record.needed", "record.band-note",
/// "record.band-until", "record.plan-open".
[[nodiscard]] std::optional<DraftFault> faultOf(const RecordDraft& draft, const AccountFigures& figures,
                                                const QLocale& locale);
/// Writes a draft without fault inside one edit; undone as one.
[[nodiscard]] Status write(book::Edit& edit, const RecordDraft& draft, const AccountFigures& figures,
                           const QLocale& locale);
/// What the edit is called in the history.
[[nodiscard]] Message labelOf(const RecordDraft& draft, const AccountFigures& figures, const QLocale& locale);

/// A record as it is read: label and value of every field that says something.
struct RecordText
{
    struct Field
    {
        QString label;
        QString value;
        bool isLong = false;
        bool isUnknown = false; ///< worth filling
    };
    QString title;
    QString about;
    std::vector<Field> fields;
    bool isEditable = false;
    bool isRemovable = false; ///< typed in Steward, not imported
    bool isOfPerson = false;
};
[[nodiscard]] std::optional<RecordText> recordText(RecordRef record, const AccountFigures& figures,
                                                   const QLocale& locale);

} // namespace steward::account
