#include "app/commands/command.h"

#include "app/commands/eventchoice.h"
#include "app/commands/exportsources.h"
#include "app/project/project.h"
#include "app/publish/edition.h"
#include "app/publish/eventexport.h"
#include "app/publish/pdf.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ExportCommand)
};

Result<Brief> briefToExport(const Reader &reader, const QString &key)
{
    const auto all = briefs(reader);
    if (!all)
        return failure(all);
    QStringList keys;
    for (const Brief &brief : *all) {
        if (key.isEmpty() || brief.key == key)
            return brief;
        keys.append(brief.key);
    }
    return failure(Words::tr("Nothing was exported."),
        keys.isEmpty() ? Words::tr("The project has no brief.")
                       : Words::tr("There is no brief “%1”.").arg(key),
        keys.isEmpty() ? QString()
                       : Words::tr("Choose one of: %1.").arg(QLocale().createSeparatedList(keys)));
}

std::unexpected<Error> unknownFormat(const QString &out, const QString &remedy)
{
    return failure(Words::tr("Nothing was exported."), Words::tr("The format of “%1” is not known.").arg(out), remedy);
}

Result<Paper> paperFrom(const QCommandLineParser &parser)
{
    const QString name = parser.value(u"paper"_s);
    if (name == "a4"_L1)
        return Paper::A4;
    if (name == "letter"_L1)
        return Paper::Letter;
    return failure(Words::tr("Nothing was exported."), Words::tr("There is no paper “%1”.").arg(name),
        Words::tr("Give a4 or letter."));
}

Result<Answer> exportBrief(const QCommandLineParser &parser, const QString &out)
{
    if (!out.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        return unknownFormat(out, Words::tr("Give the file a name that ends in .pdf."));
    const auto paper = paperFrom(parser);
    if (!paper)
        return failure(paper);
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto brief = briefToExport((*project)->reader(), parser.value(u"brief"_s));
    if (!brief)
        return failure(brief);
    Id<Revision> since;
    if (parser.isSet(u"since"_s)) {
        const auto version = versionNamed((*project)->reader(), brief->id, parser.value(u"since"_s));
        if (!version)
            return failure(Words::tr("Nothing was exported."), version.error().why, version.error().remedy);
        since = version->id;
    }
    const auto publication = publicationOf((*project)->reader(), *brief, since);
    if (!publication)
        return failure(publication);
    const auto written = writePdf(*publication, *paper, out);
    if (!written)
        return failure(written);
    return Answer{Words::tr("Wrote %1: %n pages.", nullptr, written->pages).arg(out) + u'\n',
        QJsonObject{{u"file"_s, out}, {u"pages"_s, written->pages}, {u"bytes"_s, written->bytes}}};
}

/// The events that the options leave; no choice where none is given.
Result<EventChoice> choiceFrom(const QCommandLineParser &parser, const Reader &reader)
{
    const auto filter = eventFilterFrom(parser);
    const auto rows = lanes(reader);
    if (!filter || !rows)
        return !filter ? failure(filter) : failure(rows);
    const QString lane = parser.value(u"lane"_s);
    if (!lane.isEmpty() && std::ranges::none_of(*rows, [&](const Lane &row) { return isNamed(row, lane); })) {
        QStringList keys;
        for (const Lane &row : *rows)
            keys.append(row.key);
        return failure(Words::tr("Nothing was exported."), Words::tr("There is no lane “%1”.").arg(lane),
            keys.isEmpty() ? QString() : Words::tr("Choose one of: %1.").arg(QLocale().createSeparatedList(keys)));
    }
    if (filter->isEmpty())
        return EventChoice();
    const auto chosen = eventsPassing(reader, *filter);
    if (!chosen)
        return failure(chosen);
    return EventChoice([chosen = *chosen](const Event &event) { return chosen.contains(event.id); });
}

Result<Answer> exportEvents(const QCommandLineParser &parser, const QString &out)
{
    static const QHash<QString, EventFormat> formats{
        {u"csv"_s, EventFormat::Csv}, {u"json"_s, EventFormat::TimelineJs}, {u"svg"_s, EventFormat::Svg}, {u"png"_s, EventFormat::Png}};
    const auto format = formats.constFind(QFileInfo(out).suffix().toLower());
    if (format == formats.constEnd())
        return unknownFormat(out, Words::tr("Give the file a name that ends in .csv, .json, .svg or .png."));
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto choice = choiceFrom(parser, (*project)->reader());
    if (!choice)
        return failure(choice);
    const auto written = writeEvents((*project)->reader(), out, *format, *choice);
    if (!written)
        return failure(written);
    QString text = Words::tr("Wrote %1: %n event(s).", nullptr, int(written->events)).arg(out) + u'\n';
    if (written->leftOut > 0)
        text += Words::tr("%n event(s) without any date have no place in this format.", nullptr, int(written->leftOut)) + u'\n';
    const bool isPicture = *format == EventFormat::Svg || *format == EventFormat::Png;
    return Answer{text, QJsonObject{{u"file"_s, out}, {u"pages"_s, isPicture ? 1 : 0}, {u"bytes"_s, written->bytes}}};
}

Result<Answer> run(const QCommandLineParser &parser)
{
    const QString out = parser.positionalArguments().last();
    if (QFileInfo(out).exists() && QFileInfo(out).canonicalFilePath() == QFileInfo(parser.positionalArguments().first()).canonicalFilePath()) {
        return failure(Words::tr("Nothing was exported."), Words::tr("“%1” is the project itself.").arg(out),
            Words::tr("Choose another name."));
    }
    const QString what = parser.value(u"what"_s);
    if (what == "events"_L1)
        return exportEvents(parser, out);
    if (what == "brief"_L1)
        return exportBrief(parser, out);
    if (what == "sources"_L1)
        return exportSources(parser, out);
    return failure(Words::tr("Nothing was exported."), Words::tr("“%1” cannot be exported.").arg(what),
        Words::tr("Give --what brief, --what events or --what sources."));
}

} // namespace

Command exportCommand()
{
    return {u"export"_s, u"FILE OUT [--what brief|events|sources] [options]"_s,
        Words::tr("Writes a brief as a PDF, the events as CSV, TimelineJS JSON, SVG or PNG, or the sources as CSL-JSON, BibTeX or RIS."),
        Words::tr("The format follows from the name of OUT: .pdf for a brief; .csv, .json, .svg or .png for events; .json, .bib or .ris for sources. The first brief "
                  "is taken when none is named, and all events unless the options say less. An existing OUT is replaced, "
                  "and only once the new one is complete. In the CSV, a text that a spreadsheet might take for a formula has an "
                  "apostrophe before it, which import takes off again."),
        QList<QCommandLineOption>{{u"what"_s, Words::tr("brief, events or sources"), u"WHAT"_s, u"brief"_s},
            {u"brief"_s, Words::tr("which brief"), u"KEY"_s},
            {u"since"_s, Words::tr("print what has changed in the brief since the version of this name"), u"NAME"_s},
            {u"paper"_s, Words::tr("the size of the pages of a brief: a4 or letter"), u"NAME"_s, u"a4"_s}}
            + eventOptions(),
        2, 2, run};
}

} // namespace redoubt
