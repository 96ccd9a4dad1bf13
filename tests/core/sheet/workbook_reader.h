// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace steward::tests {

/// A sheet as another program reads it.
struct ReadSheet
{
    struct Cell
    {
        QString text; ///< escapes resolved
        bool isText = false;
        QString numberFormat;
    };
    QHash<QString, Cell> cells; ///< by "A1"
    int formulas = 0;
    bool isFrozen = false;
    QString filter;
    QHash<int, double> widths; ///< by column from 1
};

/// Sheet 1, 2, ... of a workbook; fails the test when the file is no workbook.
ReadSheet readSheet(const QString& path, int number);
/// One part of the package as it is.
QByteArray readPart(const QString& path, const QByteArray& name);

} // namespace steward::tests
