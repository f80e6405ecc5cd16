#pragma once

#include "app/brief/citingsentences.h"
#include "ui/workbench/newestread.h"

namespace redoubt {

/// A citation of sources that are retracted, or go back to one that is.
struct FallenCitation
{
    TextRange range;
    QString key; ///< of the first of them
    QString why; ///< in sentences, of each

    bool operator==(const FallenCitation &) const = default;
};

/// Finds those of a brief's text, on a thread of its own. Which sources no longer stand is read once, and again when sources or
/// their origins change; a text that cites none of them costs nothing.
class FallenCitations : public QObject
{
    Q_OBJECT

public:
    /// The project must live longer.
    explicit FallenCitations(const Project &project, QObject *parent = nullptr);

    void read(const QString &text);

    /// What was read last, and of which text.
    [[nodiscard]] const QList<FallenCitation> &citations() const { return m_citations; }
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Whether the source of this key is known not to stand.
    [[nodiscard]] bool isFallen(const QString &key) const { return m_reasons && m_reasons->contains(key); }

Q_SIGNALS:
    void found();

private:
    using Reasons = QHash<QString, QString>; ///< why a source no longer stands, by its key
    struct Reading
    {
        Reasons reasons;
        QList<FallenCitation> citations;
    };
    [[nodiscard]] static Result<Reasons> readReasons(const Reader &reader, const JobState &state);
    [[nodiscard]] static QList<FallenCitation> citationsIn(const QString &text, const Reasons &reasons);
    void take(const QString &text, const QList<FallenCitation> &citations);

    NewestRead m_read;
    std::optional<Reasons> m_reasons;
    QString m_asked;
    QString m_text;
    QList<FallenCitation> m_citations;
};

} // namespace redoubt
