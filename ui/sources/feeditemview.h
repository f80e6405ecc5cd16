#pragma once

#include "app/project/project.h"
#include "app/sources/feed/feeds.h"
#include "ui/sources/feeditemmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QTextEdit;

namespace redoubt {

/// One item of a feed, as plain text: title, who and when, summary, address. Nothing is loaded. Below it what became of its
/// capture, and what can be done with it.
class FeedItemView : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *addSource;
        QAction *showSource;
        QAction *openAddress;
        QAction *close;
    };

    /// The project must live longer.
    FeedItemView(const Project &project, const Actions &actions, QWidget *parent = nullptr);

    /// An invalid id, or that of an item which is not there any more, shows nothing.
    void show(Id<FeedItem> id);
    /// Null while nothing is shown.
    [[nodiscard]] const FeedItem *item() const { return m_item ? &*m_item : nullptr; }

    /// Without words, what the project knows of its source.
    void setCapture(const FeedCapture &capture);

    [[nodiscard]] QTextEdit *text() const { return m_text; }

Q_SIGNALS:
    void failed(const redoubt::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();
    [[nodiscard]] QString sourceText() const;

    const Project &m_project;
    std::optional<FeedItem> m_item;
    QString m_feedTitle;
    QTextEdit *m_text;
    QLabel *m_state;
};

} // namespace redoubt
