#include "ui/brief/spellchecker.h"

namespace redoubt {

namespace {

// Opening a dictionary takes tens of milliseconds of a core: the window comes first.
constexpr int untilFirst = 200; // ms
constexpr qsizetype mostKnown = 200'000; // words of a language, before they are asked for anew

} // namespace

/// The dictionaries that are open; used on the one thread alone.
class SpellChecker::Desk
{
public:
    explicit Desk(OpenDictionary open)
        : m_open(std::move(open))
    {
    }

    /// Null when there is none.
    Dictionary *dictionary(const QString &language)
    {
        auto known = m_dictionaries.find(language);
        if (known == m_dictionaries.end())
            known = m_dictionaries.insert(language, std::shared_ptr<Dictionary>(m_open(language)));
        return known->get();
    }

private:
    OpenDictionary m_open;
    QHash<QString, std::shared_ptr<Dictionary>> m_dictionaries;
};

SpellChecker::SpellChecker(OpenDictionary open, QObject *parent)
    : QObject(parent)
    , m_desk(std::make_shared<Desk>(std::move(open)))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
    m_batch.setSingleShot(true);
    m_batch.setInterval(untilFirst);
    connect(&m_batch, &QTimer::timeout, this, &SpellChecker::ask);
}

SpellChecker::~SpellChecker()
{
    leaveDesk();
}

/// Dictionaries go where they were used.
void SpellChecker::leaveDesk()
{
    m_pool.clear();
    m_pool.start([desk = std::move(m_desk)]() mutable { desk.reset(); });
    m_pool.waitForDone();
}

void SpellChecker::setDictionaries(OpenDictionary open)
{
    leaveDesk();
    m_desk = std::make_shared<Desk>(std::move(open));
    m_known.clear();
    m_missing.clear();
    ++m_round;
    Q_EMIT missingChanged();
    Q_EMIT answered();
}

SpellChecker::Answer SpellChecker::answer(const QString &language, const QString &word)
{
    if (language.isEmpty() || m_missing.contains(language))
        return Answer::Right;
    QHash<QString, bool> &known = m_known[language];
    if (const auto found = known.constFind(word); found != known.constEnd())
        return *found ? Answer::Right : Answer::Wrong;
    m_wanted[language].insert(word);
    if (!m_batch.isActive())
        m_batch.start();
    return Answer::NotYet;
}

void SpellChecker::ask()
{
    m_batch.setInterval(0);
    for (const auto &[language, words] : std::exchange(m_wanted, {}).asKeyValueRange()) {
        m_pool.start([this, desk = m_desk, round = m_round, language, words] {
            QHash<QString, bool> answers;
            Dictionary *dictionary = desk->dictionary(language);
            for (const QString &word : words)
                answers.insert(word, !dictionary || dictionary->knows(word));
            QMetaObject::invokeMethod(this, [this, round, language, answers, hasDictionary = dictionary != nullptr] {
                if (round == m_round)
                    take(language, answers, hasDictionary);
            }, Qt::QueuedConnection);
        });
    }
}

void SpellChecker::take(const QString &language, const QHash<QString, bool> &answers, bool hasDictionary)
{
    QHash<QString, bool> &known = m_known[language];
    if (known.size() > mostKnown)
        known.clear();
    known.insert(answers);
    if (!hasDictionary && !m_missing.contains(language)) {
        m_missing.insert(language);
        Q_EMIT missingChanged();
    }
    Q_EMIT answered();
}

void SpellChecker::suggest(const QString &language, const QString &word, std::function<void(const QStringList &)> done)
{
    m_pool.start([this, desk = m_desk, language, word, asked = ++m_suggestion, done = std::move(done)] {
        Dictionary *dictionary = desk->dictionary(language);
        const QStringList suggestions = dictionary ? dictionary->suggestions(word) : QStringList();
        QMetaObject::invokeMethod(this, [this, asked, suggestions, done] {
            if (asked == m_suggestion)
                done(suggestions);
        }, Qt::QueuedConnection);
    });
}

} // namespace redoubt
