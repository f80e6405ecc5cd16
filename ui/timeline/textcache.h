#pragma once

#include <QFont>
#include <QHash>
#include <QStaticText>

#include <array>

class QPainter;

namespace redoubt {

/// Texts of one line, measured and laid out once: what is drawn again in every frame while one pans.
class TextCache
{
public:
    enum class Face { Caption, CaptionHeavy, Body, Heavy };

    TextCache();

    [[nodiscard]] const QFont &font(Face face) const { return m_fonts.at(size_t(face)); }
    [[nodiscard]] double height(Face face) const { return m_heights.at(size_t(face)); }
    [[nodiscard]] double advance(Face face, const QString &text);

    /// Left in the middle of a place, elided where it is longer.
    void write(QPainter &painter, Face face, const QColor &colour, const QRectF &place, const QString &text);

private:
    struct Key
    {
        QString text;
        Face face;
        int width;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, int(key.face), key.width);
        }
    };

    std::array<QFont, 4> m_fonts;
    std::array<double, 4> m_heights{};
    std::array<QHash<QString, double>, 4> m_advances;
    QHash<Key, QStaticText> m_laidOut;
};

} // namespace redoubt
