#include "app/brief/quotationmarks.h"

#include <array>

namespace redoubt {

namespace {

/// What closes what. German „“ and »«, Polish „”, French «», Swedish ””, and the marks that two languages use in
/// opposite ways: such a mark closes when something that it can close is open, else it opens.
struct Kind
{
    char16_t opener;
    QStringView closers;
};
constexpr std::array kinds{
    Kind{u'“', u"”"}, Kind{u'„', u"“”\"‟"}, Kind{u'‟', u"”"}, Kind{u'"', u"\""}, Kind{u'”', u"”"},
    Kind{u'«', u"»"}, Kind{u'»', u"«"}, Kind{u'‹', u"›"}, Kind{u'›', u"‹"},
    Kind{u'‘', u"’"}, Kind{u'‚', u"‘’"}, Kind{u'\'', u"'"},
    Kind{u'「', u"」"}, Kind{u'『', u"』"}, Kind{u'＂', u"＂"}};

/// How far a plural's apostrophe ("the allies’ words’") looks for the mark that really closes.
constexpr qsizetype apostropheReach = 200;

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’';
}

bool isGuillemet(QChar c)
{
    return c == u'«' || c == u'»' || c == u'‹' || c == u'›';
}

class MarkReader
{
public:
    explicit MarkReader(QStringView text)
        : m_text(text)
    {
    }

    QList<TextRange> read()
    {
        for (m_position = 0; m_position < m_text.size(); ++m_position) {
            if (!close())
                open();
        }
        std::ranges::sort(m_pairs, {}, &TextRange::offset);
        QList<TextRange> outermost;
        for (const TextRange &pair : std::as_const(m_pairs)) {
            if (outermost.isEmpty() || pair.offset >= outermost.last().end())
                outermost.append(pair);
        }
        return outermost;
    }

private:
    struct Open
    {
        size_t kind;
        qsizetype position;
    };

    [[nodiscard]] QChar at(qsizetype position) const
    {
        return position >= 0 && position < m_text.size() ? m_text[position] : QChar(u' ');
    }

    /// An apostrophe at the end of a plural, as long as a mark that closes better follows soon.
    [[nodiscard]] bool isPlural(qsizetype position) const
    {
        if (at(position - 1) != u's' && at(position - 1) != u'S')
            return false;
        const qsizetype end = std::min(m_text.size(), position + apostropheReach);
        for (qsizetype i = position + 1; i < end; ++i) {
            if (m_text[i] == u'‘' || (m_text[i] == u'\'' && at(i - 1).isSpace()))
                return false;
            if (m_text[i] == m_text[position] && !at(i - 1).isSpace() && !at(i + 1).isLetterOrNumber())
                return true;
        }
        return false;
    }

    bool close()
    {
        const QChar c = m_text[m_position];
        if (isApostrophe(c) && (at(m_position + 1).isLetterOrNumber() || isPlural(m_position)))
            return false;
        if (at(m_position - 1).isSpace() && !isGuillemet(c))
            return false;
        const auto closes = [&](size_t kind) { return m_count[kind] > 0 && kinds[kind].closers.contains(c); };
        bool any = false;
        for (size_t kind = 0; kind < kinds.size(); ++kind)
            any = any || closes(kind);
        if (!any)
            return false;
        while (!closes(m_open.last().kind))
            --m_count[m_open.takeLast().kind];
        const Open opened = m_open.takeLast();
        --m_count[opened.kind];
        m_pairs.append({opened.position, m_position + 1 - opened.position});
        return true;
    }

    void open()
    {
        const QChar c = m_text[m_position];
        const auto kind = std::ranges::find(kinds, c.unicode(), &Kind::opener);
        if (kind == kinds.end() || (at(m_position + 1).isSpace() && !isGuillemet(c)))
            return;
        if (at(m_position - 1).isLetterOrNumber() && c != u'„' && c != u'「' && c != u'『')
            return;
        const auto index = size_t(kind - kinds.begin());
        const bool sameBothWays = kind->closers.contains(c);
        if (sameBothWays && m_count[index] > 0)
            return;
        m_open.append({index, m_position});
        ++m_count[index];
    }

    QStringView m_text;
    qsizetype m_position = 0;
    QList<Open> m_open;
    std::array<int, kinds.size()> m_count{};
    QList<TextRange> m_pairs;
};

} // namespace

QList<TextRange> quotationMarkPairs(QStringView text)
{
    return MarkReader(text).read();
}

} // namespace redoubt
