#pragma once

#include "app/timeline/casualties.h"
#include "ui/timeline/readfield.h"

#include <array>

namespace redoubt {

/// Three fields for the lowest, the best and the highest count of people killed or injured, any of which may be empty; says
/// below them when they contradict each other.
class CasualtiesField : public ReadField
{
    Q_OBJECT

public:
    explicit CasualtiesField(QWidget *parent = nullptr);

    void setCasualties(const Casualties &casualties);
    [[nodiscard]] Result<Casualties> casualties() const;

    [[nodiscard]] bool isChanged() const override;

Q_SIGNALS:
    /// The user left one of them on other counts than there were; never on such as contradict each other.
    void casualtiesEntered(const redoubt::Casualties &casualties);

private:
    void read();
    void enter();

    std::array<QLineEdit *, 3> m_edits{};
    Casualties m_shown;
};

} // namespace redoubt
