// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/reader.h"
#include "core/content/sample.h"

// The parts parseSample() is made of; not for other rooms.
namespace steward::content {

void readNames(const QByteArray& bytes, SampleNames& names, Issues& issues);
void readStories(const QByteArray& bytes, SampleStories& stories, Issues& issues);

/// A required text whose placeholders are checked.
[[nodiscard]] QString sampleText(Reader& reader, QStringView field);
/// kind may be empty; more may be empty or absent in the file.
[[nodiscard]] std::vector<SampleLine> sampleLines(Reader& file, QStringView list, QStringView kind, QStringView text,
                                                  QStringView more = {});

} // namespace steward::content
