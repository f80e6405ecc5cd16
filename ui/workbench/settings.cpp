#include "ui/workbench/settings.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Arrangements of another set of panels are not restored.
const QString layoutKey = u"layout/2"_s;

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file.isEmpty()
              ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"redoubt"_s, u"redoubt"_s)
              : std::make_unique<QSettings>(file, QSettings::IniFormat))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &Settings::write);
}

Settings::~Settings()
{
    write();
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    m_unwritten.insert(key, value);
    m_pause.start();
}

void Settings::write()
{
    for (const auto &[key, value] : std::exchange(m_unwritten, {}).asKeyValueRange()) {
        if (value.isValid())
            m_store->setValue(key, value);
        else
            m_store->remove(key);
    }
}

look::Scheme Settings::scheme() const
{
    const QString name = value(u"scheme"_s).toString();
    return name == "light"_L1 ? look::Scheme::Light : name == "dark"_L1 ? look::Scheme::Dark : look::Scheme::System;
}

void Settings::setScheme(look::Scheme scheme)
{
    setValue(u"scheme"_s,
        scheme == look::Scheme::Light      ? u"light"_s
            : scheme == look::Scheme::Dark ? u"dark"_s
                                           : u"system"_s);
}

QString Settings::language() const
{
    return value(u"language"_s).toString();
}

void Settings::setLanguage(const QString &language)
{
    setValue(u"language"_s, language);
}

QStringList Settings::recentProjects() const
{
    QStringList paths = value(u"recent"_s).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo(path).isFile(); });
    return paths;
}

void Settings::addRecentProject(const QString &path)
{
    static constexpr qsizetype most = 10;
    QStringList paths = recentProjects();
    paths.removeAll(path);
    paths.prepend(path);
    setValue(u"recent"_s, paths.mid(0, most));
    Q_EMIT recentProjectsChanged();
}

QByteArray Settings::geometry() const
{
    return value(u"geometry"_s).toByteArray();
}

QByteArray Settings::layout() const
{
    return value(layoutKey).toByteArray();
}

void Settings::setGeometry(const QByteArray &geometry)
{
    setValue(u"geometry"_s, geometry);
}

void Settings::setLayout(const QByteArray &layout)
{
    setValue(layoutKey, layout);
}

QByteArray Settings::arrangement(const QString &panel) const
{
    return value(u"arrangement/"_s + panel).toByteArray();
}

void Settings::setArrangement(const QString &panel, const QByteArray &arrangement)
{
    setValue(u"arrangement/"_s + panel, arrangement);
}

QByteArray Settings::place(const QString &name) const
{
    return value(u"place/"_s + name).toByteArray();
}

QStringList Settings::places() const
{
    return value(u"places"_s).toStringList();
}

void Settings::setPlace(const QString &name, const QByteArray &place)
{
    static constexpr qsizetype most = 200;
    QStringList names = places();
    names.removeAll(name);
    names.prepend(name);
    while (names.size() > most)
        setValue(u"place/"_s + names.takeLast(), {});
    setValue(u"places"_s, names);
    setValue(u"place/"_s + name, place);
}

} // namespace redoubt
