#include "ui/timeline/listfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace redoubt {

ListField::ListField(std::function<QStringList()> names, QWidget *parent)
    : QLineEdit(parent)
    , m_names(std::move(names))
    , m_model(new QStringListModel(this))
    , m_offered(new QCompleter(m_model, this))
{
    setPlaceholderText(tr("Separated by commas"));
    m_offered->setWidget(this);
    m_offered->setCaseSensitivity(Qt::CaseInsensitive);
    m_offered->setFilterMode(Qt::MatchContains);
    connect(this, &QLineEdit::textEdited, this, &ListField::offer);
    connect(m_offered, qOverload<const QString &>(&QCompleter::activated), this, &ListField::take);
}

void ListField::setList(const QStringList &list)
{
    setText(list.join(u", "_s));
}

QStringList ListField::list() const
{
    QStringList names;
    for (const QString &part : text().split(u',')) {
        if (const QString name = part.simplified(); !name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
            names.append(name);
    }
    return names;
}

void ListField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_model->setStringList(m_names());
}

/// From where to where the name goes that the cursor is in.
std::pair<qsizetype, qsizetype> ListField::current() const
{
    const QString all = text();
    const qsizetype from = cursorPosition() > 0 ? all.lastIndexOf(u',', cursorPosition() - 1) + 1 : 0;
    const qsizetype to = all.indexOf(u',', cursorPosition());
    return {from, to < 0 ? all.size() : to};
}

void ListField::offer()
{
    const auto [from, to] = current();
    const QString begun = text().sliced(from, to - from).trimmed();
    m_offered->setCompletionPrefix(begun);
    const bool isWhole = m_offered->completionCount() == 1
                         && m_offered->currentCompletion().compare(begun, Qt::CaseInsensitive) == 0;
    if (begun.isEmpty() || m_offered->completionCount() == 0 || isWhole)
        m_offered->popup()->hide();
    else
        m_offered->complete();
}

void ListField::take(const QString &name)
{
    const auto [from, to] = current();
    const QString before = text().first(from);
    const QString put = (before.isEmpty() || before.endsWith(u' ') ? QString() : u" "_s) + name;
    setText(before + put + text().sliced(to));
    setCursorPosition(int(from + put.size()));
}

} // namespace redoubt
