#include "app/sources/feed/feeddocument.h"
#include "app/sources/feed/opml.h"

#include <cstdint>
#include <cstdlib>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

void check(bool good)
{
    if (!good)
        std::abort();
}

/// What an item promises: a title on one line, a date that has a time, no address that runs a script.
void checkItem(const FeedEntry &item)
{
    check(!item.title.contains(u'\n'));
    check(!item.link.startsWith(u"javascript:", Qt::CaseInsensitive));
    const QString time = feedTime(item.published);
    check(item.published.isEmpty() ? time.isEmpty() : time.size() == 20 && time.endsWith(u'Z'));
}

} // namespace

/// Whatever the bytes are, they are read or refused with a reason, as a feed and as a list of feeds; what was read as a list comes
/// back from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto feed = readFeed(bytes, u"http://example.org/a/b"_s)) {
        for (const FeedEntry &item : feed->items)
            checkItem(item);
    } else {
        check(!feed.error().why.isEmpty());
    }
    const auto list = readOpml(bytes);
    if (!list) {
        check(!list.error().why.isEmpty());
        return 0;
    }
    const auto again = readOpml(writeOpml(*list));
    check(again && again->feeds.size() == list->feeds.size());
    return 0;
}
