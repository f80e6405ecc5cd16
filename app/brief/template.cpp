#include "app/brief/template.h"

#include <QCoreApplication>
#include <QFile>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("redoubt::BriefTemplate", text);
}

} // namespace

QList<BriefTemplate> briefTemplates()
{
    return {{u"contrarian"_s, tr("Contrarian brief"),
                tr("The incident, the received wisdom, a different read, and what to watch.")},
        {u"blank"_s, tr("Blank brief"), tr("One heading and nothing else.")}};
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
        return failure(tr("The template “%1” could not be read.").arg(name), file.errorString());
    }
    return failure(tr("There is no template “%1”.").arg(name), {},
        tr("Templates are: %1.").arg(names.join(u", "_s)), Error::Kind::Refused);
}

} // namespace redoubt
