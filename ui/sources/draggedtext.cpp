#include "ui/sources/draggedtext.h"

#include <QDrag>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace redoubt {

QMimeData *draggedText(const QString &text)
{
    const bool isBlock = text.contains(u'\n') || text.startsWith(u'>');
    auto *data = new QMimeData;
    data->setText(isBlock ? u"\n\n"_s + text.trimmed() + u"\n\n"_s : text);
    return data;
}

void dragText(const QString &text, QWidget *from)
{
    auto *drag = new QDrag(from);
    drag->setMimeData(draggedText(text));
    drag->exec(Qt::CopyAction);
}

} // namespace redoubt
