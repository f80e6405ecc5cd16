#include "ui/sources/origintree.h"

#include "ui/look/listrow.h"
#include "ui/look/look.h"

#include <QListWidget>
#include <QStyledItemDelegate>
#include <QTextDocument>

namespace redoubt {

namespace {

enum Role { BranchRole = Qt::UserRole, OwnRole };

constexpr int rowsSeen = 8;

/// A branch as a file manager draws folders: lines to the one that it repeats, the grade, the title.
class BranchDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const look::Colours &colours = look::colours(option.palette);
        const auto branch = index.data(BranchRole).value<OriginBranch>();
        const bool isOwn = index.data(OwnRole).toBool();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colours.selection);
        if (isOwn)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(look::tight / 2, option.rect.height())), colours.accent);
        painter->setPen(QPen(colours.inkFaint, look::hair));
        drawLines(*painter, option.rect, branch);
        drawText(*painter, option.rect.adjusted(left(branch.depth), 0, -look::tight, 0), branch.source, isOwn, colours);
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            painter->setPen(colours.accent);
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

private:
    /// Deep trees keep room for their titles.
    static int left(int depth) { return look::related + std::min(depth, 8) * look::group; }

    static void drawLines(QPainter &painter, const QRect &row, const OriginBranch &branch)
    {
        const auto x = [&](int depth) { return row.left() + left(depth) + look::tight; };
        for (int depth = 0; depth < std::min<int>(int(branch.goesOn.size()), 8); ++depth) {
            if (branch.goesOn.at(depth))
                painter.drawLine(x(depth), row.top(), x(depth), row.bottom());
        }
        if (branch.depth == 0)
            return;
        const int from = x(std::min(branch.depth, 8) - 1);
        painter.drawLine(from, row.top(), from, branch.isLast ? row.center().y() : row.bottom());
        painter.drawLine(from, row.center().y(), from + look::related, row.center().y());
    }

    static void drawText(QPainter &painter, QRect place, const Source &source, bool isOwn, const look::Colours &colours)
    {
        painter.setFont(look::font(look::Text::Caption, true));
        if (source.retracted) {
            const QString word = OriginTree::tr("✕ retracted");
            painter.setPen(colours.notFound);
            painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, word);
            place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(word) - look::related);
        }
        painter.setPen(colours.inkSoft);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, source.grade.text());
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(u"A0"_s) + look::related);
        QFont font = look::font(look::Text::Body, isOwn);
        font.setStrikeOut(source.retracted);
        painter.setFont(font);
        painter.setPen(source.retracted ? colours.inkFaint : colours.ink);
        look::drawElided(painter, place, source.title.simplified(), Qt::ElideMiddle);
    }
};

} // namespace

OriginTree::OriginTree(const Project &project, QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_fallen(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_reading(project)
{
    m_summary->setObjectName(u"originSummary"_s);
    m_fallen->setObjectName(u"originFallen"_s);
    m_fallen->setTextFormat(Qt::PlainText);
    m_fallen->hide();
    for (QLabel *label : {m_summary, m_fallen}) {
        label->setFont(look::font(look::Text::Caption));
        label->setWordWrap(true);
    }
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(u"originTree"_s);
    m_list->setAccessibleName(tr("Who repeats whom"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new BranchDelegate(m_list));
    m_list->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::tight);
    column->addWidget(m_summary);
    column->addWidget(m_list);
    column->addWidget(m_fallen);
    const auto choose = [this](const QListWidgetItem *item) { chooseRow(m_list->row(item)); };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        m_isStale = m_isStale || changes.touchesAny({u"source", u"origin"});
        if (m_isStale && isVisible())
            read();
    });
}

void OriginTree::setSource(Id<Source> id)
{
    if (std::exchange(m_source, id) == id)
        return;
    m_isStale = true;
    if (isVisible())
        read();
}

void OriginTree::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        read();
}

void OriginTree::read()
{
    m_isStale = false;
    if (!m_source.isValid()) {
        m_reading.stop();
        return show({});
    }
    m_reading.start<OriginFamily>([id = m_source](const Reader &reader, JobState &) { return originFamily(reader, id); },
        [this](Result<OriginFamily> family) {
            if (!family)
                Q_EMIT failed(family.error());
            show(family.value_or(OriginFamily()));
        });
}

void OriginTree::show(const OriginFamily &family)
{
    m_family = family;
    const bool isAlone = family.sources < 2;
    m_summary->setText(isAlone ? tr("It repeats no source, and none repeats it.") : tr("%n source(s), 1 origin", nullptr, int(family.sources)));
    if (family.sources > family.branches.size())
        m_summary->setText(tr("%1; the first %2 are shown", "3000 sources, 1 origin; …").arg(m_summary->text(), locale().toString(family.branches.size())));
    const bool hasFallen = family.retracted.id.isValid();
    m_fallen->setText(hasFallen ? tr("✕ It goes back to “%1”, which is retracted.").arg(family.retracted.title.simplified()) : QString());
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, look::colours(palette()).notFound);
    m_fallen->setPalette(ink);
    m_fallen->setVisible(hasFallen);
    m_list->clear();
    m_list->setVisible(!isAlone);
    const int height = look::rowHeight(look::rowDense, font());
    for (const OriginBranch &branch : family.branches) {
        const bool isOwn = branch.source.id == m_source;
        auto *item = new QListWidgetItem(branch.source.title.simplified(), m_list);
        item->setData(BranchRole, QVariant::fromValue(branch));
        item->setData(OwnRole, isOwn);
        item->setSizeHint({0, height});
        const QStringList parts{branch.source.title.simplified(), branch.source.grade.text(), branch.depth == 0 ? tr("the origin") : tr("repeats the one above it, step %1").arg(branch.depth),
            branch.source.retracted ? tr("retracted") : QString(), isOwn ? tr("this source") : QString()};
        item->setData(Qt::AccessibleTextRole, QStringList(parts).join(u", "_s));
        item->setToolTip(Qt::convertFromPlainText(branch.source.title + u"\n@"_s + branch.source.key));
        if (isOwn)
            m_list->setCurrentItem(item);
    }
    m_list->setFixedHeight(std::min(m_list->count(), rowsSeen) * height);
}

void OriginTree::chooseRow(int row)
{
    if (row >= 0 && row < m_family.branches.size())
        Q_EMIT chosen(m_family.branches.at(row).source.id);
}

} // namespace redoubt
