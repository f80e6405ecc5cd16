#pragma once

#include "ui/workbench/selection.h"

#include <QLineEdit>

class QStandardItemModel;

namespace redoubt {

/// A field in which an event or a source is chosen by a part of its name.
class ThingField : public QLineEdit
{
    Q_OBJECT

public:
    using Choices = QList<std::pair<QString, Thing>>;

    ThingField(const QString &name, const QString &hint, QWidget *parent = nullptr);

    void setChoices(const Choices &choices);

    /// What its text names: the one thing called so, or else the only one whose name holds it. None otherwise.
    [[nodiscard]] Thing thing() const;

Q_SIGNALS:
    /// One of the list was chosen, or Return pressed on a text that names one.
    void chosen(const redoubt::Thing &thing);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Choices m_choices;
    QStandardItemModel *m_model;
};

} // namespace redoubt
