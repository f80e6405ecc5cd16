#include "ui/publish/exportoptions.h"

#include "ui/look/look.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace redoubt {

ExportOptions::ExportOptions(const QString &title, const QList<Revision> &versions, QWidget *parent)
    : QDialog(parent)
    , m_since(new QComboBox(this))
{
    setObjectName(u"exportOptions"_s);
    setWindowTitle(tr("Export “%1”").arg(title));
    m_since->setObjectName(u"changesSince"_s);
    m_since->setAccessibleName(tr("Changes since"));
    m_since->setToolTip(tr("Print behind the brief what has changed since this version"));
    m_since->addItem(tr("Not printed"));
    for (const Revision &version : versions)
        m_since->addItem(tr("“%1”, %2", "a version and its day").arg(version.name, locale().toString(version.at.toLocalTime().date(), QLocale::ShortFormat)), version.id.number);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Choose File…"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setSpacing(look::related);
    form->addRow(tr("&Changes since:"), m_since);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::group, look::group, look::group, look::group);
    column->setSpacing(look::group);
    column->addLayout(form);
    column->addWidget(buttons);
}

Id<Revision> ExportOptions::since() const
{
    return {m_since->currentData().toLongLong()};
}

Result<QList<Revision>> namedVersions(const Reader &reader, Id<Brief> brief)
{
    auto all = revisions(reader, brief);
    if (all)
        all->removeIf([](const Revision &version) { return version.name.isEmpty(); });
    return all;
}

} // namespace redoubt
