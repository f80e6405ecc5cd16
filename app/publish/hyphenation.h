#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <vector>

typedef struct _HyphenDict HyphenDict;

namespace redoubt {

/// Where words may be divided, from the patterns that the system has for a language (Debian's hyphen-* packages). Words
/// are not divided in a language without patterns. Not shared between threads.
class Hyphenation
{
public:
    /// `language` is BCP 47: "en-GB"; falls back on another region of the same language.
    explicit Hyphenation(const QString &language);

    /// The byte positions inside a UTF-8 word of letters before which it may be divided. At least two letters stay
    /// before and three behind; names in capitals and words with digits are left whole. Holds until the next call.
    [[nodiscard]] const std::vector<int> &places(const QByteArray &word) const;

private:
    struct Free
    {
        void operator()(HyphenDict *patterns) const;
    };
    [[nodiscard]] std::vector<int> find(const QByteArray &word) const;

    std::unique_ptr<HyphenDict, Free> m_patterns;
    mutable QHash<QByteArray, std::vector<int>> m_known;
};

} // namespace redoubt
