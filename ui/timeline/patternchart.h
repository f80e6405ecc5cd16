#pragma once

#include "app/base/id.h"

#include <QWidget>

namespace redoubt {

namespace look {
struct Colours;
}
struct Event;

/// A plot that tells what is under the pointer and leads there: by a click, or by ←→ and Return. Painted the same way into a
/// window and into a picture.
class PatternChart : public QWidget
{
    Q_OBJECT

public:
    explicit PatternChart(QWidget *parent);

    /// Lays the plot out in a rectangle of these and paints it.
    virtual void paintInto(QPainter &painter, const QRectF &rect, const look::Colours &colours) = 0;

    [[nodiscard]] QSize sizeHint() const override;

    /// The mark that the keys are at; -1 for none.
    [[nodiscard]] int current() const { return m_current; }

Q_SIGNALS:
    void chosen(redoubt::Id<redoubt::Event> id);

protected:
    /// Of the plot as it was laid out last.
    [[nodiscard]] virtual int markCount() const = 0;
    [[nodiscard]] virtual int markAt(QPointF position) const = 0;
    [[nodiscard]] virtual QPointF placeOf(int mark) const = 0;
    [[nodiscard]] virtual QString textOf(int mark) const = 0;
    /// The event that a mark stands for; where it stands for several, the next one at each call.
    [[nodiscard]] virtual Id<Event> eventOf(int mark) = 0;
    void dataChanged();

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void moveTo(int mark);

    int m_current = -1;
};

} // namespace redoubt
