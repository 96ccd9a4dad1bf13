// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/archive.h"

#include "core/base/zip_library.h"

namespace steward::exchange {

namespace {

tl::unexpected<Error> failed(const char* why)
{
    return fail(Code("export.archive"), ErrorKind::Failed, {QString::fromUtf8(why)});
}

struct FreeSource
{
    void operator()(zip_source_t* source) const { ZipLibrary::get()->zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

/// Adds the entries and writes the archive into its source.
Status fill(const ZipLibrary& zip, zip_source_t* target, const std::vector<ArchiveEntry>& entries)
{
    zip_error_t error;
    zip.zip_error_init(&error);
    zip.zip_source_keep(target); // closing the archive gives one hold back, we read after that
    zip_t* archive = zip.zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (!archive) {
        zip.zip_source_free(target);
        return failed(zip.zip_error_strerror(&error));
    }
    for (const ArchiveEntry& entry : entries) {
        zip_source_t* bytes =
            zip.zip_source_buffer(archive, entry.bytes.constData(), static_cast<zip_uint64_t>(entry.bytes.size()), 0);
        if (!bytes || zip.zip_file_add(archive, entry.name.constData(), bytes, ZIP_FL_ENC_UTF_8) < 0) {
            const Status status = failed(zip.zip_strerror(archive));
            zip.zip_source_free(bytes);
            zip.zip_discard(archive);
            return status;
        }
    }
    if (zip.zip_close(archive) == 0)
        return {};
    const Status status = failed(zip.zip_strerror(archive));
    zip.zip_discard(archive);
    return status;
}

} // namespace

Result<QByteArray> zipped(const std::vector<ArchiveEntry>& entries)
{
    if (!ZipLibrary::get())
        return failed("libzip is missing");
    const ZipLibrary& zip = *ZipLibrary::get();
    zip_error_t error;
    zip.zip_error_init(&error);
    const Source target(zip.zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!target)
        return failed(zip.zip_error_strerror(&error));
    if (auto done = fill(zip, target.get(), entries); !done)
        return tl::unexpected(done.error());
    zip_stat_t stat;
    zip.zip_stat_init(&stat);
    if (zip.zip_source_open(target.get()) != 0 || zip.zip_source_stat(target.get(), &stat) != 0)
        return failed(zip.zip_error_strerror(zip.zip_source_error(target.get())));
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip.zip_source_read(target.get(), bytes.data(), stat.size);
    zip.zip_source_close(target.get());
    return got == static_cast<zip_int64_t>(bytes.size()) ? Result<QByteArray>(bytes) : failed("short read");
}

} // namespace steward::exchange
