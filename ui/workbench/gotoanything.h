#pragma once

#include "ui/workbench/lazy.h"

#include <QIcon>
#include <QLineEdit>
#include <QList>

#include <functional>

class QListView;
class QStandardItemModel;

namespace redoubt {

/// One thing that Go to anything can find.
struct Destination
{
    QString text;
    QString kind; ///< "Event", "Source", "Command"…, translated
    QIcon icon;
    std::function<void()> go;
};

/// A field that finds events, sources, indicators, sections and commands by any of their words, and offers to search everything
/// for them. Up and Down choose, Return goes, Escape leaves.
class GoToAnything : public QLineEdit
{
    Q_OBJECT

public:
    /// `destinations` is asked each time the field gets the focus.
    explicit GoToAnything(std::function<QList<Destination>()> destinations, QWidget *parent = nullptr);

    /// What is offered last for what was typed; one without an act is not.
    void setLastResort(std::function<Destination(const QString &words)> make) { m_lastResort = std::move(make); }

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void show(const QString &words);
    void offer(const Destination &destination, const QString &shown);
    QListView *makeList();
    void placeList();
    void hideList();
    void go(int row);
    void leave();

    std::function<QList<Destination>()> m_ask;
    std::function<Destination(const QString &)> m_lastResort;
    QList<Destination> m_all;
    QStringList m_folded; ///< their texts as they are searched
    QList<Destination> m_shown;
    Lazy<QListView> m_list;
    QStandardItemModel *m_model;
};

} // namespace redoubt
