#pragma once

#include "app/brief/spelling.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

namespace redoubt {

/// Asks dictionaries about words, on one thread of its own, and remembers what they say: reading a dictionary and looking for
/// suggestions take far too long for a key. A dictionary is opened when its first word is asked about.
class SpellChecker : public QObject
{
    Q_OBJECT

public:
    explicit SpellChecker(OpenDictionary open, QObject *parent = nullptr);
    ~SpellChecker() override;

    /// Asks others from now on.
    void setDictionaries(OpenDictionary open);

    enum class Answer { NotYet, Right, Wrong };

    /// What is known of a word; what is not is asked for, and answered() comes. In a language without a dictionary all is right.
    [[nodiscard]] Answer answer(const QString &language, const QString &word);

    /// Languages that were asked about and have no dictionary.
    [[nodiscard]] const QSet<QString> &missing() const { return m_missing; }

    /// Calls `done` on this thread, unless something else was asked for since.
    void suggest(const QString &language, const QString &word, std::function<void(const QStringList &)> done);

Q_SIGNALS:
    void answered();
    void missingChanged();

private:
    class Desk;
    void ask();
    void leaveDesk();
    void take(const QString &language, const QHash<QString, bool> &answers, bool hasDictionary);

    std::shared_ptr<Desk> m_desk; ///< of the thread
    QThreadPool m_pool;
    QTimer m_batch;
    QHash<QString, QHash<QString, bool>> m_known; ///< by language
    QHash<QString, QSet<QString>> m_wanted;
    QSet<QString> m_missing;
    quint64 m_suggestion = 0;
    quint64 m_round = 0; ///< of dictionaries
};

/// The dictionaries that Sonnet finds on the system.
[[nodiscard]] std::unique_ptr<Dictionary> openSonnet(const QString &language);

} // namespace redoubt
