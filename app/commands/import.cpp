#include "app/commands/command.h"

#include "app/brief/importhooks.h"
#include "app/commands/importfeeds.h"
#include "app/commands/importsources.h"
#include "app/project/project.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ImportCommand)
};

constexpr qsizetype errorsShown = 20;

Result<std::optional<ImportFormat>> formatFrom(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"as"_s))
        return std::optional<ImportFormat>();
    const auto format = importFormatNames.value(parser.value(u"as"_s));
    if (format)
        return format;
    QStringList names;
    for (const auto &[value, name] : importFormatNames.table)
        names.append(name);
    for (const auto &[value, name] : bibliographyFormatNames.table)
        names.append(name);
    return failure(Words::tr("Nothing was imported."), Words::tr("There is no format “%1”.").arg(parser.value(u"as"_s)),
        Words::tr("Choose one of: %1.").arg(names.join(u", "_s)));
}

Result<std::optional<ColumnMapping>> mappingFrom(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"map"_s))
        return std::optional<ColumnMapping>();
    QFile file(parser.value(u"map"_s));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Words::tr("Nothing was imported."), Words::tr("The mapping “%1” could not be read: %2.").arg(file.fileName(), file.errorString()),
            Words::tr("Check that the file is there."));
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.read(1024 * 1024), &error);
    if (!document.isObject()) {
        return failure(Words::tr("Nothing was imported."), Words::tr("The mapping “%1” is no JSON object.").arg(file.fileName()),
            Words::tr("Write {\"title\": \"Headline\", \"date\": \"When\"} and so on."), Error::Kind::Invalid);
    }
    const auto mapping = ColumnMapping::fromJson(document.object());
    return mapping ? Result<std::optional<ColumnMapping>>(*mapping) : failure(mapping);
}

/// Two names of one file.
bool isSame(const QString &a, const QString &b)
{
    return QFileInfo(a).exists() && QFileInfo(a).canonicalFilePath() == QFileInfo(b).canonicalFilePath();
}

Answer answerOf(const ImportReport &report, bool dryRun)
{
    QString text = Words::tr("%1: %2 added, %3 updated, %4 unchanged, %5 removed, %6 skipped.")
                       .arg(formatText(report.format))
                       .arg(report.added)
                       .arg(report.updated)
                       .arg(report.unchanged)
                       .arg(report.removed)
                       .arg(report.skipped)
        + u'\n';
    if (report.kept > 0)
        text += Words::tr("%n events are gone from the data set, but you have worked on them; they stay.", nullptr, int(report.kept)) + u'\n';
    if (report.missing > 0)
        text += Words::tr("%n earlier rows are not in this file, which has less than half of them; nothing was done about those.", nullptr, int(report.missing)) + u'\n';
    if (report.keptFields > 0)
        text += Words::tr("%n fields changed in the data set, but you have written them yourself; yours stay.", nullptr, int(report.keptFields)) + u'\n';
    QJsonArray errors;
    for (const RowError &error : report.errors) {
        if (errors.size() < errorsShown)
            text += Words::tr("line %1: %2").arg(QString::number(error.line), error.message) + u'\n';
        errors.append(QJsonObject{{u"line"_s, error.line}, {u"message"_s, error.message}});
    }
    if (report.skipped > errorsShown)
        text += Words::tr("… and %n more.", nullptr, int(report.skipped - errorsShown)) + u'\n';
    if (dryRun)
        text += Words::tr("Nothing was changed: this was a trial.") + u'\n';
    return {text,
        QJsonObject{{u"format"_s, importFormatNames.name(report.format)}, {u"added"_s, report.added}, {u"updated"_s, report.updated},
            {u"unchanged"_s, report.unchanged}, {u"removed"_s, report.removed}, {u"kept"_s, report.kept}, {u"missing"_s, report.missing},
            {u"skipped"_s, report.skipped}, {u"errors"_s, errors}},
        report.added + report.updated + report.unchanged + report.removed > 0 ? Answer::Verdict::Yes : Answer::Verdict::No};
}

Result<Answer> run(const QCommandLineParser &parser)
{
    if (auto answer = importFeeds(parser))
        return *std::move(answer);
    const QString path = parser.positionalArguments().first();
    const QString data = parser.positionalArguments().last();
    if (const auto bibliography = bibliographyIn(parser))
        return importSources(parser, *bibliography);
    const auto format = formatFrom(parser);
    const auto mapping = mappingFrom(parser);
    if (!format || !mapping)
        return !format ? failure(format) : failure(mapping);
    ImportOptions options{{data, *format, *mapping}, parser.isSet(u"dry-run"_s), parser.value(u"rejects"_s)};
    if (options.file.mapping && !options.file.format)
        options.file.format = ImportFormat::Csv;
    for (const QString &taken : {path, data}) {
        if (!options.rejects.isEmpty() && isSame(options.rejects, taken)) {
            return failure(Words::tr("Nothing was imported."), Words::tr("“%1” is in use already.").arg(options.rejects),
                Words::tr("Choose another file for the skipped rows."));
        }
    }
    const auto project = Project::open(path, options.dryRun ? Project::Mode::ReadOnly : Project::Mode::ReadWrite);
    if (!project)
        return failure(project);
    (*project)->keepOthersOut();
    const auto report = importEvents(**project, options, importHooks((*project)->reader()));
    if (!report)
        return failure(report);
    return answerOf(*report, options.dryRun);
}

} // namespace

Command importCommand()
{
    return {u"import"_s, u"FILE DATA [--as FORMAT] [--map FILE] [--dry-run] [--rejects FILE]"_s,
        Words::tr("Reads events from a data set, sources from a bibliography, or feeds."),
        Words::tr("Formats of events: csv (any table, also between tabs), acled, ucdp (GED), gdelt (2.0 events), gtd, timelinejs (JSON and table), timemap, simile (XML), "
                  "edtf-csv (a chronology that Redoubt exported); of sources: ris, bibtex (also BibLaTeX), csljson; of feeds: opml (a list of feeds), feed (a feed file "
                  "with its items). The format is guessed when it is not given.\n"
                  "A mapping is JSON that says which column holds which field: {\"title\": \"Headline\", \"date\": \"When\"}. Fields: %1. "
                  "\"order\" is day-first or month-first, for dates such as 3/4/2022.\n"
                  "Importing a later version of the same data set changes its events field by field; what you have written yourself stays. Events whose row is "
                  "gone are removed unless you have worked on them, or the file has less than half of the earlier rows.\n"
                  "A reference that is a source already (key and title, DOI, address, or title and date) fills in what that has not; keywords "
                  "become tags, notes its note.\n"
                  "It is one action: “redoubt undo” takes all of it back.")
            .arg(mappedFields().join(u' ')),
        {{u"as"_s, Words::tr("the format of DATA"), u"FORMAT"_s}, {u"map"_s, Words::tr("which column is which field, as JSON"), u"FILE"_s},
            {u"dry-run"_s, Words::tr("only says what would be done")}, {u"rejects"_s, Words::tr("writes the rows that were skipped to a table"), u"FILE"_s}},
        2, 2, run};
}

} // namespace redoubt
