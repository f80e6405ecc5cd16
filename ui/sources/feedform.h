#pragma once

#include "app/sources/feed/feeds.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace redoubt {

/// The address and the name of a feed that is to be added, or changed.
class FeedForm : public QWidget
{
    Q_OBJECT

public:
    explicit FeedForm(QWidget *parent = nullptr);

    /// A feed without an id is a new one.
    void edit(const Feed &feed);
    /// While it is asked for nothing can be typed.
    void setBusy(bool busy);

Q_SIGNALS:
    void accepted(const redoubt::Feed &feed);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    Feed m_feed;
    QLineEdit *m_address;
    QLineEdit *m_title;
    QPushButton *m_accept;
};

} // namespace redoubt
