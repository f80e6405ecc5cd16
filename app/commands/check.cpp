#include "app/commands/command.h"

#include "app/brief/capturedsources.h"
#include "app/checks/check.h"
#include "app/project/project.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::CheckCommand)
};

/// Where the lines of a text begin.
class Lines
{
public:
    explicit Lines(QStringView text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'\n')
                m_starts.append(i + 1);
        }
    }

    struct Place
    {
        qsizetype line;
        qsizetype column;
    };
    [[nodiscard]] Place at(qsizetype position) const
    {
        const auto next = std::ranges::upper_bound(m_starts, position);
        return {next - m_starts.begin(), position - *std::prev(next) + 1};
    }

private:
    QList<qsizetype> m_starts{0};
};

Result<QStringList> rulesFrom(const QCommandLineParser &parser)
{
    QStringList known;
    for (const Rule &rule : rules())
        known.append(rule.id);
    const QStringList wanted = parser.values(u"rule"_s);
    for (const QString &id : wanted) {
        if (!known.contains(id)) {
            return failure(Words::tr("Nothing was checked."), Words::tr("There is no rule “%1”.").arg(id),
                Words::tr("Rules are: %1.").arg(known.join(u", "_s)));
        }
    }
    return wanted;
}

Result<QList<Brief>> briefsFrom(const QCommandLineParser &parser, const Reader &reader)
{
    auto all = briefs(reader);
    const QString key = parser.value(u"brief"_s);
    if (!all || !parser.isSet(u"brief"_s))
        return all;
    QStringList known;
    for (const Brief &brief : std::as_const(*all)) {
        if (brief.key == key)
            return QList{brief};
        known.append(brief.key);
    }
    return failure(Words::tr("Nothing was checked."), Words::tr("There is no brief “%1”.").arg(key),
        known.isEmpty() ? QString() : Words::tr("Briefs are: %1.").arg(known.join(u", "_s)));
}

QJsonValue jsonOf(const std::optional<Fix> &fix, const Lines &lines)
{
    if (!fix)
        return QJsonValue();
    const auto [line, column] = lines.at(fix->range.offset);
    return QJsonObject{{u"what"_s, fix->what}, {u"line"_s, line}, {u"column"_s, column}, {u"length"_s, fix->range.length},
        {u"replacement"_s, fix->replacement}};
}

struct Counts
{
    int errors = 0;
    int warnings = 0;
    int notes = 0;
    int ignored = 0;

    void add(const Finding &finding)
    {
        ++(finding.ignored.isValid()                   ? ignored
                : finding.severity == Severity::Error   ? errors
                : finding.severity == Severity::Warning ? warnings
                                                        : notes);
    }

    [[nodiscard]] QString text() const
    {
        QStringList parts;
        if (errors > 0)
            parts.append(Words::tr("%n errors", nullptr, errors));
        if (warnings > 0)
            parts.append(Words::tr("%n warnings", nullptr, warnings));
        if (notes > 0)
            parts.append(Words::tr("%n notes", nullptr, notes));
        if (parts.isEmpty())
            parts.append(Words::tr("nothing was found"));
        if (ignored > 0)
            parts.append(Words::tr("%n let stand", nullptr, ignored));
        return parts.join(u", "_s);
    }
};

Result<QList<Finding>> check(const Reader &reader, const Brief &brief)
{
    const auto draft = readVerifiedDraft(reader, brief.text);
    if (!draft)
        return failure(draft);
    const Document document = readDocument(brief.text);
    const auto material = checkMaterial(reader, brief.id, document);
    if (!material)
        return failure(material);
    return *findings(*draft, document, *material);
}

Result<Answer> run(const QCommandLineParser &parser)
{
    const auto wanted = rulesFrom(parser);
    if (!wanted)
        return failure(wanted);
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto chosen = briefsFrom(parser, (*project)->reader());
    if (!chosen)
        return failure(chosen);
    Answer answer;
    QJsonArray json;
    Counts counts;
    for (const Brief &brief : *chosen) {
        const auto found = check((*project)->reader(), brief);
        if (!found)
            return failure(found);
        const Lines lines(brief.text);
        for (const Finding &finding : *found) {
            if (!wanted->isEmpty() && !wanted->contains(finding.rule))
                continue;
            counts.add(finding);
            if (finding.ignored.isValid())
                continue;
            const auto [line, column] = lines.at(finding.range.offset);
            const QString severity = severityNames.name(finding.severity);
            answer.text += u"%1:%2:%3: %4: %5 [%6]\n"_s.arg(
                brief.key, QString::number(line), QString::number(column), severity, finding.message.simplified(), finding.rule);
            json.append(QJsonObject{{u"rule"_s, finding.rule}, {u"severity"_s, severity}, {u"kind"_s, u"brief"_s},
                {u"key"_s, brief.key}, {u"line"_s, line}, {u"column"_s, column}, {u"length"_s, finding.range.length},
                {u"message"_s, finding.message}, {u"fix"_s, jsonOf(finding.fix, lines)}});
        }
    }
    answer.text += counts.text() + u'\n';
    answer.verdict = json.isEmpty() ? Answer::Verdict::Yes : Answer::Verdict::No;
    answer.json = json;
    return answer;
}

QString details()
{
    QString text = Words::tr("All briefs, unless one is named. A line for each finding: brief, line, column, severity, what is wrong, and its\n"
                             "rule. Lines and columns count from 1, columns and lengths in UTF-16 units. What the author lets stand with a\n"
                             "reason is only counted. Exits 1 when there are findings. Rules:\n\n");
    for (const Rule &rule : rules())
        text += u"  %1  %2\n"_s.arg(rule.id.leftJustified(22), rule.title);
    return text.trimmed();
}

} // namespace

Command checkCommand()
{
    return {u"check"_s, u"FILE [--rule R]… [--brief KEY]"_s, Words::tr("Checks briefs: quotations, sources, likelihood, argument, dates."),
        details(),
        {QCommandLineOption{u"rule"_s, Words::tr("only this rule; may be given several times"), u"R"_s},
            QCommandLineOption{u"brief"_s, Words::tr("only the brief with this key"), u"KEY"_s}},
        1, 1, run};
}

} // namespace redoubt
