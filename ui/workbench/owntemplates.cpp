#include "ui/workbench/owntemplates.h"

#include "app/brief/template.h"
#include "ui/look/look.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace redoubt {

OwnTemplates::OwnTemplates(const QString &title, std::function<void(const QString &)> chosen, QWidget *parent)
    : QMenu(title, parent)
    , m_chosen(std::move(chosen))
{
    setIcon(look::icon(u"new"_s));
    setToolTipsVisible(true);
    menuAction()->setToolTip(tr("Begin with a template that you kept"));
    connect(this, &QMenu::aboutToShow, this, &OwnTemplates::fill);
}

void OwnTemplates::fill()
{
    clear();
    const QList<BriefTemplate> own = ownTemplates();
    for (const BriefTemplate &shape : own) {
        QAction *entry = addAction(QString(shape.title).replace(u'&', u"&&"_s), this, [this, name = shape.name] { m_chosen(name); });
        entry->setToolTip(shape.about);
    }
    if (own.isEmpty())
        addAction(tr("None yet: keep a brief with Save as Template…"))->setEnabled(false);
    addSeparator();
    addAction(tr("Open Their Folder"), this, [] {
        QDir().mkpath(templateFolder());
        QDesktopServices::openUrl(QUrl::fromLocalFile(templateFolder()));
    })->setToolTip(QDir::toNativeSeparators(templateFolder()));
}

} // namespace redoubt
