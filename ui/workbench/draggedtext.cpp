#include "ui/workbench/draggedtext.h"

#include <QDrag>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

const QString inLine = u"application/x-redoubt-in-line"_s;

} // namespace

QMimeData *draggedText(const QString &text)
{
    const bool isBlock = text.contains(u'\n') || text.startsWith(u'>');
    auto *data = new QMimeData;
    data->setText(isBlock ? u"\n\n"_s + text.trimmed() + u"\n\n"_s : text);
    if (!isBlock)
        data->setData(inLine, QByteArray());
    return data;
}

bool isDraggedInLine(const QMimeData &data)
{
    return data.hasFormat(inLine);
}

QString projectLink(const QString &title, const QString &address)
{
    QString text = title.simplified();
    for (const QChar mark : {u'\\', u'[', u']'})
        text.replace(mark, u'\\' + QString(mark));
    return u"[%1](%2)"_s.arg(text, address);
}

void dragText(const QString &text, QWidget *from)
{
    auto *drag = new QDrag(from);
    drag->setMimeData(draggedText(text));
    drag->exec(Qt::CopyAction);
}

} // namespace redoubt
