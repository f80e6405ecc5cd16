#include "ui/look/look.h"

#include "ui/look/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QStyleHints>
#include <QThreadPool>

#include <fontconfig/fontconfig.h>

using namespace Qt::StringLiterals;

namespace redoubt::look {

namespace {

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.sunken);
    palette.setColor(QPalette::WindowText, colours.ink);
    palette.setColor(QPalette::Base, colours.paper);
    palette.setColor(QPalette::AlternateBase, colours.sunken);
    palette.setColor(QPalette::Text, colours.ink);
    palette.setColor(QPalette::PlaceholderText, colours.inkFaint);
    palette.setColor(QPalette::Button, colours.raised);
    palette.setColor(QPalette::ButtonText, colours.ink);
    palette.setColor(QPalette::BrightText, colours.notFound);
    palette.setColor(QPalette::Highlight, colours.selection);
    palette.setColor(QPalette::HighlightedText, colours.ink);
    palette.setColor(QPalette::Accent, colours.accent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::ToolTipBase, colours.raised);
    palette.setColor(QPalette::ToolTipText, colours.ink);
    palette.setColor(QPalette::Light, colours.raised);
    palette.setColor(QPalette::Midlight, colours.line);
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Dark, colours.line);
    palette.setColor(QPalette::Shadow, colours.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.inkFaint);
    return palette;
}

QStringList installed(QStringList families)
{
    static const QStringList all = QFontDatabase::families();
    families.removeIf([](const QString &family) { return !all.contains(family, Qt::CaseInsensitive); });
    return families;
}

/// Where our marks (✓ ≠ ○ ◎ ↳ ▲ ●) are when the face of the text has them not. Without being named they would be sought
/// in every face of the system, one by one.
const QStringList &symbolFamilies()
{
    static const QStringList families =
        installed({u"DejaVu Sans"_s, u"Noto Sans Symbols2"_s, u"Noto Sans Symbols 2"_s, u"Noto Sans Math"_s, u"Inter"_s});
    return families;
}

/// The face that is meant by a font's family, which may be an alias ("Sans Serif"). Qt would list all that may stand in for it first.
QString faceOf(const QFont &font)
{
    using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;
    const Pattern asked(FcPatternCreate(), FcPatternDestroy);
    FcPatternAddString(asked.get(), FC_FAMILY, reinterpret_cast<const FcChar8 *>(font.family().toUtf8().constData()));
    FcConfigSubstitute(nullptr, asked.get(), FcMatchPattern);
    FcDefaultSubstitute(asked.get());
    FcResult result = FcResultMatch;
    const Pattern found(FcFontMatch(nullptr, asked.get(), &result), FcPatternDestroy);
    FcChar8 *family = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FAMILY, 0, &family) != FcResultMatch)
        return font.family();
    return QString::fromUtf8(reinterpret_cast<const char *>(family));
}

bool isSystemDark()
{
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

} // namespace

int rowHeight(int row, const QFont &font)
{
    return std::max(row, QFontMetrics(font).height() + row / 3);
}

QFont font(Text text, bool heavy)
{
    static constexpr std::array factors{0.85, 1.0, 1.15, 1.6};
    QFont result = QApplication::font();
    const double factor = factors.at(size_t(text));
    if (result.pointSizeF() > 0)
        result.setPointSizeF(result.pointSizeF() * factor);
    else
        result.setPixelSize(qRound(result.pixelSize() * factor));
    if (heavy)
        result.setWeight(QFont::DemiBold);
    return result;
}

QFont tabular(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}

QFont writingFont()
{
    static constexpr double factor = 1.2;
    static const QStringList families = installed({u"Source Serif 4"_s, u"Charter"_s, u"Noto Serif"_s, u"STIX Two Text"_s, u"Georgia"_s});
    QFont result = QApplication::font();
    // One face: where several are named, Qt lists all that may stand in for them before the first letter is drawn.
    result.setFamily(families.value(0, u"Serif"_s));
    result.setStyleHint(QFont::Serif);
    if (result.pointSizeF() > 0)
        result.setPointSizeF(result.pointSizeF() * factor);
    return result;
}

void readTypefaces(QThreadPool &aside)
{
    aside.start([] { FcInit(); });
}

void listTypefaces(QThreadPool &aside)
{
    aside.start([] { (void)QFontDatabase::families(); });
}

int motion()
{
    static constexpr int duration = 120;
    return QApplication::isEffectEnabled(Qt::UI_General) ? duration : 0;
}

void apply(QApplication &application, Scheme scheme)
{
    const auto fit = [scheme] {
        const bool wantsDark = scheme == Scheme::Dark || (scheme == Scheme::System && isSystemDark());
        const Colours &colours = wantsDark ? dark() : light();
        QPalette palette = paletteOf(colours);
        QApplication::setPalette(palette);
        palette.setColor(QPalette::WindowText, colours.inkSoft);
        QApplication::setPalette(palette, "QStatusBar");
    };
    if (!qobject_cast<Style *>(QApplication::style())) {
        QApplication::setStyle(new Style);
        QFont font = QApplication::font();
        font.setFamilies(QStringList{faceOf(font)} + symbolFamilies());
        QApplication::setFont(font);
    }
    auto *hints = QGuiApplication::styleHints();
    QObject::disconnect(hints, &QStyleHints::colorSchemeChanged, &application, nullptr);
    QObject::connect(hints, &QStyleHints::colorSchemeChanged, &application, fit);
    fit();
}

} // namespace redoubt::look
