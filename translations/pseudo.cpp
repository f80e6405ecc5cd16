// pseudo SOURCES.ts OUT.ts: a translation of every text into the pseudo-language: accented, a third longer, in brackets.
// Placeholders, markup, file patterns and the letter of a mnemonic stay. OUT is written only when it changes.

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// What the program, not the reader, reads in a text.
const QRegularExpression kept(u"%L?(?:n|[0-9]{1,2})|<[^>]+>|&[a-z]+;|&\\w|\\(\\*[^)]*\\)|\\*\\.\\w+"_s);

QString accented(QStringView text)
{
    static constexpr QStringView plain = u"ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz";
    static constexpr QStringView accents = u"ÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåçðéĝĥîĵķļñöŕšţûŵýž";
    QString result = text.toString();
    for (QChar &letter : result) {
        const qsizetype at = plain.indexOf(letter);
        if (at >= 0)
            letter = accents[at];
    }
    return result;
}

QString pseudo(const QString &text)
{
    QString result = u"["_s;
    qsizetype done = 0;
    for (const auto &match : kept.globalMatch(text)) {
        result += accented(QStringView(text).sliced(done, match.capturedStart() - done)) + match.captured();
        done = match.capturedEnd();
    }
    result += accented(QStringView(text).sliced(done));
    // Line ends at the end of a text stay at the end.
    const qsizetype end = result.size() - (result.endsWith(u'\n') ? 1 : 0);
    return result.insert(end, u" "_s + QString(1 + text.size() / 3, u'~') + u"]"_s);
}

void writeTranslation(QXmlStreamWriter &writer, const QString &source, bool plural)
{
    writer.writeStartElement(u"translation"_s);
    if (plural) {
        writer.writeTextElement(u"numerusform"_s, pseudo(source));
        writer.writeTextElement(u"numerusform"_s, pseudo(source));
    } else {
        writer.writeCharacters(pseudo(source));
    }
    writer.writeEndElement();
}

/// Copies the elements of a .ts file, with our text in place of each translation.
QByteArray translated(QFile &sources, QString &problem)
{
    QByteArray result;
    QXmlStreamReader reader(&sources);
    QXmlStreamWriter writer(&result);
    QString source;
    bool plural = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == u"translation") {
            writeTranslation(writer, source, plural);
            reader.skipCurrentElement();
            continue;
        }
        if (reader.isStartElement() && reader.name() == u"message")
            plural = reader.attributes().value(u"numerus"_s) == u"yes";
        if (reader.isStartElement() && reader.name() == u"source") {
            source = reader.readElementText();
            writer.writeTextElement(u"source"_s, source);
            continue;
        }
        if (reader.tokenType() != QXmlStreamReader::Invalid)
            writer.writeCurrentToken(reader);
    }
    problem = reader.hasError() ? reader.errorString() : QString();
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: pseudo SOURCES.ts OUT.ts\n", stderr);
        return 2;
    }
    QFile sources(QFile::decodeName(argv[1]));
    QFile out(QFile::decodeName(argv[2]));
    QString problem;
    if (!sources.open(QIODevice::ReadOnly)) {
        problem = sources.errorString();
    } else if (const QByteArray text = translated(sources, problem); problem.isEmpty()) {
        if (out.open(QIODevice::ReadOnly) && out.readAll() == text)
            return 0;
        out.close();
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            problem = out.errorString();
    }
    if (!problem.isEmpty())
        std::fprintf(stderr, "%s: %s\n", argv[1], qPrintable(problem));
    return problem.isEmpty() ? 0 : 1;
}
