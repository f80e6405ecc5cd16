#include "app/commands/sample.h"

#include "app/brief/brief.h"
#include "app/commands/samplereader.h"
#include "app/project/key.h"
#include "app/project/project.h"
#include "app/timeline/lane.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>

namespace redoubt {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("redoubt::Sample", text);
}

Result<> addTemplateLanes(Writer &writer)
{
    const QStringList titles{tr("Incidents"), tr("Responses"), tr("Diplomacy")};
    for (int i = 0; i < int(titles.size()); ++i) {
        const Lane lane{Id<Lane>::make(), keyFrom(titles.at(i)), titles.at(i), i, i, false};
        if (auto added = addLane(writer, lane); !added)
            return added;
    }
    return {};
}

} // namespace

Result<> createSample(const QString &path)
{
    return Project::create(path, tr("Sample"), [](Writer &writer) { return SampleReader(writer, u":/sample"_s).read(); });
}

QStringList templateNames()
{
    QStringList names = QDir(u":/templates"_s).entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(3);
    return names;
}

Result<> createFromTemplate(const QString &path, const QString &templateName, const QString &title)
{
    QFile file(u":/templates/%1.md"_s.arg(templateName));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(tr("No project was made."), tr("There is no template “%1”.").arg(templateName),
            tr("Choose one of: %1.").arg(QLocale().createSeparatedList(templateNames())));
    }
    Brief brief;
    brief.title = title;
    brief.textTemplate = templateName;
    brief.text = QString::fromUtf8(file.readAll());
    return Project::create(path, title, [&](Writer &writer) {
        auto lanes = addTemplateLanes(writer);
        return lanes ? addBrief(writer, brief) : lanes;
    });
}

} // namespace redoubt
