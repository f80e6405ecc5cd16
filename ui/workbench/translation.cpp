#include "ui/workbench/translation.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

const QString folder = u":/translations"_s;
const QString pseudo = u"en_XA"_s;

/// "de_AT" of "de_AT.UTF-8@euro", "de-AT"; the pseudo-language by both of its names.
QString normalized(const QString &language)
{
    const QString code = language.section(u'.', 0, 0).section(u'@', 0, 0).replace(u'-', u'_');
    return code == "pseudo"_L1 ? pseudo : code;
}

/// What the environment asks for, by gettext's order; the first of LANGUAGE's list.
QString fromEnvironment()
{
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = normalized(qEnvironmentVariable(name).section(u':', 0, 0));
        if (!value.isEmpty())
            return value;
    }
    return {};
}

/// The translator is the application's and named, so that the next call finds it.
void install(QCoreApplication &application, const QString &file, const QString &path)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(u"redoubt-translator"_s);
    if (translator->load(file, path))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QList<Language> languages()
{
    QList<Language> found{{u"en"_s, u"English"_s}};
    for (const QString &file : QDir(folder).entryList({u"redoubt_*.qm"_s}, QDir::Files, QDir::Name)) {
        const QString code = file.section(u'.', 0, 0).section(u'_', 1);
        if (code != "en"_L1 && code != pseudo)
            found.append({QString(code).replace(u'_', u'-'), QLocale(code).nativeLanguageName()});
    }
    return found;
}

void speak(QCoreApplication &application, const QString &chosen)
{
    qDeleteAll(application.findChildren<QTranslator *>(u"redoubt-translator"_s, Qt::FindDirectChildrenOnly));

    const QString wanted = normalized(qEnvironmentVariable("REDOUBT_LANGUAGE", chosen));
    const QString language = wanted.isEmpty() ? fromEnvironment() : wanted;
    const bool isPseudo = language == pseudo;
    QLocale::setDefault(wanted.isEmpty() || isPseudo ? QLocale::system() : QLocale(wanted));

    // The last one installed is asked first.
    install(application, u"redoubt_en"_s, folder);
    const QString qt = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (!isPseudo)
        install(application, u"qtbase_"_s + language, qt);
    if (!language.isEmpty() && language != "C"_L1 && !language.startsWith("en"_L1))
        install(application, u"redoubt_"_s + language, folder);
    if (isPseudo)
        install(application, u"redoubt_"_s + pseudo, folder);
}

} // namespace redoubt
