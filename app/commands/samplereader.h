#pragma once

#include "app/project/reader.h"

#include <QJsonObject>

namespace redoubt {

/// Puts what resources/sample describes into an empty project. The keys of things may be used before they are
/// described further down. Inner to app/commands.
class SampleReader
{
public:
    SampleReader(Writer &writer, const QString &folder);

    Result<> read();

private:
    Result<> readSources(const QJsonArray &sources);
    Result<> readCaptures(const QJsonObject &source, qint64 id);
    Result<> readExcerpts(const QJsonObject &source, const struct Capture &capture);
    Result<> readLanes(const QJsonArray &lanes);
    Result<> readEvents(const QJsonArray &events);
    Result<> readEvidence(const QJsonObject &event, qint64 id);
    Result<> readLinks(const QJsonArray &links);
    Result<> readIndicators(const QJsonArray &indicators);
    Result<> readObservations(const QJsonObject &indicator, qint64 id);
    Result<> readBrief(const QJsonObject &brief);
    Result<> readTags(const QJsonObject &item, const QString &kind, qint64 id);

    [[nodiscard]] Result<QByteArray> file(const QString &name) const;
    [[nodiscard]] Result<qint64> known(const QString &kind, const QString &key) const;

    Writer &m_writer;
    QString m_folder;
    QHash<QString, qint64> m_ids; ///< "event/galati-strike" → id
    QHash<QString, qint64> m_excerpts; ///< exact text → id
};

} // namespace redoubt
