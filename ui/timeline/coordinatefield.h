#pragma once

#include "app/timeline/coordinates.h"
#include "ui/timeline/readfield.h"

namespace redoubt {

/// A field for a point on the map, in the forms of readCoordinates(), which shows how it is understood.
class CoordinateField : public ReadField
{
    Q_OBJECT

public:
    explicit CoordinateField(QWidget *parent = nullptr);

    void setPoint(const std::optional<Coordinates> &point);

    /// What is understood at the moment: a point, or none where the field is empty.
    [[nodiscard]] Result<std::optional<Coordinates>> point() const;

    [[nodiscard]] bool isChanged() const override;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    /// The user left the field or pressed Return on another point than it had; never on one that is not understood.
    void pointEntered(const std::optional<redoubt::Coordinates> &point);

private:
    void read();
    void enter();

    QLineEdit *m_edit;
    std::optional<Coordinates> m_shown;
};

} // namespace redoubt
