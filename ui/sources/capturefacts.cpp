#include "ui/sources/capturefacts.h"

#include "ui/look/look.h"
#include "ui/sources/sourcetext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>

namespace redoubt {

namespace {

constexpr int mostLines = 30; // shown at once

/// As wide as the longest value that is no prose: a SHA-256.
int usualWidth()
{
    return QFontMetrics(look::font(look::Text::Body)).horizontalAdvance(QString(64, u'0'));
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::CaptureFacts)
};

/// Plain text: nothing in it is taken as markup.
void write(QPlainTextEdit *text, const QList<std::pair<QString, QString>> &facts)
{
    QTextCharFormat name;
    name.setFont(look::font(look::Text::Caption, true));
    name.setForeground(look::colours(text->palette()).inkFaint);
    QTextCharFormat value;
    value.setFont(look::font(look::Text::Body));
    value.setForeground(look::colours(text->palette()).ink);
    QTextCursor cursor(text->document());
    for (const auto &[first, second] : facts) {
        if (!cursor.atStart())
            cursor.insertText(u"\n\n"_s, value);
        cursor.insertText(first + u'\n', name);
        cursor.insertText(second, value);
    }
    text->moveCursor(QTextCursor::Start);
}

QString asText(const QList<std::pair<QString, QString>> &facts)
{
    QStringList lines;
    for (const auto &[name, value] : facts)
        lines.append(name + u": "_s + (value.contains(u'\n') ? u'\n' + value : value));
    return lines.join(u'\n');
}

} // namespace

QString hopsText(const Capture &capture)
{
    QStringList lines;
    for (const Hop &hop : capture.hops)
        lines.append(u"%1 %2"_s.arg(hop.status).arg(hop.address));
    return lines.join(u'\n');
}

QList<std::pair<QString, QString>> factsOf(const Capture &capture)
{
    QList<std::pair<QString, QString>> facts;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append({name, value});
    };
    add(Words::tr("Captured"), sourcetext::minute(capture.capturedAt));
    add(Words::tr("Title"), capture.title);
    add(Words::tr("Address"), capture.address);
    add(Words::tr("Redirected from"), hopsText(capture));
    add(Words::tr("Status"), capture.status == 0 ? QString() : QString::number(capture.status));
    add(Words::tr("Kind"), capture.mediaType);
    add(Words::tr("Pages"), capture.pageCount == 0 ? QString() : QLocale().toString(capture.pageCount));
    add(Words::tr("SHA-256 of the captured bytes"), capture.sha256);
    add(Words::tr("Headers of the answer"), capture.headers.trimmed());
    return facts;
}

CaptureFacts::CaptureFacts(const Capture &capture, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(u"captureFacts"_s);
    setAccessibleName(tr("Facts of the capture"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    const auto facts = factsOf(capture);
    auto *heading = new QLabel(tr("Facts of the capture"), this);
    heading->setFont(look::font(look::Text::Body, true));
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(u"factsText"_s);
    text->setAccessibleName(accessibleName());
    text->setFrameShape(NoFrame);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->document()->setDocumentMargin(0);
    text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->setCursorWidth(0);
    write(text, facts);
    auto *copy = new QPushButton(tr("Copy facts"), this);
    copy->setObjectName(u"copyFacts"_s);
    copy->setToolTip(tr("Copy all of this as text"));
    connect(copy, &QPushButton::clicked, this, [this, facts] {
        QGuiApplication::clipboard()->setText(asText(facts));
        close();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::group, look::group, look::group, look::group);
    column->setSpacing(look::related);
    column->addWidget(heading);
    column->addWidget(text, 1);
    column->addWidget(copy, 0, Qt::AlignLeft);
    setFocusProxy(text);
}

void CaptureFacts::openAt(const QWidget *button)
{
    const QWidget *window = button->window();
    const QSize most = window->size() - 2 * QSize(look::group, look::group);
    auto *text = findChild<QPlainTextEdit *>();
    text->setFixedWidth(std::min(usualWidth() + text->verticalScrollBar()->sizeHint().width(), most.width() - 2 * look::group));
    layout()->activate();
    double textHeight = 0;
    for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next())
        textHeight += text->document()->documentLayout()->blockBoundingRect(block).height();
    text->setFixedHeight(std::min({qCeil(textHeight), mostLines * fontMetrics().lineSpacing(), most.height() - 6 * look::group}));
    resize(sizeHint().boundedTo(most));
    const QPoint below = button->mapToGlobal(QPoint(button->width() - width(), button->height()));
    const QRect room(window->mapToGlobal(QPoint(0, 0)), window->size());
    move(std::max(room.left() + look::related, std::min(below.x(), room.right() - width())),
        std::max(room.top() + look::related, std::min(below.y(), room.bottom() - height())));
    show();
    setFocus(Qt::PopupFocusReason);
}

void CaptureFacts::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace redoubt
