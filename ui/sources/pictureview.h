#pragma once

#include "app/project/project.h"
#include "app/sources/capture.h"

#include <QFutureWatcher>
#include <QImage>
#include <QScrollArea>

class QLabel;

namespace redoubt {

/// A captured picture, as wide as the panel or larger. Decoded on a thread of its own, within a limit of memory; formats that may hold
/// more than pixels (SVG) are not shown.
class PictureView : public QScrollArea
{
    Q_OBJECT

public:
    /// The project must live longer.
    explicit PictureView(const Project &project, QWidget *parent = nullptr);
    ~PictureView() override;

    [[nodiscard]] static bool canShow(const QString &mediaType);

    void show(const Capture &capture);
    /// One step up or down; 0 fits the panel.
    void zoom(int by);

    /// What is said in the place of the picture; empty while it is seen.
    [[nodiscard]] QString message() const;
    [[nodiscard]] const QImage &picture() const { return m_picture; }

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void finish();
    void fit();

    const Project &m_project;
    QLabel *m_label;
    Id<Capture> m_capture;
    QImage m_picture;
    int m_zoom = 0; ///< steps above what fits
    QFutureWatcher<Result<QImage>> m_reading;
};

} // namespace redoubt
