// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/catalogue.h"
#include "core/content/journey.h"
#include "core/content/kpi.h"
#include "core/content/play.h"
#include "core/content/sample.h"
#include "core/content/scorecard.h"
#include "core/content/segment.h"
#include "core/content/signal.h"
#include "core/content/survey.h"
#include "core/content/words.h"

namespace steward::content {

/// What Steward knows before a book has said anything (resources/content). A plain value, read once and handed around.
struct Content
{
    Scorecards scorecards;
    std::vector<Segment> segments;
    WordLists words;
    Journeys journeys;
    Kpis kpis;
    Surveys surveys;
    Brief brief;
    Signals signalRules;
    std::vector<Play> plays;
    Catalogue catalogue;
};

/// The files by name, as they are shipped or as a book keeps them: "scorecards.json" -> bytes.
using Files = std::map<QString, QByteArray>;

/// The files a book copies, without the sample: scorecards, segments, words, journeys, kpis, surveys, brief, signals
/// and one for each play.
[[nodiscard]] const QStringList& fileNames();
/// The bytes of a shipped file, "scorecards.json" or "sample/names.json"; empty for a name that is not shipped.
[[nodiscard]] QByteArray shippedFile(const QString& name);
[[nodiscard]] Files shippedFiles();

/// Reads and checks content, shipped or from a book. A missing file is reported as "content.file.missing". Beside the
/// checks of each file: segments and word lists named across files exist, every placeholder of every text is known, a
/// key stands for one text.
[[nodiscard]] Parsed<Content> parseContent(const Files& files);

/// The content this Steward was built with. "content.damaged" with the first issue's place and code: a broken package.
[[nodiscard]] Result<Content> shipped();
/// The texts and stories of the sample book; read only when one is made.
[[nodiscard]] Result<SampleContent> shippedSample();

} // namespace steward::content
