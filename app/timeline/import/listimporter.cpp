#include "app/timeline/import/listimporter.h"

#include "app/timeline/import/textinput.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

class ListImporter : public EventImporter
{
public:
    ListImporter(const QString &sha256, qsizetype count, std::function<ImportedRow(qsizetype)> row)
        : m_sha256(sha256)
        , m_count(count)
        , m_row(std::move(row))
    {
    }

    Result<bool> next(ImportedRow &row) override
    {
        if (m_next >= m_count)
            return false;
        row = m_row(m_next++);
        return true;
    }

    [[nodiscard]] QString sha256() const override { return m_sha256; }
    [[nodiscard]] double progress() const override { return m_count > 0 ? double(m_next) / double(m_count) : 1; }

private:
    QString m_sha256;
    qsizetype m_count;
    qsizetype m_next = 0;
    std::function<ImportedRow(qsizetype)> m_row;
};

/// Walks over JSON without judging it: how deep it goes, and where the objects in arrays begin.
class JsonWalk
{
public:
    explicit JsonWalk(const QByteArray &text)
        : m_text(text)
    {
    }

    /// False when it nests too deep.
    bool run(QHash<QString, QList<qint64>> &lines)
    {
        for (qsizetype at = 0; at < m_text.size(); ++at) {
            const char c = m_text.at(at);
            if (c == '\n') {
                ++m_line;
            } else if (c == '"') {
                const qsizetype start = at + 1;
                at = endOfString(start);
                m_string = QByteArrayView(m_text).sliced(start, at - start);
            } else if (c == ':') {
                m_key = m_string;
            } else if (c == '{' || c == '[') {
                if (c == '{' && !m_open.isEmpty() && m_open.last().isArray)
                    lines[QString::fromUtf8(m_open.last().key)].append(m_line);
                if (m_open.size() >= TextInput::deepestNesting)
                    return false;
                m_open.append({c == '[', std::exchange(m_key, {})});
            } else if ((c == '}' || c == ']') && !m_open.isEmpty()) {
                m_open.removeLast();
            } else if (c == ',') {
                m_key = {};
            }
        }
        return true;
    }

private:
    struct Open
    {
        bool isArray;
        QByteArrayView key;
    };

    qsizetype endOfString(qsizetype at)
    {
        for (; at < m_text.size() && m_text.at(at) != '"'; ++at) {
            if (m_text.at(at) == '\\')
                ++at;
        }
        return std::min(at, m_text.size());
    }

    const QByteArray &m_text;
    QByteArrayView m_string;
    QByteArrayView m_key;
    QList<Open> m_open;
    qint64 m_line = 1;
};

} // namespace

std::unique_ptr<EventImporter> importList(const QString &sha256, qsizetype count, std::function<ImportedRow(qsizetype)> row)
{
    return std::make_unique<ListImporter>(sha256, count, std::move(row));
}

Result<JsonFile> readJsonFile(const QString &path)
{
    TextInput input(path);
    if (auto opened = input.open(); !opened)
        return failure(opened);
    const auto text = input.readAll();
    if (!text)
        return failure(text);
    const QString what = Words::tr("“%1” was not read.").arg(input.fileName());
    JsonFile file;
    file.sha256 = input.sha256();
    if (!JsonWalk(*text).run(file.lines)) {
        return failure(what, Words::tr("It nests deeper than %1 levels.").arg(TextInput::deepestNesting), {}, Error::Kind::Invalid);
    }
    QJsonParseError error;
    file.document = QJsonDocument::fromJson(*text, &error);
    if (error.error != QJsonParseError::NoError) {
        bool endsInCr = false;
        const qint64 line = lineEnds(QByteArrayView(*text).first(std::clamp<qsizetype>(error.offset, 0, text->size())), endsInCr) + 1;
        return failure(what, Words::tr("It is no JSON: line %1: %2.").arg(QString::number(line), error.errorString()), Words::tr("Export it again from the program that it comes from."),
            Error::Kind::Invalid);
    }
    return file;
}

QString withoutTags(const QString &html)
{
    if (!html.contains(u'<') && !html.contains(u'&'))
        return html.trimmed();
    static const QRegularExpression breaks(u"<(?:br|/p|/div|/li)\\b[^<>]*>"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(u"</?[A-Za-z!][^<>]*>"_s);
    QString text = html;
    text.replace(breaks, u"\n"_s).remove(tag);
    for (const auto &[entity, character] : {std::pair{"&nbsp;"_L1, u' '}, {"&lt;"_L1, u'<'}, {"&gt;"_L1, u'>'}, {"&quot;"_L1, u'"'}, {"&#39;"_L1, u'\''}, {"&amp;"_L1, u'&'}})
        text.replace(entity, QString(character));
    return text.trimmed();
}

QString textOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        return number == double(qint64(number)) && std::abs(number) < 9e15 ? QString::number(qint64(number)) : QString::number(number, 'g', 12);
    }
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString().trimmed();
}

} // namespace redoubt
