#include "ui/watchlist/thingfield.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace redoubt {

namespace {

constexpr int numberRole = Qt::UserRole;

} // namespace

ThingField::ThingField(const QString &name, const QString &hint, QWidget *parent)
    : QLineEdit(parent)
    , m_model(new QStandardItemModel(this))
{
    setAccessibleName(name);
    setPlaceholderText(hint);
    auto *completer = new QCompleter(m_model, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    setCompleter(completer);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        const qsizetype place = index.data(numberRole).toLongLong();
        if (place < m_choices.size())
            Q_EMIT chosen(m_choices[place].second);
    }, Qt::QueuedConnection);
}

void ThingField::setChoices(const Choices &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    m_model->clear();
    for (qsizetype i = 0; i < choices.size(); ++i) {
        auto *item = new QStandardItem(choices[i].first);
        item->setData(i, numberRole);
        m_model->appendRow(item);
    }
}

Thing ThingField::thing() const
{
    const QString wanted = text().simplified();
    if (wanted.isEmpty())
        return {};
    Thing found;
    int count = 0;
    for (const auto &[name, thing] : m_choices) {
        if (name.compare(wanted, Qt::CaseInsensitive) == 0)
            return thing;
        if (name.contains(wanted, Qt::CaseInsensitive)) {
            found = thing;
            ++count;
        }
    }
    return count == 1 ? found : Thing();
}

void ThingField::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::NoModifier) {
        if (const Thing named = thing(); !named.isNone())
            Q_EMIT chosen(named);
    } else if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace redoubt
