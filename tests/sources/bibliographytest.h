#pragma once

#include "app/sources/bibliography/bibliographyitem.h"
#include "tests/support/temporaryproject.h"

#include <QJsonDocument>

namespace redoubt {

/// JSON written with single quotation marks for double ones.
inline QJsonObject json(const char *text)
{
    const QByteArray bytes = QByteArray(text).replace('\'', '"');
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(error.errorString()), bytes.constData());
    return document.object();
}

inline QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The members of `item` that `expected` names; those that it says are null and that are not there stay null.
inline QString membersOf(const QJsonObject &item, const QJsonObject &expected)
{
    QJsonObject members;
    for (const QString &name : expected.keys()) {
        const QJsonValue value = item.value(name);
        members.insert(name, value.isUndefined() ? QJsonValue() : value);
    }
    return jsonText(members);
}

} // namespace redoubt
