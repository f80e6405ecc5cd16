#include "app/brief/template.h"

#include <QCoreApplication>
#include <QFile>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::BriefTemplate)
};

} // namespace

QList<BriefTemplate> briefTemplates()
{
    return {{u"contrarian"_s, Words::tr("Contrarian brief"),
                Words::tr("The incident, the received wisdom, a different read, and what to watch.")},
        {u"blank"_s, Words::tr("Blank brief"), Words::tr("One heading and nothing else.")}};
}

Result<QString> templateText(const QString &name)
{
    QStringList names;
    for (const BriefTemplate &known : briefTemplates()) {
        names.append(known.name);
        if (known.name != name)
            continue;
        QFile file(u":/templates/%1.md"_s.arg(name));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
        return failure(Words::tr("The template “%1” could not be read.").arg(name), file.errorString());
    }
    return failure(Words::tr("There is no template “%1”.").arg(name), {},
        Words::tr("Templates are: %1.").arg(names.join(u", "_s)), Error::Kind::Refused);
}

} // namespace redoubt
