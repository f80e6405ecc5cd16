#pragma once

#include "app/base/result.h"
#include "app/sources/source.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace redoubt {

/// The fields of a source that are no columns of it (sourcefields.h): those that matter for its type, and folded away what it has
/// besides, where any variable of CSL can be added.
class BibliographyFields : public QWidget
{
    Q_OBJECT

public:
    /// Keeps the fields with what was typed in one of them; `label` is what that is called.
    using Keep = std::function<Result<>(const QJsonObject &fields, const QString &label)>;

    explicit BibliographyFields(Keep keep, QWidget *parent = nullptr);

    /// The field of the form that stands before these, for the order of Tab.
    void setTabAfter(QWidget *field) { m_before = field; }
    /// Shows the fields of a source. A field that says what it said before stays as it is: somebody may be typing in it.
    void show(const Source &source, bool isReadOnly);
    /// Takes back what was typed and not kept.
    void restore();
    /// Keeps what was typed; stops at the first that is refused.
    Result<> flush();

    /// The field of a variable; null where it is not shown.
    [[nodiscard]] QLineEdit *field(const QString &variable) const;

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    /// A field has the focus now.
    void entered(QWidget *field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        QString variable;
        QLineEdit *edit = nullptr;
        QString shown; ///< what was put there last
    };

    void makeAdder();
    void lay(const QStringList &usual, const QStringList &others);
    void clear(QFormLayout *form);
    void orderTabs();
    void addRow(QFormLayout *form, const QString &variable);
    void fillRow(Row &row);
    void showMore();
    void offer();
    void addChosen();
    Result<> keepRow(const QString &variable);
    [[nodiscard]] QStringList variablesShown() const;

    Keep m_keep;
    Source m_source;
    bool m_isReadOnly = false;
    QStringList m_usual;
    QStringList m_others; ///< what the source has, and what was added or emptied while it was shown
    QList<Row> m_rows;
    QWidget *m_before = nullptr;
    QFormLayout *m_form;
    QFormLayout *m_moreForm;
    QWidget *m_more;
    QToolButton *m_fold;
    QLabel *m_none;
    QWidget *m_adder;
    QComboBox *m_choice;
};

} // namespace redoubt
