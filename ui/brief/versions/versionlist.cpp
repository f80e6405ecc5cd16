#include "ui/brief/versions/versionlist.h"

#include "ui/look/look.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

enum Column { Name, Time, Words };
enum Role { IdRole = Qt::UserRole, DayRole };

QString dayText(const QDate &day)
{
    return QLocale().toString(day, VersionList::tr("d MMMM yyyy", "a day; QDate::toString"));
}

QString timeText(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime().time(), VersionList::tr("HH:mm", "a time; QTime::toString"));
}

/// "812 (+14)"
QString wordsText(int words, int before)
{
    if (words < 0)
        return {};
    const QString all = QLocale().toString(words);
    if (before < 0 || before == words)
        return all;
    const QString by = QLocale().toString(std::abs(words - before));
    return u"%1 (%2%3)"_s.arg(all, words > before ? u"+"_s : u"−"_s, by);
}

/// Words stand as far from the edges of their cell as those of the header do.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).grownBy({look::tight, 0, look::tight, 0});
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != Name)
            option->rect.adjust(look::tight, 0, -look::tight, 0);
    }
};

} // namespace

QString versionTitle(const Revision &version)
{
    if (!version.id.isValid())
        return VersionList::tr("Present text");
    if (!version.name.isEmpty())
        return u"“%1”"_s.arg(version.name);
    return VersionList::tr("%1, %2", "a day and a time").arg(dayText(version.at.toLocalTime().date()), timeText(version.at));
}

VersionList::VersionList(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"versionList"_s);
    setAccessibleName(tr("Versions of the brief"));
    setToolTip(tr("Choose one to compare it with the present text, or two to compare them (Ctrl+click, Shift+↓)"));
    setFrameShape(QFrame::NoFrame);
    setColumnCount(3);
    setHeaderLabels({tr("Version"), tr("Kept"), tr("Words")});
    headerItem()->setTextAlignment(Words, Qt::AlignRight | Qt::AlignVCenter);
    header()->setFont(look::font(look::Text::Caption));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Time, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Words, QHeaderView::ResizeToContents);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed);
    setTextElideMode(Qt::ElideMiddle);
    setUniformRowHeights(true);
    setItemDelegate(new CellDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTreeWidget::itemSelectionChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT chosenChanged();
    });
    connect(this, &QTreeWidget::itemChanged, this, &VersionList::takeName);
}

void VersionList::setVersions(const QList<Revision> &versions, int words, bool mayChange)
{
    QSet<QDate> open;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->isExpanded())
            open.insert(topLevelItem(i)->data(Name, DayRole).toDate());
    }
    QList<Id<Revision>> before;
    for (const Revision &version : chosen())
        before.append(version.id);
    {
        const QScopedValueRollback filling(m_isFilling, true);
        clear();
        m_versions = versions;
        m_versions.prepend({{}, {}, {}, {}, words});
        QTreeWidgetItem *day = nullptr;
        for (qsizetype i = 0; i < m_versions.size(); ++i) {
            const Revision &version = m_versions.at(i);
            const QDate date = version.at.toLocalTime().date();
            const bool isAutomatic = version.id.isValid() && version.name.isEmpty();
            if (isAutomatic && (!day || day->data(Name, DayRole).toDate() != date))
                day = addDay(date);
            auto *item = isAutomatic ? new QTreeWidgetItem(day) : new QTreeWidgetItem(this);
            fill(item, version, i + 1 < m_versions.size() ? m_versions.at(i + 1).words : -1, mayChange);
            if (!isAutomatic)
                day = nullptr;
        }
        tellDays();
        for (int i = 0; i < topLevelItemCount(); ++i)
            topLevelItem(i)->setExpanded(open.contains(topLevelItem(i)->data(Name, DayRole).toDate()));
    }
    choose(before);
}

QTreeWidgetItem *VersionList::addDay(const QDate &day)
{
    auto *item = new QTreeWidgetItem(this);
    item->setText(Time, dayText(day));
    item->setData(Name, DayRole, day);
    item->setFlags(Qt::ItemIsEnabled);
    item->setForeground(Name, palette().placeholderText());
    return item;
}

void VersionList::fill(QTreeWidgetItem *item, const Revision &version, int wordsBefore, bool mayChange)
{
    const bool isKept = version.id.isValid();
    const bool isNamed = !version.name.isEmpty();
    item->setData(Name, IdRole, version.id.number);
    item->setText(Name, isKept ? version.name : versionTitle(version));
    item->setData(Name, Qt::AccessibleTextRole, isKept && !isNamed ? tr("automatic version") : item->text(Name));
    if (isKept)
        item->setText(Time, isNamed ? tr("%1, %2", "a day and a time").arg(dayText(version.at.toLocalTime().date()), timeText(version.at)) : timeText(version.at));
    item->setText(Words, wordsText(version.words, wordsBefore));
    item->setTextAlignment(Words, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(Name, isNamed ? Qt::convertFromPlainText(version.name) : QString());
    if (isNamed || !isKept)
        item->setFont(Name, look::font(look::Text::Body, true));
    if (isKept && mayChange)
        item->setFlags(item->flags() | Qt::ItemIsEditable);
}

void VersionList::tellDays()
{
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = topLevelItem(i);
        if (item->childCount() > 0)
            item->setText(Name, tr("%n automatic version(s)", nullptr, item->childCount()));
    }
}

QTreeWidgetItem *VersionList::itemOf(Id<Revision> version) const
{
    for (QTreeWidgetItemIterator at(const_cast<VersionList *>(this)); *at; ++at) {
        const QVariant id = (*at)->data(Name, IdRole);
        if (id.isValid() && id.toLongLong() == version.number)
            return *at;
    }
    return nullptr;
}

QList<Revision> VersionList::chosen() const
{
    QList<Revision> list;
    for (const Revision &version : m_versions) {
        const QTreeWidgetItem *item = itemOf(version.id);
        if (item && item->isSelected())
            list.append(version);
    }
    return list;
}

void VersionList::choose(const QList<Id<Revision>> &versions)
{
    {
        const QScopedValueRollback filling(m_isFilling, true);
        clearSelection();
        for (const Id<Revision> &version : versions) {
            QTreeWidgetItem *item = itemOf(version);
            if (!item)
                continue;
            if (item->parent())
                item->parent()->setExpanded(true);
            if (selectedItems().isEmpty())
                setCurrentItem(item, Name, QItemSelectionModel::NoUpdate);
            item->setSelected(true);
        }
    }
    Q_EMIT chosenChanged();
}

void VersionList::chooseWithBefore(Id<Revision> version)
{
    const auto at = std::ranges::find(m_versions, version, &Revision::id);
    if (at == m_versions.end())
        return;
    if (at + 1 == m_versions.end())
        choose({version});
    else
        choose({version, (at + 1)->id});
}

void VersionList::editName(Id<Revision> version)
{
    if (QTreeWidgetItem *item = itemOf(version))
        editItem(item, Name);
}

void VersionList::takeName(QTreeWidgetItem *item, int column)
{
    if (m_isFilling || column != Name)
        return;
    const Id<Revision> id{item->data(Name, IdRole).toLongLong()};
    const auto version = std::ranges::find(m_versions, id, &Revision::id);
    const QString name = item->text(Name).trimmed();
    if (version == m_versions.end())
        return;
    if (!name.isEmpty() && name != version->name) {
        // Not before the field has closed: the list is filled anew by it.
        QMetaObject::invokeMethod(this, [this, id, name] { Q_EMIT nameGiven(id, name); }, Qt::QueuedConnection);
        return;
    }
    const QScopedValueRollback filling(m_isFilling, true);
    item->setText(Name, version->name);
}

} // namespace redoubt
