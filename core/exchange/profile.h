// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date_parser.h"
#include "core/base/error.h"
#include "core/exchange/target.h"

#include <QJsonObject>

namespace steward::exchange {

/// What is done to the text of a cell before it is read.
enum class Transform
{
    None,
    UnixSeconds,
    UnixMilliseconds,
    HoursToMinutes,
    SecondsToMinutes,
    Cents,   ///< an amount written in minor units
    Percent, ///< 0-100 where 0-1 is kept
    Negate
};

/// One kind of file of one tool: how it is known and what its columns are. From resources/profiles/*.json, from a file
/// given by the user, or from a definition of the book (kind "import_profile").
struct Profile
{
    struct Column
    {
        QString header; ///< bare name
        QString target;
        Transform transform = Transform::None;
    };
    enum class Origin
    {
        Generic, ///< synonyms; any tool
        Shipped,
        Book,
        File
    };
    QString id;     ///< "salesforce"; unique together with kind
    QString source; ///< name space of its keys
    Kind kind;
    Origin origin = Origin::Generic;
    /// Each entry needs one of its headers (bare names).
    std::vector<QStringList> required;
    QStringList any; ///< anyCount of them are needed
    int anyCount = 0;
    QStringList none;  ///< a file with one of them is something else
    QStringList own;   ///< headers of the row's own key: strong evidence for the kind
    QStringList files; ///< parts of a bare file name that speak for it
    std::vector<Column> columns;
    QHash<QString, QString> constants; ///< target -> text, for every row
    std::optional<DateOrder> dateOrder;
};

/// {"id", "source", "kind", "match":{"required":["A|B"], "any":[], "count":1, "none":[], "own":[], "file":[]},
///  "map":{header: target or {"field","transform"}}, "columns":{target:[headers]}, "constants":{}, "dateOrder":"dmy"},
/// or {"id", "source", "files":[{...}, ...]}. Error "import.profile" with what is wrong.
[[nodiscard]] Result<std::vector<Profile>> parseProfiles(const QByteArray& json, Profile::Origin origin);
/// All profiles that ship, specific ones first.
[[nodiscard]] const std::vector<Profile>& shippedProfiles();

} // namespace steward::exchange
