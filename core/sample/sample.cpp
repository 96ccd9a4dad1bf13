// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample.h"

#include "core/content/content.h"
#include "core/sample/scene.h"

#include <algorithm>
#include <array>
#include <span>

namespace steward::sample {

namespace {

/// Enough to insert in large pieces, few enough to hold.
constexpr int accountsAtOnce = 500;

void writeAccount(World& world, const Plot& plot)
{
    using Writer = void (*)(World&, Scene&);
    // Goals come early: conversations and deals speak of them.
    static constexpr std::array<Writer, 15> facts{writeFirm,     writeContract,   writeInvoices, writeUsage,
                                                  writeGoals,    writeMilestones, writeTouches,  writeTickets,
                                                  writeAnswers,  writeRisks,      writeReviews,  writeChances,
                                                  writeAdvocacy, writeWork,       writeNotes};
    Scene scene{plot, {}, world.csms[static_cast<std::size_t>(plot.csm)], {}, {}, {}};
    for (const Writer write : facts)
        write(world, scene);
}

/// The parent firms with their children: what is agreed with one counts for all.
void writeGroups(World& world, const std::vector<Plot>& cast)
{
    for (const Plot& head : cast) {
        if (!head.isParent)
            continue;
        CustomerGroup group;
        group.name = head.name;
        group.accounts = {world.accountAt(head.index)};
        for (int at = head.block * world.content.stories.accounts; at < static_cast<int>(cast.size()); ++at) {
            const Plot& plot = cast[static_cast<std::size_t>(at)];
            if (plot.block != head.block)
                break;
            if (plot.parentIndex == head.index)
                group.accounts.push_back(world.accountAt(plot.index));
        }
        group.note = QStringLiteral("One agreement on goals for all of them");
        world.batch.add(group, head.start);
    }
}

Status writePart(World& world, std::span<const Plot> part, const SampleOptions& options, book::Edit& edit)
{
    for (const Plot& plot : part) {
        writeAccount(world, plot);
        if ((plot.index + 1) % accountsAtOnce != 0)
            continue;
        options.progress.at(plot.index + 1, options.accounts);
        if (options.progress.isCancelled())
            return fail(Code("cancelled"), ErrorKind::Cancelled);
        if (auto done = world.batch.flush(edit); !done)
            return done;
    }
    return {};
}

} // namespace

Status writeSample(const SampleEdit& edit, const SampleOptions& options)
{
    const auto texts = content::shippedSample();
    const auto shipped = content::shipped();
    if (!texts || !shipped)
        return tl::unexpected(texts ? shipped.error() : texts.error());
    const Months months{options.asOf, texts->stories.months};
    Batch batch(options.seed);
    World world{batch, *texts, shipped->segments, months, options.seed, batch.peekId(Entity::Account), {}, {}, {}, {},
                {},    {}};
    writeBook(world);
    const std::vector<Plot> cast = castOf(*texts, months, options.accounts, options.seed);
    const int blockSize = texts->stories.accounts;
    const auto partSize = static_cast<std::size_t>(std::max(options.accountsInEdit / blockSize, 1) * blockSize);
    for (std::size_t from = 0; from < cast.size(); from += partSize) {
        const auto part = std::span(cast).subspan(from, std::min(partSize, cast.size() - from));
        const auto done = edit(static_cast<int>(part.size()), [&](book::Edit& work) -> Status {
            if (auto written = writePart(world, part, options, work); !written)
                return written;
            if (from + part.size() == cast.size())
                writeGroups(world, cast);
            return batch.finish(work);
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace steward::sample
