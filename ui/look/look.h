#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QSize>

#include <array>

class QApplication;
class QThreadPool;

/// How Redoubt looks: the only place where a colour or a size is written. Sizes are in device-independent pixels.
namespace redoubt::look {

// Spacing, on a grid of 4.
inline constexpr int hair = 1;
inline constexpr int tight = 4;    ///< within a control
inline constexpr int related = 8;  ///< between related things
inline constexpr int group = 16;   ///< between groups
inline constexpr int page = 24;    ///< around pages
inline constexpr int radius = 4;   ///< of a card's corners

/// The window before the user has chosen a size.
inline constexpr QSize usualWindow{1600, 900};

/// Heights of rows at the system's own text size; rowHeight() follows larger text.
inline constexpr int rowDense = 28;
inline constexpr int rowList = 36;
[[nodiscard]] int rowHeight(int row, const QFont &font);

/// The roles of colours, each with one value for light and one for dark.
struct Colours
{
    QColor paper;     ///< where one reads and writes
    QColor raised;    ///< cards and fields above the paper
    QColor sunken;    ///< the window around the panels
    QColor line;      ///< thin lines between things
    QColor ink;       ///< text
    QColor inkSoft;   ///< secondary text
    QColor inkFaint;  ///< text that may be passed over; marks of no weight
    QColor accent;    ///< deep teal: what can be acted on, what is chosen
    QColor onAccent;  ///< text on the accent
    QColor selection; ///< behind chosen text and rows
    QColor related;   ///< behind rows that belong to what is chosen elsewhere
    QColor marker;    ///< a marker stroke over an excerpt
    std::array<QColor, 8> markers; ///< the same in the eight colours that an excerpt may have; the first is `marker`
    QColor added;     ///< behind text that only the later of two has
    QColor removed;   ///< behind text that only the earlier has
    QColor exact;     ///< states: quotation found word for word; done
    QColor altered;   ///< quotation that differs; warning
    QColor notFound;  ///< quotation that is not there; error; overdue
    QColor nothing;   ///< nothing captured; no state
    std::array<QColor, 8> lane; ///< colour-blind safe (Okabe and Ito 2008), its lightness fitted to the paper
};

[[nodiscard]] const Colours &light();
[[nodiscard]] const Colours &dark();

/// The colours that go with a palette: those of a widget are colours(widget->palette()).
[[nodiscard]] const Colours &colours(const QPalette &palette);

/// Contrast of two colours by WCAG 2.2, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

enum class Text { Caption, Body, Title, Display };

/// The system's font in one of four sizes; heavy = the second of the two weights.
[[nodiscard]] QFont font(Text text, bool heavy = false);

/// The same with figures of one width, for numbers in columns.
[[nodiscard]] QFont tabular(QFont font);

/// The serif face that briefs and captured texts are set in.
[[nodiscard]] QFont writingFont();

// How a brief is set while it is written.
inline constexpr double writingLineHeight = 1.5; ///< from line to line, of the size of the text
inline constexpr double writingHeading = 1.15;   ///< of the size of the text
inline constexpr double writingAside = 0.85;     ///< citations and addresses, of the size of the text
inline constexpr int writingCursor = 2;
inline constexpr double underline = 1.25;     ///< of findings and misspellings
inline constexpr double underlineBelow = 3;   ///< of the line that letters stand on
inline constexpr double waveLength = 4;       ///< of the wave under a misspelling
inline constexpr double waveHeight = 1;       ///< of its peaks above its middle

/// Begins to read the list of the system's typefaces aside; the first text on screen would have to wait for all of it.
void readTypefaces(QThreadPool &aside);
/// The same for what Qt knows of them, once there is an application. Who needs a typeface waits for it in Qt.
void listTypefaces(QThreadPool &aside);

/// A symbol of resources/icons drawn in the ink of the palette that it is painted with; follows light and dark.
[[nodiscard]] QIcon icon(const QString &name);

/// Milliseconds for something that moves because of the user; 0 when the system asks for no motion.
[[nodiscard]] int motion();

enum class Scheme { System, Light, Dark };

/// Gives the application its style, palette and fonts, and keeps them with the system's scheme from then on.
void apply(QApplication &application, Scheme scheme);

} // namespace redoubt::look
