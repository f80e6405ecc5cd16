#include "ui/sources/feedform.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace redoubt {

FeedForm::FeedForm(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit(this))
    , m_title(new QLineEdit(this))
    , m_accept(new QPushButton(this))
{
    setObjectName(u"feedForm"_s);
    m_address->setObjectName(u"feedAddress"_s);
    m_address->setAccessibleName(tr("Address of the feed"));
    m_address->setPlaceholderText(tr("https://… address of the feed"));
    m_address->setToolTip(tr("The address of an RSS, RDF, Atom or JSON feed, not that of the site"));
    m_title->setObjectName(u"feedTitle"_s);
    m_title->setAccessibleName(tr("Name of the feed"));
    m_title->setPlaceholderText(tr("Name; empty for the feed's own"));
    m_accept->setObjectName(u"acceptFeed"_s);
    auto *leave = new QPushButton(tr("Cancel"), this);
    leave->setObjectName(u"leaveFeedForm"_s);
    leave->setToolTip(tr("Leave everything as it was (Esc)"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::related);
    row->addWidget(m_title, 1);
    row->addWidget(m_accept);
    row->addWidget(leave);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::group, look::tight, look::related, look::related);
    column->setSpacing(look::related);
    column->addWidget(m_address);
    column->addLayout(row);
    setFocusProxy(m_address);
    connect(m_accept, &QPushButton::clicked, this, &FeedForm::accept);
    connect(leave, &QPushButton::clicked, this, &FeedForm::left);
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) { m_accept->setEnabled(!text.trimmed().isEmpty()); });
}

void FeedForm::edit(const Feed &feed)
{
    m_feed = feed;
    const bool isNew = !feed.id.isValid();
    m_accept->setText(isNew ? tr("Add") : tr("Save"));
    m_accept->setToolTip(isNew ? tr("Ask for the feed over the network, and add it (Return)") : tr("Keep the name and the address (Return)"));
    m_address->setText(feed.address);
    m_title->setText(feed.title);
    m_accept->setEnabled(!feed.address.isEmpty());
    setBusy(false);
}

void FeedForm::setBusy(bool busy)
{
    setEnabled(!busy);
}

void FeedForm::accept()
{
    if (!m_accept->isEnabled())
        return;
    m_feed.address = m_address->text().trimmed();
    m_feed.title = m_title->text().simplified();
    Q_EMIT accepted(m_feed);
}

void FeedForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QWidget::keyPressEvent(event);
    else if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
        button->click();
    else
        accept();
}

} // namespace redoubt
