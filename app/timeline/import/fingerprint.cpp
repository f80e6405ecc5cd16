#include "app/timeline/import/fingerprint.h"

#include <QtEndian>

#include <algorithm>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

/// FNV-1a with 64 bits, over UTF-16 units.
class Hash
{
public:
    Hash &add(QStringView text)
    {
        for (const QChar c : text)
            mix(c.unicode());
        mix(0x10000);
        return *this;
    }

    Hash &add(const std::optional<int> &number)
    {
        mix(number ? quint64(quint32(*number)) : 0x100000000);
        return *this;
    }

    [[nodiscard]] quint64 value() const { return m_value; }

private:
    void mix(quint64 unit)
    {
        m_value ^= unit;
        m_value *= 0x100000001b3;
    }

    quint64 m_value = 0xcbf29ce484222325;
};

QString textOf(const std::optional<Coordinates> &place)
{
    return place ? QString::number(place->latitude, 'g', 15) + u' ' + QString::number(place->longitude, 'g', 15) : QString();
}

quint64 hashOf(const QStringList &texts)
{
    Hash hash;
    for (const QString &text : texts)
        hash.add(text);
    return hash.value();
}

quint64 hashOfTags(QStringList tags)
{
    for (QString &tag : tags)
        tag = tag.toLower();
    tags.sort();
    return hashOf(tags);
}

} // namespace

QByteArray Fingerprint::bytes() const
{
    QByteArray bytes(qsizetype(fields * sizeof(quint64) + sizeof(quint32)), Qt::Uninitialized);
    for (size_t i = 0; i < fields; ++i)
        qToLittleEndian(values[i], bytes.data() + i * sizeof(quint64));
    qToLittleEndian(references, bytes.data() + fields * sizeof(quint64));
    return bytes;
}

Fingerprint Fingerprint::fromBytes(const QByteArray &bytes)
{
    Fingerprint print;
    if (bytes.size() != qsizetype(fields * sizeof(quint64) + sizeof(quint32)))
        return print;
    for (size_t i = 0; i < fields; ++i)
        print.values[i] = qFromLittleEndian<quint64>(bytes.constData() + i * sizeof(quint64));
    print.references = qFromLittleEndian<quint32>(bytes.constData() + fields * sizeof(quint64));
    return print;
}

Fingerprint fingerprint(const ImportedEvent &event)
{
    Fingerprint print;
    print.values = {Hash().add(event.title).value(), Hash().add(event.date).value(), Hash().add(event.lane).value(), Hash().add(event.place).value(),
        Hash().add(textOf(event.coordinates)).value(), Hash().add(event.summary).value(), hashOf(event.actors),
        Hash().add(QString(certaintyNames.name(event.certainty))).value(),
        Hash().add(event.casualtiesLow).add(event.casualtiesBest).add(event.casualtiesHigh).value(), hashOfTags(event.tags)};
    return print;
}

void tidy(ImportedEvent &event)
{
    for (QString *text : {&event.externalId, &event.key, &event.title, &event.lane, &event.place, &event.summary})
        *text = text->trimmed();
    event.title = event.title.simplified();
    event.lane = event.lane.simplified();
    for (QString &name : event.actors)
        name = name.simplified();
    event.actors.removeAll(QString());
    event.actors.removeDuplicates();
    QStringList tags;
    for (const QString &tag : std::as_const(event.tags)) {
        if (const QString clean = tag.simplified(); !clean.isEmpty() && !tags.contains(clean, Qt::CaseInsensitive))
            tags.append(clean);
    }
    event.tags = tags;
    // The three stand in order in the project.
    const auto order = [](std::optional<int> &low, std::optional<int> &high) {
        if (low && high && *low > *high)
            std::swap(low, high);
    };
    order(event.casualtiesLow, event.casualtiesBest);
    order(event.casualtiesBest, event.casualtiesHigh);
    order(event.casualtiesLow, event.casualtiesBest);
}

} // namespace redoubt
