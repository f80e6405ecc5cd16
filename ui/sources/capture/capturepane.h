#pragma once

#include "app/sources/capture/capturequeue.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace redoubt {

class AddressField;
class CaptureQueueModel;

/// Where addresses are captured from: a field to write them in, and below it what has become of those that were asked for.
/// Nothing is fetched before it is asked for here.
class CapturePane : public QWidget
{
    Q_OBJECT

public:
    /// The model must live longer.
    explicit CapturePane(CaptureQueueModel &model, QWidget *parent = nullptr);

    /// Puts addresses in the field, beside those that wait there; they are fetched once the user says so. With a source, they become
    /// captures of it, and stand alone; `title` is its title.
    void offer(const QStringList &addresses, Id<Source> into = {}, const QString &title = {});

    /// Whether nothing is written in the field.
    [[nodiscard]] bool isEmpty() const;

    void choose(int row);
Q_SIGNALS:
    void asked(const QStringList &addresses, redoubt::Id<redoubt::Source> into);
    void chosen(redoubt::Id<redoubt::Source> source);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader();
    QLayout *makeEntry();
    void makeList();
    QWidget *makeButtons();
    void read();
    void start();
    void leave();
    void act();
    void cancelOrClear();
    void showMenu(const QPoint &point);
    void refresh();
    [[nodiscard]] int row() const;

    CaptureQueueModel &m_model;
    AddressField *m_field;
    QLabel *m_note;
    QPushButton *m_start;
    QListView *m_list;
    QLabel *m_story;
    QWidget *m_buttons = nullptr;
    QPushButton *m_again;
    QPushButton *m_cancel;
    QPushButton *m_cancelAll;
    QPushButton *m_clear;
    Id<Source> m_into;
    QString m_intoTitle;
};

} // namespace redoubt
