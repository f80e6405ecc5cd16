#include "ui/brief/spellchecker.h"

#include <Sonnet/Speller>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

class SonnetDictionary : public Dictionary
{
public:
    explicit SonnetDictionary(const QString &language)
        : m_speller(language)
    {
    }

    bool knows(const QString &word) override { return m_speller.isCorrect(word); }
    QStringList suggestions(const QString &word) override { return m_speller.suggest(word); }

private:
    Sonnet::Speller m_speller;
};

/// The name that Sonnet has for a language: en_GB for en-GB, or what is nearest to it (en_GB for en, fr_FR for fr-CA); empty for none.
QString nameFor(const QString &language, const QStringList &names)
{
    QString wanted = language;
    wanted.replace(u'-', u'_');
    if (names.contains(wanted))
        return wanted;
    const QString alone = wanted.section(u'_', 0, 0);
    if (names.contains(alone))
        return alone;
    for (const QString &usual : {alone + u"_GB"_s, alone + u'_' + alone.toUpper()}) {
        if (names.contains(usual))
            return usual;
    }
    for (const QString &name : names) {
        if (name.section(u'_', 0, 0) == alone)
            return name;
    }
    return {};
}

} // namespace

std::unique_ptr<Dictionary> openSonnet(const QString &language)
{
    const QString name = nameFor(language, Sonnet::Speller(QString()).availableLanguages());
    return name.isEmpty() ? nullptr : std::make_unique<SonnetDictionary>(name);
}

} // namespace redoubt
