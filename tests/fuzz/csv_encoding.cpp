// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in any encoding: the text is valid UTF-8, and the same in two pieces as in one.
#include "core/csv/encoding.h"
#include "core/csv/sniff.h"
#include "tests/fuzz/require.h"

#include <QByteArrayView>
#include <QUtf8StringView>
#include <array>

using namespace steward::csv;
using steward::fuzz::require;

namespace {

std::string decoded(std::string_view bytes, Encoding encoding, bool replaceNul, size_t cut)
{
    Decoder decoder(encoding, false, replaceNul);
    std::string text;
    const std::array pieces = {bytes.substr(0, cut), bytes.substr(cut)};
    for (size_t piece = 0; piece < pieces.size(); ++piece) {
        std::string room(Decoder::decodedRoom(pieces[piece].size()), '\0');
        const size_t written = decoder.decode(pieces[piece], piece == 1, room.data(), text.size());
        require(written <= room.size());
        text.append(room, 0, written);
    }
    for (const Mark& mark : decoder.takeMarks())
        require(std::string_view(text).substr(mark.offset).starts_with("\xef\xbf\xbd"));
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 2), size - 2);
    const auto encoding = static_cast<Encoding>(data[0] % 6);
    const bool replaceNul = (data[0] & 0x80) != 0;
    const std::string whole = decoded(bytes, encoding, replaceNul, 0);
    require(QUtf8StringView(whole.data(), static_cast<qsizetype>(whole.size())).isValidUtf8());
    require(decoded(bytes, encoding, replaceNul, std::min<size_t>(data[1], bytes.size())) == whole);
    const Sniffed sniffed = sniff(bytes, (data[0] & 0x40) != 0);
    require(!sniffed.evidence.candidates.empty());
    require(sniffed.dialect.delimiter != sniffed.dialect.quote);
    return 0;
}
