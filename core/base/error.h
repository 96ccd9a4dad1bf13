// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QDate>
#include <QString>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace steward {

/// What a sentence is about, without the sentence: "book.held", "import.date.ambiguous". core/words turns a code and
/// its arguments into words of a language, and only when someone looks. A code is a string literal of the room that
/// says it.
class Code
{
public:
    constexpr Code() = default;
    constexpr explicit Code(std::string_view id)
        : m_id(id)
    {
    }
    [[nodiscard]] constexpr std::string_view id() const { return m_id; }
    friend constexpr bool operator==(Code, Code) = default;

private:
    std::string_view m_id;
};

/// A typed argument of a message; formatted for the reader's locale by core/words.
using Argument = std::variant<qint64, double, QString, QDate, Money>;
using Arguments = std::vector<Argument>;

struct Message
{
    Code code;
    Arguments arguments;
    friend bool operator==(const Message&, const Message&) = default;
};

/// Decides the exit status and whether a retry makes sense; the code says what happened.
enum class ErrorKind
{
    Failed,    ///< could not be done; nothing changed
    Usage,     ///< the request itself is wrong (exit status 2)
    NotFound,  ///< what was named does not exist (exit status 2)
    Ambiguous, ///< what was named matches several (exit status 2); the arguments list them
    Cancelled, ///< the user stopped it; nothing changed
    Held,      ///< somebody else has the book open
    ReadOnly,  ///< the book is open for reading only
    Io,        ///< disk full, no permission, device error
    Corrupt    ///< the file is damaged or is not a book
};

struct Error
{
    Code code;
    ErrorKind kind = ErrorKind::Failed;
    Arguments arguments;
    [[nodiscard]] Message message() const { return {code, arguments}; }
    friend bool operator==(const Error&, const Error&) = default;
};

/// Every function that can fail returns one, marked [[nodiscard]]. Bad user data is not an error but a report.
template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(Code code, ErrorKind kind = ErrorKind::Failed, Arguments arguments = {})
{
    return tl::unexpected<Error>(Error{code, kind, std::move(arguments)});
}

} // namespace steward
