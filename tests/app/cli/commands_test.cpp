// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "tests/support/printers.h"

#include <QSet>

using namespace steward::cli;

TEST_CASE("every command has one name, says what it does and how it is called", "[cli]")
{
    QSet<QString> names;
    for (const Command& command : commands()) {
        CAPTURE(command.name.toStdString());
        CHECK_FALSE(names.contains(command.name));
        names.insert(command.name);
        CHECK(command.form.startsWith(command.name));
        CHECK_FALSE(command.help.isEmpty());
        CHECK(command.least <= command.most);
        CHECK(command.run);
        for (const Option& option : command.options)
            CHECK_FALSE(option.help.isEmpty());
    }
    CHECK(names.contains(QStringLiteral("rows")));
}
