#include "app/commands/sample.h"

#include "app/brief/brief.h"
#include "app/brief/template.h"
#include "app/commands/samplereader.h"
#include "app/project/key.h"
#include "app/project/project.h"
#include "app/timeline/lane.h"

#include <QCoreApplication>
#include <QFile>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Sample)
};

/// Makes a project and fills it; a project that could not be filled does not stay.
Result<> createFilled(
    const QString &path, const QString &title, const std::function<Result<>(Writer &)> &fill)
{
    if (auto created = Project::create(path, title); !created)
        return created;
    auto project = Project::open(path);
    auto filled = project ? (*project)->keep(fill) : Result<>(failure(project));
    if (!filled) {
        if (project)
            project->reset();
        QFile::remove(path);
    }
    return filled;
}

Result<> addTemplateLanes(Writer &writer)
{
    const QStringList titles{Words::tr("Incidents"), Words::tr("Responses"), Words::tr("Diplomacy")};
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
    return createFilled(
        path, Words::tr("Sample"), [](Writer &writer) { return SampleReader(writer, u":/sample"_s).read(); });
}

Result<> createFromTemplate(const QString &path, const QString &templateName, const QString &title)
{
    const auto text = templateText(templateName);
    if (!text)
        return failure(text);
    Brief brief;
    brief.title = title;
    brief.textTemplate = templateName;
    brief.text = *text;
    return createFilled(path, title, [&](Writer &writer) {
        auto lanes = addTemplateLanes(writer);
        return lanes ? addBrief(writer, brief) : lanes;
    });
}

} // namespace redoubt
