#include "ui/sources/pictureview.h"

#include "app/project/secondreader.h"
#include "ui/look/look.h"

#include <QBuffer>
#include <QImageReader>
#include <QKeyEvent>
#include <QLabel>
#include <QtConcurrentRun>

#include <cmath>

namespace redoubt {

namespace {

constexpr int longestSide = 4096; // of what is kept in memory to be drawn
constexpr int mostMebibytes = 256;
constexpr double zoomStep = 1.25;
constexpr int largestZoom = 12;

QByteArray formatOf(const QString &mediaType)
{
    static const QList<QByteArray> formats{"png", "jpeg", "gif", "webp", "tiff", "bmp", "avif", "heic"};
    const QByteArray format = mediaType.startsWith(u"image/"_s) ? mediaType.mid(6).toLatin1() : QByteArray();
    return formats.contains(format) ? format : QByteArray();
}

std::unexpected<Error> notShown(const QString &why)
{
    return failure(PictureView::tr("The picture cannot be shown."), why, PictureView::tr("Its bytes are kept as they came."), Error::Kind::Damaged);
}

Result<QImage> decode(QByteArray bytes, const QByteArray &format)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    // The name of the format is the one that is used: none is guessed from the bytes.
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > qint64(mostMebibytes) * 1024 * 1024 / 4)
        return notShown(PictureView::tr("It is too large: %1 × %2 points.").arg(size.width()).arg(size.height()));
    if (size.isValid() && std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return notShown(PictureView::tr("It is damaged."));
    if (std::max(image.width(), image.height()) > longestSide)
        image = image.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image;
}

Result<QImage> read(const QString &path, Id<Capture> capture, const QByteArray &format)
{
    const auto reader = SecondReader::open(path);
    if (!reader)
        return failure(reader);
    const auto bytes = captureBytes((*reader)->reader(), capture);
    return bytes ? decode(*bytes, format) : failure(bytes);
}

} // namespace

PictureView::PictureView(const Project &project, QWidget *parent)
    : QScrollArea(parent)
    , m_project(project)
    , m_label(new QLabel(this))
{
    setObjectName(u"pictureView"_s);
    setAccessibleName(tr("Captured picture"));
    setFrameShape(NoFrame);
    setAlignment(Qt::AlignCenter);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setWordWrap(true);
    m_label->setMargin(look::group);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_label->setScaledContents(true);
    setWidget(m_label);
    setWidgetResizable(true);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &PictureView::finish);
}

PictureView::~PictureView()
{
    // What it reads may be closed then.
    m_reading.waitForFinished();
}

bool PictureView::canShow(const QString &mediaType)
{
    return !formatOf(mediaType).isEmpty();
}

void PictureView::show(const Capture &capture)
{
    if (std::exchange(m_capture, capture.id) == capture.id)
        return;
    m_picture = {};
    m_zoom = 0;
    m_label->setText(tr("Opening the picture…"));
    fit();
    m_reading.setFuture(QtConcurrent::run(read, m_project.path(), capture.id, formatOf(capture.mediaType)));
}

void PictureView::finish()
{
    const Result<QImage> picture = m_reading.result();
    if (picture) {
        m_picture = *picture;
        m_label->setPixmap(QPixmap::fromImage(m_picture));
        m_label->setAccessibleName(tr("Captured picture, %1 × %2 points").arg(m_picture.width()).arg(m_picture.height()));
    } else {
        m_label->setText(picture.error().text());
    }
    fit();
}

QString PictureView::message() const
{
    return m_label->text();
}

void PictureView::zoom(int by)
{
    m_zoom = by == 0 ? 0 : std::clamp(m_zoom + by, 0, largestZoom);
    fit();
}

/// A picture is never drawn larger than it is, unless that was asked for.
void PictureView::fit()
{
    setWidgetResizable(m_picture.isNull());
    if (m_picture.isNull())
        return;
    const QSize around(2 * look::group, 2 * look::group);
    const QSize room = viewport()->size() - around;
    const QSize size = m_picture.size();
    const QSize fitting = size.width() > room.width() || size.height() > room.height() ? size.scaled(room, Qt::KeepAspectRatio) : size;
    m_label->resize(fitting * std::pow(zoomStep, m_zoom) + around);
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QScrollArea::keyPressEvent(event);
}

void PictureView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

} // namespace redoubt
