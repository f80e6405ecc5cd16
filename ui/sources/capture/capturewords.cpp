#include "ui/sources/capture/capturewords.h"

#include "ui/sources/sourcetext.h"

using namespace Qt::StringLiterals;

namespace redoubt::capturewords {

namespace {

using State = CaptureItem::State;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::CaptureWords)
};

QString readable(const QString &address)
{
    const QString shown = QUrl(address).toDisplayString(QUrl::RemoveScheme | QUrl::RemoveUserInfo);
    return shown.startsWith("//"_L1) ? shown.sliced(2) : address;
}

QString joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

QString redirects(const CaptureItem &item)
{
    return item.hops.isEmpty() ? QString() : Words::tr("redirects: %1").arg(QLocale().toString(item.hops.size()));
}

/// "301 https://example.org/a → https://example.org/b", a line each.
QStringList way(const CaptureItem &item)
{
    QStringList lines;
    for (qsizetype i = 0; i < item.hops.size(); ++i) {
        const QString to = i + 1 < item.hops.size() ? item.hops.at(i + 1).address : item.finalAddress;
        lines.append(Words::tr("Redirected (%1) to %2").arg(item.hops.at(i).status).arg(to));
    }
    return lines;
}

QString failed(const CaptureItem &item)
{
    return joined({item.error.why, item.error.remedy}, u" "_s);
}

} // namespace

QString glyph(State state)
{
    switch (state) {
    case State::Waiting:
        return u"○"_s;
    case State::Fetching:
        return u"↓"_s;
    case State::Done:
        return u"✓"_s;
    case State::Unchanged:
        return u"="_s;
    case State::Failed:
        return u"✕"_s;
    case State::Cancelled:
        return u"–"_s;
    }
    return {};
}

QString state(const CaptureItem &item)
{
    switch (item.state) {
    case State::Waiting:
        return item.attempts > 0 ? Words::tr("tries again soon") : Words::tr("waiting");
    case State::Fetching:
        return item.progress > 0 ? Words::tr("fetching %1 %").arg(QLocale().toString(int(item.progress * 100))) : Words::tr("fetching…");
    case State::Done:
        return Words::tr("captured");
    case State::Unchanged:
        return Words::tr("unchanged");
    case State::Failed:
        return Words::tr("failed");
    case State::Cancelled:
        return Words::tr("cancelled");
    }
    return {};
}

QString name(const CaptureItem &item)
{
    return item.title.isEmpty() ? readable(item.address) : item.title.simplified();
}

QString detail(const CaptureItem &item)
{
    switch (item.state) {
    case State::Done:
        return joined({u'@' + item.key, QLocale().formattedDataSize(item.bytes, 0), redirects(item), item.remark.isEmpty() ? QString() : Words::tr("without text")}, u" · "_s);
    case State::Unchanged:
        return Words::tr("@%1 · as captured %2").arg(item.key, sourcetext::minute(item.capturedAt));
    case State::Failed:
        return failed(item);
    case State::Waiting:
    case State::Fetching:
    case State::Cancelled:
        return item.attempts > 1 || !item.error.why.isEmpty() ? joined({Words::tr("Attempt %1.").arg(std::max(1, item.attempts)), item.error.why}, u" "_s)
                                                              : readable(item.address);
    }
    return {};
}

QString story(const CaptureItem &item)
{
    QStringList lines{item.address};
    lines += way(item);
    if (!item.remark.isEmpty())
        lines.append(Words::tr("Kept without text. %1").arg(item.remark));
    if (item.state == State::Unchanged)
        lines.append(Words::tr("The server says that nothing has changed since it was captured on %1.").arg(sourcetext::minute(item.capturedAt)));
    lines.append(failed(item));
    return joined(lines, u"\n"_s);
}

QString toolTip(const CaptureItem &item)
{
    const QString text = joined({item.title, u"%1 %2"_s.arg(glyph(item.state), state(item)), story(item)}, u"\n"_s);
    return u"<p style='white-space:pre-wrap'>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

QString spoken(const CaptureItem &item)
{
    return joined({name(item), state(item), story(item).replace(u'\n', u' ')}, u", "_s);
}

} // namespace redoubt::capturewords
