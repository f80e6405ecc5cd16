#pragma once

#include "ui/look/look.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QTimer>

namespace redoubt {

/// What the user chose and what the program remembers between two runs, outside of any project. Written within a second.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// Kept in the user's configuration folder, or in `file`.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] look::Scheme scheme() const;
    void setScheme(look::Scheme scheme);

    /// A BCP 47 language; empty to follow LANG. Takes effect at the next start.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);

    /// Projects opened last, the latest first, at most ten; those that are gone are left out.
    [[nodiscard]] QStringList recentProjects() const;
    void addRecentProject(const QString &path);

    /// The window's place and the arrangement of the panels, as Qt saves them.
    [[nodiscard]] QByteArray geometry() const;
    [[nodiscard]] QByteArray layout() const;
    void setGeometry(const QByteArray &geometry);
    void setLayout(const QByteArray &layout);

    /// How a panel is arranged within, as it says itself.
    [[nodiscard]] QByteArray arrangement(const QString &panel) const;
    void setArrangement(const QString &panel, const QByteArray &arrangement);

Q_SIGNALS:
    void recentProjectsChanged();

private:
    [[nodiscard]] QVariant value(const QString &key) const { return m_unwritten.value(key, m_store->value(key)); }
    void setValue(const QString &key, const QVariant &value);
    void write();

    std::unique_ptr<QSettings> m_store;
    QVariantHash m_unwritten; ///< QSettings waits for the disk, several times, as soon as it is given something
    QTimer m_pause;
};

} // namespace redoubt
