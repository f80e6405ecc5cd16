#include "ui/timeline/laneseditor.h"

#include "app/project/key.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QIcon swatch(const QColor &colour)
{
    QPixmap pixmap(look::group, look::group);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(pixmap.rect().adjusted(2, 2, -2, -2), look::radius, look::radius);
    return pixmap;
}

QStringList colourNames()
{
    return {LanesEditor::tr("Blue"), LanesEditor::tr("Vermilion"), LanesEditor::tr("Green"),
        LanesEditor::tr("Purple"), LanesEditor::tr("Orange"), LanesEditor::tr("Sky blue"),
        LanesEditor::tr("Yellow"), LanesEditor::tr("Grey")};
}

} // namespace

LanesEditor::LanesEditor(Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_list(new QListWidget(this))
{
    setObjectName(u"lanes-editor"_s);
    setAccessibleName(tr("Lanes"));
    auto *heading = new QLabel(tr("LANES"), this);
    heading->setFont(look::font(look::Text::Caption, true));
    heading->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(u"lanes"_s);
    m_list->setAccessibleName(tr("Lanes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setFocusProxy(m_list);

    auto *colour = makeButton(u"lane-colour"_s, u"◐"_s, tr("Colour"), nullptr);
    makeColourMenu(colour);
    auto *row = new QHBoxLayout;
    row->addWidget(heading, 1);
    row->addWidget(makeButton(u"lane-add"_s, u"+"_s, tr("New lane"), &LanesEditor::add));
    row->addWidget(colour);
    row->addWidget(makeButton(u"lane-up"_s, u"↑"_s, tr("Move up"), &LanesEditor::moveUp));
    row->addWidget(makeButton(u"lane-down"_s, u"↓"_s, tr("Move down"), &LanesEditor::moveDown));
    row->addWidget(makeButton(u"lane-fold"_s, u"⊟"_s, tr("Fold or unfold"), &LanesEditor::fold));
    row->addWidget(
        makeButton(u"lane-remove"_s, u"−"_s, tr("Remove the lane; its events stay"), &LanesEditor::remove));
    auto *close = makeButton(u"lanes-close"_s, {}, tr("Close (Esc)"), nullptr);
    close->setIcon(look::icon(u"close"_s));
    connect(close, &QToolButton::clicked, this, &LanesEditor::closed);
    row->addWidget(close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::group, look::related, look::group, look::related);
    layout->setSpacing(look::tight);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemChanged, this, &LanesEditor::rename);
    refresh();
}

QToolButton *LanesEditor::makeButton(
    const QString &name, const QString &text, const QString &toolTip, void (LanesEditor::*act)())
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    if (act)
        connect(button, &QToolButton::clicked, this, act);
    return button;
}

void LanesEditor::makeColourMenu(QToolButton *button)
{
    auto *menu = new QMenu(button);
    const QStringList names = colourNames();
    for (int i = 0; i < names.size(); ++i) {
        QAction *action = menu->addAction(names[i]);
        connect(action, &QAction::triggered, this, [this, i] { setColour(i); });
    }
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        const auto &colours = look::colours(palette()).lane;
        for (qsizetype i = 0; i < menu->actions().size(); ++i)
            menu->actions().at(i)->setIcon(swatch(colours.at(size_t(i))));
    });
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
}

void LanesEditor::refresh()
{
    const auto all = lanes(m_project.reader());
    if (!all) {
        Q_EMIT failed(all.error());
        return;
    }
    const int row = m_list->currentRow();
    m_lanes = *all;
    m_isFilling = true;
    m_list->clear();
    for (const Lane &lane : std::as_const(m_lanes)) {
        auto *item = new QListWidgetItem(
            swatch(look::colours(palette()).lane.at(size_t(lane.colour))), lane.title, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(tr("F2 or a double click renames"));
        item->setData(Qt::AccessibleDescriptionRole, colourNames().value(lane.colour));
        if (lane.collapsed)
            item->setForeground(look::colours(palette()).inkFaint);
    }
    m_isFilling = false;
    m_list->setCurrentRow(std::min(std::max(row, 0), int(m_lanes.size()) - 1));
}

int LanesEditor::current() const
{
    const int row = m_list->currentRow();
    return row < m_lanes.size() ? row : -1;
}

void LanesEditor::tell(const Result<> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
    refresh();
}

void LanesEditor::write(const QString &what, const Lane &lane)
{
    tell(m_project.edit(what.arg(lane.title), [&](Writer &writer) { return updateLane(writer, lane); }));
}

void LanesEditor::add()
{
    int colour = 0;
    while (colour < 7 && std::ranges::contains(m_lanes, colour, &Lane::colour))
        ++colour;
    Lane lane{Id<Lane>::make(), {}, tr("New lane"), m_lanes.isEmpty() ? 0 : m_lanes.last().position + 1,
        colour, false};
    const auto added = m_project.edit(tr("Add lane “%1”").arg(lane.title), [&](Writer &writer) -> Result<> {
        const auto key = freeKey(writer, u"lane"_s, lane.title);
        if (!key)
            return failure(key);
        lane.key = *key;
        return addLane(writer, lane);
    });
    tell(added);
    if (added) {
        m_list->setCurrentRow(int(m_lanes.size()) - 1);
        m_list->editItem(m_list->currentItem());
    }
}

void LanesEditor::rename(QListWidgetItem *item)
{
    const int row = m_list->row(item);
    if (m_isFilling || row < 0 || row >= m_lanes.size())
        return;
    Lane lane = m_lanes[row];
    const QString title = item->text().simplified();
    if (title == lane.title)
        return;
    const QString before = std::exchange(lane.title, title);
    if (title.isEmpty()) {
        lane.title = before;
        item->setText(before);
        return;
    }
    const auto renamed = m_project.edit(
        tr("Rename lane “%1”").arg(before), [&](Writer &writer) { return updateLane(writer, lane); });
    tell(renamed);
}

void LanesEditor::setColour(int colour)
{
    if (current() < 0)
        return;
    Lane lane = m_lanes[current()];
    lane.colour = colour;
    write(tr("Colour lane “%1”"), lane);
}

void LanesEditor::fold()
{
    if (current() < 0)
        return;
    Lane lane = m_lanes[current()];
    lane.collapsed = !lane.collapsed;
    write(lane.collapsed ? tr("Fold lane “%1”") : tr("Unfold lane “%1”"), lane);
}

void LanesEditor::move(int step)
{
    const int from = current();
    const int to = from + step;
    if (from < 0 || to < 0 || to >= m_lanes.size())
        return;
    QList<Lane> order = m_lanes;
    order.move(from, to);
    m_list->setCurrentRow(to);
    tell(m_project.edit(tr("Move lane “%1”").arg(m_lanes[from].title), [&](Writer &writer) -> Result<> {
        for (int i = 0; i < order.size(); ++i) {
            if (order[i].position == i)
                continue;
            order[i].position = i;
            if (auto written = updateLane(writer, order[i]); !written)
                return written;
        }
        return {};
    }));
}

void LanesEditor::remove()
{
    if (current() < 0)
        return;
    const Lane lane = m_lanes[current()];
    tell(m_project.edit(
        tr("Remove lane “%1”").arg(lane.title), [&](Writer &writer) { return removeLane(writer, lane.id); }));
}

void LanesEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (event->key() == Qt::Key_Delete)
        remove();
    else
        QWidget::keyPressEvent(event);
}

} // namespace redoubt
