#pragma once

#include "app/publish/viewedpages.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QThreadPool>

#include <memory>

namespace redoubt {

/// Pages under each other as they are printed, on white whatever the colours of the window. Only those that are on the screen are
/// drawn, on a thread of their own; until then what was there before is seen, or white. Belongs with a text: a click tells the
/// position that stands there.
class PageSheets : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageSheets(QWidget *parent = nullptr);
    ~PageSheets() override;

    /// Other pages, or none. The line of `before` on the pages that are shown stays at its height, as that of `now` on the new ones.
    void setPages(std::shared_ptr<const ViewedPages> pages, qsizetype before = -1, qsizetype now = -1);
    [[nodiscard]] const ViewedPages *pages() const { return m_pages.get(); }

    /// Marks the line of a position, and scrolls it on the screen when it is not there.
    void follow(qsizetype source);
    /// The position that stands at the top of the screen; -1 when none does.
    [[nodiscard]] qsizetype topSource() const;
    [[nodiscard]] bool isOnScreen(qsizetype source) const;

    /// The page that is looked at, from 0.
    [[nodiscard]] int page() const;
    void goToPage(int page);

    /// One step up or down; 0 fits the width.
    void zoom(int by);
    [[nodiscard]] bool fitsWidth() const { return m_zoom == 0; }
    /// In parts of the size on paper.
    [[nodiscard]] double zoomFactor() const;

    /// Whether all that is on the screen is drawn as it is now.
    [[nodiscard]] bool isDrawn() const;
    /// How many pages are kept drawn.
    [[nodiscard]] qsizetype keptImages() const { return m_images.size(); }
    /// Where a page is, in the coordinates of the viewport.
    [[nodiscard]] QRectF sheetRect(int page) const;

Q_SIGNALS:
    /// Another page, another number of them, another size.
    void viewChanged();
    void sourceChosen(qsizetype source);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Drawn
    {
        QImage image;
        double scale = 0;
        int generation = 0; ///< of the pages
    };
    bool takeKey(const QKeyEvent &event, bool only);
    [[nodiscard]] double scale() const;
    [[nodiscard]] double drawnScale() const;
    [[nodiscard]] double dotsAPixel() const;
    [[nodiscard]] std::pair<int, int> shownPages() const;
    [[nodiscard]] QRectF boxOnScreen(const ViewedPages::Place &place) const;
    [[nodiscard]] QRect markRect() const;
    [[nodiscard]] bool isPresent(int page) const;
    void fitBars();
    void drawNext();
    void take(int page, const Drawn &drawn);
    void setZoom(double zoom);
    void choose(QPointF point);

    std::shared_ptr<const ViewedPages> m_pages;
    int m_generation = 0;
    QHash<int, Drawn> m_images;
    QThreadPool m_pool;
    bool m_isDrawing = false;
    double m_zoom = 0; ///< 0: fits the width
    qsizetype m_marked = -1;
};

} // namespace redoubt
