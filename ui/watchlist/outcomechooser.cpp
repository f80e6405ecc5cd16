#include "ui/watchlist/outcomechooser.h"

#include "ui/look/look.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

int rowHeight()
{
    return look::rowHeight(look::rowDense, look::font(look::Text::Body));
}

} // namespace

OutcomeChooser::OutcomeChooser(const Indicator &indicator, QWidget *parent)
    : QFrame(parent)
{
    setAccessibleName(tr("What happened?"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, look::related);
    layout->setSpacing(look::tight);
    auto *question = new QLabel(tr("What happened?"), this);
    question->setFont(look::font(look::Text::Caption));
    question->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(question);
    for (const Outcome &outcome : indicator.outcomes)
        addChoice(outcome.label, outcome.reading, outcome.id);
    addChoice(tr("None of these"), tr("None of the outcomes happened"), {});
    setFocusProxy(findChild<QPushButton *>());
}

int OutcomeChooser::heightFor(const Indicator &indicator)
{
    const int choices = int(indicator.outcomes.size()) + 1;
    return QFontMetrics(look::font(look::Text::Caption)).height() + choices * (rowHeight() + look::tight) + look::related;
}

void OutcomeChooser::addChoice(const QString &text, const QString &toolTip, Id<Outcome> outcome)
{
    const qsizetype number = findChildren<QPushButton *>().size() + 1;
    auto *button = new QPushButton(this);
    button->setObjectName(u"choice%1"_s.arg(number));
    QString shown = text;
    button->setText(tr("%1  %2", "number and choice").arg(locale().toString(number), shown.replace(u'&', u"&&"_s)));
    button->setToolTip(toolTip.isEmpty() ? text : tr("%1 → %2", "outcome → what it means").arg(text, toolTip));
    button->setAccessibleName(text);
    button->setStyleSheet(u"text-align: left"_s);
    button->setFixedHeight(rowHeight());
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->installEventFilter(this);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, outcome] { Q_EMIT chosen(outcome); });
}

bool OutcomeChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // Space and Return answer here, they are not the list's.
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        takeKey(static_cast<QKeyEvent *>(event));
        return event->isAccepted();
    }
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const auto *now = qobject_cast<QWidget *>(QApplication::focusWidget());
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason && (!now || !isAncestorOf(now)))
            Q_EMIT cancelled();
    }
    return QFrame::eventFilter(watched, event);
}

void OutcomeChooser::takeKey(QKeyEvent *event)
{
    const auto buttons = findChildren<QPushButton *>();
    const qsizetype focused = buttons.indexOf(qobject_cast<QPushButton *>(focusWidget()));
    const qsizetype number = event->key() - Qt::Key_1;
    event->accept();
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (number >= 0 && number < std::min<qsizetype>(buttons.size(), 9))
        buttons[number]->click();
    else if (event->key() == Qt::Key_Down && focused + 1 < buttons.size())
        buttons[focused + 1]->setFocus(Qt::TabFocusReason);
    else if (event->key() == Qt::Key_Up && focused > 0)
        buttons[focused - 1]->setFocus(Qt::BacktabFocusReason);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) && focused >= 0)
        buttons[focused]->click();
    else
        event->ignore();
}

} // namespace redoubt
