#include "ui/sources/tagfield.h"

#include <QCompleter>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Completes what stands behind the last comma. What is chosen goes behind what was typed, whatever the field says by then: Return
/// has it kept first.
class LastTagCompleter : public QCompleter
{
public:
    using QCompleter::QCompleter;

    QStringList splitPath(const QString &path) const override
    {
        m_typed = path;
        return {path.sliced(path.lastIndexOf(u',') + 1).trimmed()};
    }

    QString pathFromIndex(const QModelIndex &index) const override
    {
        const qsizetype comma = m_typed.lastIndexOf(u',');
        return (comma < 0 ? QString() : m_typed.first(comma + 1) + u' ') + index.data(Qt::EditRole).toString();
    }

private:
    mutable QString m_typed;
};

} // namespace

TagField::TagField(std::function<QStringList()> known, QWidget *parent)
    : QLineEdit(parent)
    , m_known(std::move(known))
    , m_model(new QStringListModel(this))
{
    setPlaceholderText(tr("Separated by commas"));
    setToolTip(tr("Tags, separated by commas; tags of the project are completed"));
    auto *completer = new LastTagCompleter(m_model, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(completer);
}

void TagField::setTags(const QStringList &tags)
{
    setText(tags.join(tr(", ", "between tags")));
}

QStringList TagField::tags() const
{
    QStringList tags;
    for (const QString &part : text().split(u',')) {
        const QString name = part.simplified();
        if (!name.isEmpty() && !tags.contains(name, Qt::CaseInsensitive))
            tags.append(name);
    }
    return tags;
}

void TagField::focusInEvent(QFocusEvent *event)
{
    // The completer's own list gives the focus back.
    if (event->reason() != Qt::PopupFocusReason)
        m_model->setStringList(m_known());
    QLineEdit::focusInEvent(event);
}

} // namespace redoubt
