#include "ui/timeline/picture.h"

#include "app/publish/outfile.h"
#include "ui/look/look.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Picture)
};

constexpr double dotsPerInch = 300;
constexpr double pixelsPerInch = 96;
constexpr double inchesPerMetre = 1 / 0.0254;

QByteArray svg(QSizeF size, const QString &title, const std::function<void(QPainter &)> &paint)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&bytes);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF({0, 0}, size));
    generator.setResolution(int(pixelsPerInch));
    generator.setTitle(title);
    generator.setDescription({});
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return bytes.data();
}

} // namespace

Result<> writePicture(const QString &file, QSizeF size, const QString &title, const std::function<void(QPainter &)> &paint)
{
    OutFile out(file);
    if (auto opened = out.open(); !opened)
        return opened;
    if (file.endsWith(".svg"_L1, Qt::CaseInsensitive)) {
        if (auto written = out.write(svg(size, title, paint)); !written)
            return written;
    } else if (file.endsWith(".png"_L1, Qt::CaseInsensitive)) {
        const double scale = dotsPerInch / pixelsPerInch;
        QImage image((size * scale).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(look::light().paper);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(painter);
        painter.end();
        image.setDotsPerMeterX(qRound(dotsPerInch * inchesPerMetre));
        image.setDotsPerMeterY(qRound(dotsPerInch * inchesPerMetre));
        QImageWriter writer(&out.device(), "png");
        writer.setText(u"Title"_s, title);
        if (!writer.write(image))
            return std::unexpected(out.failed());
    } else {
        return failure(Words::tr("The picture was not written."), Words::tr("The format of “%1” is not known.").arg(file),
            Words::tr("Give the file a name that ends in .svg or .png."), Error::Kind::Invalid);
    }
    const auto bytes = out.commit();
    return bytes ? Result<>() : Result<>(failure(bytes));
}

QString pictureFilters()
{
    return Words::tr("SVG pictures (*.svg)") + u";;"_s + Words::tr("PNG pictures (*.png)");
}

} // namespace redoubt
