#include "ui/timeline/coordinatefield.h"

#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace redoubt {

CoordinateField::CoordinateField(QWidget *parent)
    : ReadField(parent)
    , m_edit(new QLineEdit(this))
{
    m_edit->setObjectName(u"coordinates"_s);
    m_edit->setAccessibleName(tr("Coordinates"));
    m_edit->setPlaceholderText(tr("45.43, 28.05"));
    m_edit->setToolTip(tr("Latitude and longitude: 45.43, 28.05 or 45°25′48″ N, 28°03′00″ E or geo:45.43,28.05"));
    setFocusProxy(m_edit);
    line()->addWidget(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &CoordinateField::read);
    connect(m_edit, &QLineEdit::editingFinished, this, &CoordinateField::enter);
}

void CoordinateField::setPoint(const std::optional<Coordinates> &point)
{
    m_shown = point;
    m_edit->setText(point ? coordinatesText(*point) : QString());
    read();
}

Result<std::optional<Coordinates>> CoordinateField::point() const
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return std::optional<Coordinates>();
    const auto point = readCoordinates(text);
    if (!point)
        return failure(point);
    return std::optional(*point);
}

bool CoordinateField::isChanged() const
{
    const auto now = point();
    return !now || *now != m_shown;
}

void CoordinateField::read()
{
    const auto now = point();
    if (!now)
        showProblem(now.error().why + u' ' + now.error().remedy);
    else
        showReading(*now ? coordinatesInDegrees(**now) : QString());
}

void CoordinateField::enter()
{
    const auto now = point();
    if (!now || *now == m_shown)
        return;
    setPoint(*now);
    Q_EMIT pointEntered(*now);
}

} // namespace redoubt
