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
    return Project::create(path, Words::tr("Sample"), [](Writer &writer) { return SampleReader(writer, u":/sample"_s).read(); });
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
    return Project::create(path, title, [&](Writer &writer) {
        auto lanes = addTemplateLanes(writer);
        return lanes ? addBrief(writer, brief) : lanes;
    });
}

} // namespace redoubt
