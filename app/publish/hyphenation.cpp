#include "app/publish/hyphenation.h"

#include <QDir>
#include <QFile>

#include <hyphen.h>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr auto patternFolder = "/usr/share/hyphen";

QString patternFile(const QString &language)
{
    const QDir folder(QString::fromLatin1(patternFolder));
    const QStringList parts = QString(language).replace(u'-', u'_').split(u'_');
    const QString main = parts.value(0).toLower();
    if (main.isEmpty())
        return {};
    const QString region = parts.size() > 1 ? parts.constLast().toUpper() : QString();
    const QString exact = u"hyph_"_s + main + u'_' + region + u".dic"_s;
    if (!region.isEmpty() && folder.exists(exact))
        return folder.filePath(exact);
    for (const QString &name : {u"hyph_"_s + main + u".dic"_s, u"hyph_en_GB.dic"_s}) {
        if (name.startsWith(u"hyph_"_s + main) && folder.exists(name))
            return folder.filePath(name);
    }
    const QStringList others = folder.entryList({u"hyph_"_s + main + u"_*.dic"_s}, QDir::Files, QDir::Name);
    return others.isEmpty() ? QString() : folder.filePath(others.constFirst());
}

} // namespace

void Hyphenation::Free::operator()(HyphenDict *patterns) const
{
    hnj_hyphen_free(patterns);
}

Hyphenation::Hyphenation(const QString &language)
{
    const QString file = patternFile(language);
    if (!file.isEmpty())
        m_patterns.reset(hnj_hyphen_load(QFile::encodeName(file).constData()));
}

const std::vector<int> &Hyphenation::places(const QByteArray &word) const
{
    const auto known = m_known.constFind(word);
    return known != m_known.cend() ? *known : *m_known.insert(word, find(word));
}

std::vector<int> Hyphenation::find(const QByteArray &word) const
{
    constexpr qsizetype longest = 90;
    constexpr qsizetype shortest = 6;
    constexpr int before = 2;
    constexpr int behind = 3;
    if (!m_patterns || word.size() < shortest || word.size() > longest)
        return {};
    const QString letters = QString::fromUtf8(word);
    if (!m_patterns->utf8 && letters.size() != word.size())
        return {};
    int capitals = 0;
    for (const QChar c : letters) {
        if (!c.isLetter() && c != u'’' && c != u'\'')
            return {};
        capitals += c.isUpper() ? 1 : 0;
    }
    if (capitals > 1)
        return {};
    const QByteArray lower = letters.toLower().toUtf8();
    if (lower.size() != word.size())
        return {};

    std::vector<char> marks(size_t(lower.size()) + 5);
    char **replacements = nullptr;
    int *positions = nullptr;
    int *cuts = nullptr;
    std::vector<int> found;
    const int size = int(lower.size());
    if (hnj_hyphen_hyphenate2(m_patterns.get(), lower.constData(), size, marks.data(), nullptr, &replacements, &positions, &cuts)
        == 0) {
        // With UTF-8 patterns the marks count letters.
        int letter = 0;
        const auto letterCount = int(letters.size());
        for (int byte = 0; byte < size; ++byte) {
            if (byte > 0 && (static_cast<unsigned char>(lower[byte]) & 0xc0) == 0x80)
                continue;
            const bool divides = letter > 0 && (marks[size_t(letter) - 1] & 1);
            const bool changesSpelling = replacements && letter > 0 && replacements[letter - 1];
            if (divides && !changesSpelling && letter >= before && letterCount - letter >= behind)
                found.push_back(byte);
            ++letter;
        }
    }
    if (replacements) {
        for (int i = 0; i < size; ++i)
            free(replacements[i]);
    }
    free(replacements);
    free(positions);
    free(cuts);
    return found;
}

} // namespace redoubt
