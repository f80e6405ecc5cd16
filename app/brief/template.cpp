#include "app/brief/template.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStringDecoder>

#include <algorithm>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::BriefTemplate)
};

constexpr qsizetype longest = 1024 * 1024; // bytes
constexpr qsizetype longestName = 80;
const QString ending = u".md"_s;

QString fileOf(const QString &name)
{
    return templateFolder() + u'/' + name + ending;
}

bool isOurs(const QString &name)
{
    return std::ranges::any_of(
        briefTemplates(), [&](const BriefTemplate &known) { return known.name.compare(name, Qt::CaseInsensitive) == 0; });
}

Result<QString> read(const QString &name, const QString &path)
{
    const QString what = Words::tr("The template “%1” could not be read.").arg(name);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(what, file.errorString());
    const QByteArray bytes = file.read(longest + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(what, file.errorString());
    if (bytes.size() > longest) {
        return failure(what, Words::tr("%1 is larger than 1 MiB.").arg(path),
            Words::tr("A template is a short text; make it shorter or take it away."), Error::Kind::Invalid);
    }
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    const bool isText = encoding == QStringConverter::Utf8 ? bytes.isValidUtf8() : !decoder.hasError();
    if (!isText || text.contains(QChar(0))) {
        return failure(what, Words::tr("%1 is not text in UTF-8.").arg(path),
            Words::tr("Save it as UTF-8 with a text editor."), Error::Kind::Invalid);
    }
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    return text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

Result<> checkKept(const QString &what, const QString &name, const QString &text)
{
    if (name.isEmpty())
        return failure(what, Words::tr("It has no name."), Words::tr("Give it one."), Error::Kind::Refused);
    if (isOurs(name)) {
        return failure(what, Words::tr("“%1” is the name of a template that comes with Redoubt.").arg(name),
            Words::tr("Choose another name."), Error::Kind::Refused);
    }
    const bool isFileName = !name.startsWith(u'.') && !name.contains(u'/') && !name.contains(u'\\') && name.size() <= longestName
        && std::ranges::all_of(name, [](QChar c) { return c.isPrint(); });
    if (!isFileName) {
        return failure(what, Words::tr("“%1” cannot be the name of a file.").arg(name),
            Words::tr("Choose a shorter one without slashes, that does not begin with a stop."), Error::Kind::Refused);
    }
    if (text.trimmed().isEmpty())
        return failure(what, Words::tr("The brief has no text."), {}, Error::Kind::Refused);
    if (text.toUtf8().size() > longest)
        return failure(what, Words::tr("The brief is larger than 1 MiB."), {}, Error::Kind::Refused);
    return {};
}

} // namespace

QList<BriefTemplate> briefTemplates()
{
    return {{u"contrarian"_s, Words::tr("Contrarian brief"),
                Words::tr("The incident, the received wisdom, a different read, and what to watch.")},
        {u"situation-report"_s, Words::tr("Situation report"),
            Words::tr("The point in short, the situation by date, an assessment, what is not known, and what to watch.")},
        {u"blank"_s, Words::tr("Blank brief"), Words::tr("One heading and nothing else.")}};
}

QList<BriefTemplate> ownTemplates()
{
    QList<BriefTemplate> own;
    const auto files = QDir(templateFolder()).entryInfoList({u'*' + ending}, QDir::Files, QDir::Name | QDir::LocaleAware);
    for (const QFileInfo &file : files) {
        const QString name = file.completeBaseName();
        if (!isOurs(name))
            own.append({name, name, Words::tr("A template that you kept.")});
    }
    return own;
}

QString templateFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/templates"_s;
}

Result<QString> templateText(const QString &name)
{
    QStringList names;
    for (const BriefTemplate &known : briefTemplates()) {
        if (known.name == name)
            return read(name, u":/templates/%1.md"_s.arg(name));
        names.append(known.name);
    }
    for (const BriefTemplate &known : ownTemplates()) {
        if (known.name == name)
            return read(name, fileOf(name));
        names.append(known.name);
    }
    return failure(Words::tr("There is no template “%1”.").arg(name), {},
        Words::tr("Templates are: %1.").arg(names.join(u", "_s)), Error::Kind::Refused);
}

Result<> keepTemplate(const QString &name, const QString &text, bool replace)
{
    const QString what = Words::tr("The template was not kept.");
    const QString trimmed = name.trimmed();
    if (auto checked = checkKept(what, trimmed, text); !checked)
        return checked;
    const QString path = fileOf(trimmed);
    if (!replace && QFileInfo::exists(path)) {
        return failure(what, Words::tr("There is a template “%1” already.").arg(trimmed),
            Words::tr("Replace it, or choose another name."), Error::Kind::Exists);
    }
    QDir().mkpath(templateFolder());
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(what, file.errorString(), Words::tr("Make %1 a folder that you can write in.").arg(templateFolder()));
    return {};
}

} // namespace redoubt
