#include "ui/look/look.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace redoubt::look {

namespace {

/// Draws an SVG's shapes in one colour.
class SymbolEngine : public QIconEngine
{
public:
    explicit SymbolEngine(const QString &name)
        : m_name(name)
    {
    }

    QIconEngine *clone() const override { return new SymbolEngine(m_name); }
    QString key() const override { return u"redoubt-symbol"_s; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, tinted(rect.size() * ratio, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return tinted(size, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap result = tinted(size, mode);
        result.setDevicePixelRatio(scale);
        return result;
    }

private:
    QPixmap tinted(const QSize &size, QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        const Colours &all = colours(palette);
        const QColor colour = mode == QIcon::Disabled ? all.line : mode == QIcon::Active ? all.ink : all.inkSoft;
        const QString key =
            u"redoubt-%1-%2x%3-%4"_s.arg(m_name, QString::number(size.width()), QString::number(size.height()), colour.name());
        QPixmap cached;
        if (QPixmapCache::find(key, &cached))
            return cached;
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        if (QSvgRenderer symbol(u":/icons/%1.svg"_s.arg(m_name)); symbol.isValid()) {
            QPainter painter(&image);
            symbol.render(&painter);
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(image.rect(), colour);
        }
        cached = QPixmap::fromImage(std::move(image));
        QPixmapCache::insert(key, cached);
        return cached;
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new SymbolEngine(name));
}

} // namespace redoubt::look
