#include "ui/brief/outlinelist.h"

#include "ui/brief/outlineview.h"
#include "ui/look/listrow.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int mostRows = 16;

class OutlineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, look::rowHeight(look::rowList, look::font(look::Text::Body))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const look::Colours &colours = look::colours(option.palette);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colours.selection);
        QRect inner = option.rect.adjusted(look::group, 0, -look::group, 0);
        painter->setFont(look::font(look::Text::Caption));
        painter->setPen(colours.inkFaint);
        paintWords(painter, option, index, inner);
        inner.setRight(inner.right() - painter->fontMetrics().horizontalAdvance(u"00000"_s));
        const QString role = index.data(OutlineModel::RoleTextRole).toString();
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, role);
        inner.setRight(inner.right() - painter->fontMetrics().horizontalAdvance(role) - look::related);

        const int level = index.data(OutlineModel::LevelRole).toInt();
        inner.setLeft(inner.left() + std::max(0, level - 2) * look::group);
        painter->setFont(look::font(look::Text::Body, level <= 2));
        painter->setPen(colours.ink);
        look::drawElided(*painter, inner, index.data().toString(), Qt::ElideMiddle);
    }

private:
    /// The words, and below them, where so many are meant to be, how far they go. Takes its room off `inner`.
    static void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect &inner)
    {
        const look::Colours &colours = look::colours(option.palette);
        const int words = index.data(OutlineModel::WordsRole).toInt();
        const int target = index.data(OutlineModel::TargetRole).toInt();
        QString text = option.locale.toString(words);
        if (target == 0) {
            painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, text);
            return;
        }
        text = OutlineModel::tr("%1 / %2", "words written / meant").arg(text, option.locale.toString(target));
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, text);
        const int width = painter->fontMetrics().horizontalAdvance(text);
        const QRect whole(inner.right() - width + 1, option.rect.bottom() - look::tight - look::hair, width, 2 * look::hair);
        QRect written = whole;
        written.setWidth(std::min(width, int(qint64(width) * words / target)));
        painter->fillRect(whole, colours.line);
        painter->fillRect(written, words > target ? colours.altered : colours.accent);
        inner.setRight(inner.right() - std::max(0, width - painter->fontMetrics().horizontalAdvance(u"0000"_s)));
    }
};

} // namespace

QString sectionRoleText(SectionRole role)
{
    switch (role) {
    case SectionRole::None:
        return {};
    case SectionRole::Incident:
        return QCoreApplication::translate("redoubt::SectionRole", "incident");
    case SectionRole::Received:
        return QCoreApplication::translate("redoubt::SectionRole", "received");
    case SectionRole::Different:
        return QCoreApplication::translate("redoubt::SectionRole", "different");
    case SectionRole::Watch:
        return QCoreApplication::translate("redoubt::SectionRole", "watch");
    }
    return {};
}

QString wordsText(int words, int target)
{
    if (target == 0)
        return OutlineModel::tr("%n words", nullptr, words);
    return OutlineModel::tr("%1 of %n words", "written of those meant to be", target).arg(QLocale().toString(words));
}

void OutlineModel::setSections(const QList<DraftSection> &sections)
{
    if (sections == m_sections)
        return;
    beginResetModel();
    m_sections = sections;
    endResetModel();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sections.size());
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DraftSection &section = m_sections[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return section.entry.text;
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "section, words").arg(section.entry.text, wordsText(section.words, section.entry.target));
    case LevelRole:
        return section.entry.level;
    case RoleTextRole:
        return sectionRoleText(section.entry.role);
    case WordsRole:
        return section.words;
    case TargetRole:
        return section.entry.target;
    case PositionRole:
        return section.entry.heading.offset;
    default:
        return {};
    }
}

OutlineList::OutlineList(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_list(new OutlineView(this))
{
    setAccessibleName(tr("Outline"));
    setFrameShape(QFrame::StyledPanel);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new OutlineDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Sections"));
    setFocusProxy(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::hair, look::tight, look::hair, look::tight);
    layout->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, &OutlineList::choose);
    connect(m_list, &QListView::activated, this, &OutlineList::choose);
    connect(m_list, &OutlineView::moveWanted, this, &OutlineList::move);
    connect(m_list, &OutlineView::stepWanted, this, &OutlineList::step);
    connect(m_list, &OutlineView::levelWanted, this, [this](int row, int by) {
        if (!m_isWaiting) {
            m_isWaiting = true;
            Q_EMIT levelWanted(positionOf(row), by);
        }
    });
}

qsizetype OutlineList::positionOf(int row) const
{
    const QModelIndex index = m_model.index(row);
    return index.isValid() ? index.data(OutlineModel::PositionRole).toLongLong() : -1;
}

qsizetype OutlineList::currentPosition() const
{
    return positionOf(m_list->currentIndex().row());
}

void OutlineList::move(int row, int before)
{
    if (m_isWaiting)
        return;
    m_isWaiting = true;
    Q_EMIT moveWanted(positionOf(row), positionOf(before));
}

/// Steps that come before the last one is seen are made one after the other.
void OutlineList::step(int row, int by)
{
    if (m_isWaiting) {
        m_steps += by;
        return;
    }
    m_isWaiting = true;
    Q_EMIT stepWanted(positionOf(row), by);
}

void OutlineList::settle()
{
    m_isWaiting = false;
    m_steps = 0;
}

void OutlineList::setSections(const QList<DraftSection> &sections)
{
    const int current = m_list->currentIndex().row();
    m_model.setSections(sections);
    const int steps = m_steps;
    settle();
    const qsizetype followed = std::exchange(m_followed, -1);
    const auto behind = std::ranges::upper_bound(
        sections, followed, {}, [](const DraftSection &section) { return section.entry.heading.offset; });
    const int row = followed < 0 ? std::min(current, m_model.rowCount() - 1) : int(behind - sections.begin()) - 1;
    if (row < 0 || !isVisible())
        return;
    m_list->setCurrentIndex(m_model.index(row));
    if (steps != 0) {
        m_steps = steps > 0 ? steps - 1 : steps + 1;
        const int rest = m_steps;
        step(row, steps > 0 ? 1 : -1);
        m_steps = rest;
    }
}

void OutlineList::open(QPoint corner, int current)
{
    const int rows = std::clamp(m_model.rowCount(), 1, mostRows);
    const QSize size(fontMetrics().averageCharWidth() * 60,
        rows * look::rowHeight(look::rowList, look::font(look::Text::Body)) + 2 * look::tight);
    setGeometry(QRect(corner - QPoint(size.width(), 0), size));
    m_list->setCurrentIndex(m_model.index(std::max(0, current)));
    show();
    m_list->setFocus(Qt::PopupFocusReason);
}

void OutlineList::choose(const QModelIndex &index)
{
    if (!isVisible())
        return;
    hide();
    Q_EMIT sectionChosen(index.data(OutlineModel::PositionRole).toLongLong());
}

} // namespace redoubt
