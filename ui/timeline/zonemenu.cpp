#include "ui/timeline/zonemenu.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace redoubt {

ZoneMenu::ZoneMenu(QWidget *parent)
    : QMenu(tr("&Time zone"), parent)
{
    setObjectName(u"time-zone"_s);
    setToolTip(tr("What ticks and spans of time are written in"));
    // There are hundreds; they are made when they are looked at.
    connect(this, &QMenu::aboutToShow, this, &ZoneMenu::fill);
}

void ZoneMenu::setZone(const QString &zone)
{
    m_zone = zone;
}

void ZoneMenu::fill()
{
    clear();
    const QString system = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    offer(this, tr("UTC"), u"UTC"_s);
    if (system != u"UTC")
        offer(this, tr("This computer's (%1)").arg(system), system);
    if (m_zone != u"UTC" && m_zone != system)
        offer(this, m_zone, m_zone);
    addSeparator();
    QMap<QString, QMenu *> regions;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        const QString zone = QString::fromLatin1(id);
        const QString region = zone.section(u'/', 0, 0);
        if (region == zone || region == u"Etc" || region == u"SystemV")
            continue;
        if (!regions.contains(region))
            regions.insert(region, addMenu(region));
        offer(regions.value(region), zone.section(u'/', 1).replace(u'_', u' '), zone);
    }
}

void ZoneMenu::offer(QMenu *menu, const QString &text, const QString &zone)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(zone == m_zone);
    connect(action, &QAction::triggered, this, [this, zone] { Q_EMIT zoneChosen(zone); });
}

} // namespace redoubt
