#include "ui/sources/capture/addressfield.h"

#include "ui/look/look.h"

#include <QKeyEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 6;

} // namespace

AddressField::AddressField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(u"captureAddresses"_s);
    setAccessibleName(tr("Addresses to capture"));
    setPlaceholderText(tr("https://…  one address a line"));
    setToolTip(tr("Addresses of the web, one a line. Return captures them, Shift+Return begins another line."));
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &QWidget::updateGeometry);
}

QSize AddressField::sizeHint() const
{
    const int lines = std::clamp(blockCount(), fewestLines, mostLines);
    const int margin = int(document()->documentMargin()) + frameWidth();
    return {QPlainTextEdit::sizeHint().width(), lines * fontMetrics().lineSpacing() + 2 * margin + look::tight};
}

void AddressField::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT escaped();
    else if (isReturn && event->modifiers() & Qt::ShiftModifier)
        insertPlainText(QString(u'\n'));
    else if (isReturn)
        Q_EMIT accepted();
    else
        QPlainTextEdit::keyPressEvent(event);
}

bool AddressField::canInsertFromMimeData(const QMimeData *source) const
{
    const auto urls = source->urls();
    return source->hasText() && std::ranges::none_of(urls, &QUrl::isLocalFile);
}

} // namespace redoubt
