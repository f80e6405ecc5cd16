#include "app/sources/bibliography/latex.h"

#include "app/sources/bibliography/latexcommands.h"

#include <QHash>
#include <QRegularExpression>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 256;

const QHash<QString, QString> richMarks{{u"textit"_s, u"i"_s}, {u"emph"_s, u"i"_s}, {u"textsl"_s, u"i"_s}, {u"mkbibemph"_s, u"i"_s},
    {u"textbf"_s, u"b"_s}, {u"mkbibbold"_s, u"b"_s}, {u"textsubscript"_s, u"sub"_s}, {u"textsuperscript"_s, u"sup"_s}, {u"textsc"_s, u"sc"_s}};

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

class Decoder
{
public:
    Decoder(QStringView text, LatexMarkup markup)
        : m_text(text)
        , m_markup(markup)
    {
    }

    QString all()
    {
        read(m_text.size());
        return tidy();
    }

private:
    void read(qsizetype end, int depth = 0);
    void readCommand(qsizetype end, int depth);
    void readAccent(QChar accent, qsizetype end, int depth);
    void readMarked(const QString &command, qsizetype end, int depth);
    void readQuotes(QChar c);
    void readMath(qsizetype end);
    void skipSpaces(qsizetype end);
    qsizetype closing(qsizetype open, qsizetype end) const;
    QString argument(qsizetype end, int depth);
    QString tidy() const;

    QStringView m_text;
    LatexMarkup m_markup;
    qsizetype m_at = 0;
    QString m_out;
};

void Decoder::skipSpaces(qsizetype end)
{
    while (m_at < end && m_text[m_at].isSpace())
        ++m_at;
}

/// Of the brace at `open`; the end of the text when it is never closed.
qsizetype Decoder::closing(qsizetype open, qsizetype end) const
{
    int depth = 0;
    for (qsizetype i = open; i < end; ++i) {
        if (m_text[i] == u'\\')
            ++i;
        else if (m_text[i] == u'{')
            ++depth;
        else if (m_text[i] == u'}' && --depth == 0)
            return i;
    }
    return end;
}

void Decoder::read(qsizetype end, int depth)
{
    while (m_at < end) {
        const QChar c = m_text[m_at];
        if (c == u'\\') {
            readCommand(end, depth);
        } else if (c == u'{' || c == u'}') {
            ++m_at;
        } else if (c == u'~') {
            m_out += u'\u00a0';
            ++m_at;
        } else if (c == u'$') {
            readMath(end);
        } else if (c == u'-' || c == u'`' || c == u'\'') {
            readQuotes(c);
        } else {
            m_out += c;
            ++m_at;
        }
    }
}

void Decoder::readQuotes(QChar c)
{
    qsizetype count = 1;
    while (count < 3 && m_at + count < m_text.size() && m_text[m_at + count] == c)
        ++count;
    if (c == u'-') {
        m_out += count == 3 ? u'—' : count == 2 ? u'–' : u'-';
    } else {
        count = std::min<qsizetype>(count, 2);
        m_out += count == 2 ? (c == u'`' ? u'“' : u'”') : c == u'`' ? u'‘' : u'\'';
    }
    m_at += count;
}

/// Up to the `$` that closes it; one that is alone is a dollar.
void Decoder::readMath(qsizetype end)
{
    qsizetype close = m_at + 1;
    while (close < end && m_text[close] != u'$')
        close += m_text[close] == u'\\' ? 2 : 1;
    if (close >= end) {
        m_out += u'$';
        ++m_at;
        return;
    }
    m_out += m_text.sliced(m_at, close + 1 - m_at);
    m_at = close + 1;
}

/// What follows a command: a group, another command, or a single character.
QString Decoder::argument(qsizetype end, int depth)
{
    skipSpaces(end);
    if (m_at >= end || depth > deepest)
        return {};
    const qsizetype before = m_out.size();
    if (m_text[m_at] == u'{') {
        const qsizetype close = closing(m_at, end);
        ++m_at;
        read(close, depth + 1);
        m_at = std::min(close + 1, end);
    } else if (m_text[m_at] == u'\\') {
        readCommand(end, depth + 1);
    } else if (m_text[m_at] != u'}') {
        m_out += m_text[m_at++];
        if (m_out.back().isHighSurrogate() && m_at < end)
            m_out += m_text[m_at++];
    }
    const QString read = m_out.sliced(before);
    m_out.truncate(before);
    return read;
}

void Decoder::readAccent(QChar accent, qsizetype end, int depth)
{
    QString base = argument(end, depth);
    if (base.isEmpty()) {
        // An accent of its own, as in \~{}.
        m_out += accent == u'\u0303' ? u"~"_s : accent == u'\u0302' ? u"^"_s : QString();
        return;
    }
    if (base.front() == u'ı' || base.front() == u'ȷ')
        base.front() = base.front() == u'ı' ? u'i' : u'j';
    const qsizetype first = base.front().isHighSurrogate() && base.size() > 1 ? 2 : 1;
    m_out += QString(base.first(first) + accent).normalized(QString::NormalizationForm_C) + base.sliced(first);
}

void Decoder::readMarked(const QString &command, qsizetype end, int depth)
{
    const QString inside = argument(end, depth);
    const QString mark = m_markup == LatexMarkup::Rich ? richMarks.value(command) : QString();
    m_out += mark.isEmpty() ? inside : u"<%1>%2</%1>"_s.arg(mark, inside);
}

void Decoder::readCommand(qsizetype end, int depth)
{
    static const QStringList transparent{u"textrm"_s, u"textup"_s, u"texttt"_s, u"textsf"_s, u"textmd"_s, u"textnormal"_s, u"mbox"_s, u"hbox"_s,
        u"url"_s, u"path"_s, u"uppercase"_s, u"MakeUppercase"_s, u"underline"_s, u"enquote"_s, u"ensuremath"_s, u"nolinkurl"_s, u"text"_s, u"bibstring"_s};
    const qsizetype start = m_at++;
    if (m_at >= end) {
        m_out += u'\\';
        return;
    }
    qsizetype stop = m_at;
    while (stop < end && isLetter(m_text[stop]))
        ++stop;
    const bool isWord = stop > m_at;
    const QString command = m_text.sliced(m_at, isWord ? stop - m_at : 1).toString();
    m_at = isWord ? stop : m_at + 1;
    if (const QChar accent = latexAccent(command); !accent.isNull()) {
        readAccent(accent, end, depth);
    } else if (const QString symbol = latexSymbol(command); !symbol.isNull()) {
        if (isWord)
            skipSpaces(end);
        if (isWord && m_at + 1 < end && m_text[m_at] == u'{' && m_text[m_at + 1] == u'}')
            m_at += 2;
        m_out += symbol;
    } else if (richMarks.contains(command)) {
        readMarked(command, end, depth);
    } else if (transparent.contains(command)) {
        const QString inside = argument(end, depth);
        m_out += command == u"enquote"_s ? u'“' + inside + u'”' : inside;
    } else {
        // Not known: as it stands, with its group.
        const qsizetype close = m_at < end && m_text[m_at] == u'{' ? std::min(closing(m_at, end) + 1, end) : m_at;
        m_out += m_text.sliced(start, close - start);
        m_at = close;
    }
}

QString Decoder::tidy() const
{
    QStringList lines;
    for (const QString &line : m_out.split(u'\n')) {
        QString tidied;
        bool space = false;
        for (const QChar c : line) {
            // No-break and thin spaces are meant.
            const bool isPlain = c == u' ' || c == u'\t' || c == u'\r' || c == u'\f' || c == u'\v';
            if (!isPlain || !space)
                tidied += isPlain ? u' ' : c;
            space = isPlain;
        }
        lines.append(tidied.trimmed());
    }
    return lines.join(u'\n').trimmed();
}

} // namespace

QString fromLatex(QStringView latex, LatexMarkup markup)
{
    return Decoder(latex, markup).all();
}

QString toLatex(const QString &text)
{
    static const QHash<QString, QString> commands{{u"i"_s, u"textit"_s}, {u"b"_s, u"textbf"_s}, {u"sub"_s, u"textsubscript"_s},
        {u"sup"_s, u"textsuperscript"_s}, {u"sc"_s, u"textsc"_s}};
    static const QRegularExpression mark(u"\\G</?(i|b|sub|sup|sc)>"_s);
    QString latex;
    int open = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'<') {
            const auto match = mark.match(text, i);
            const bool isEnd = match.hasMatch() && match.capturedView().startsWith(u"</");
            if (match.hasMatch() && (!isEnd || open > 0)) {
                latex += isEnd ? u"}"_s : u'\\' + commands.value(match.captured(1)) + u'{';
                open += isEnd ? -1 : 1;
                i = match.capturedEnd() - 1;
                continue;
            }
        }
        if (u"&%$#_"_s.contains(c))
            latex += u'\\';
        if (c == u'\\')
            latex += u"{\\textbackslash}"_s;
        else if (c == u'~')
            latex += u"{\\textasciitilde}"_s;
        else if (c == u'^')
            latex += u"{\\textasciicircum}"_s;
        else if (c == u'{')
            latex += u"{\\textbraceleft}"_s;
        else if (c == u'}')
            latex += u"{\\textbraceright}"_s;
        else if (c == u'\u00a0')
            latex += u'~';
        else
            latex += c;
    }
    return latex + QString(open, u'}');
}

QString fromLatexVerbatim(QStringView latex)
{
    static const QRegularExpression command(u"\\A\\s*\\\\(?:url|path|nolinkurl|href)\\s*\\{([^{}]*)\\}.*\\z"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression escaped(u"\\\\([_%&#~$])(?:\\{\\})?"_s);
    QString text = latex.trimmed().toString();
    if (const auto match = command.match(text); match.hasMatch())
        text = match.captured(1);
    text.replace(u"{\\textasciitilde}"_s, u"~"_s).replace(u"\\textasciitilde{}"_s, u"~"_s).replace(u"\\textasciitilde "_s, u"~"_s);
    text.replace(escaped, u"\\1"_s);
    text.remove(u'\n').remove(u'\r');
    while (text.startsWith(u'{') && text.endsWith(u'}'))
        text = text.sliced(1, text.size() - 2);
    return text.trimmed();
}

} // namespace redoubt
