#pragma once

#include "app/brief/revision.h"

#include <QDialog>

class QComboBox;

namespace redoubt {

/// What of a brief is printed beside it, asked before its file is chosen: what has changed since one of its versions with a name.
class ExportOptions : public QDialog
{
    Q_OBJECT

public:
    ExportOptions(const QString &title, const QList<Revision> &versions, QWidget *parent = nullptr);

    /// The version whose changes are printed; an invalid id for none.
    [[nodiscard]] Id<Revision> since() const;

private:
    QComboBox *m_since;
};

/// Of the versions of a brief those with a name, latest first: the ones that there is something to ask about.
[[nodiscard]] Result<QList<Revision>> namedVersions(const Reader &reader, Id<Brief> brief);

} // namespace redoubt
