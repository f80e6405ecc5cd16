#pragma once

#include <QMenu>

namespace redoubt {

/// The time zones to choose from: UTC, the system's, and all others by their regions.
class ZoneMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ZoneMenu(QWidget *parent = nullptr);

    /// The one that is ticked, by its IANA name.
    void setZone(const QString &zone);

Q_SIGNALS:
    void zoneChosen(const QString &zone);

private:
    void fill();
    void offer(QMenu *menu, const QString &text, const QString &zone);

    QString m_zone;
};

} // namespace redoubt
