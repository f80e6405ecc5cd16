#pragma once

#include "app/project/project.h"
#include "app/sources/source.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace redoubt {

class EvidenceList;
class Selection;

/// All fields of a source. Those of one in the project are kept one by one, when a field is left or Return is pressed; a draft
/// is kept as a whole when it is added, and waits meanwhile.
class SourceInspector : public QScrollArea
{
    Q_OBJECT

public:
    SourceInspector(Project &project, Selection &selection, QWidget *parent = nullptr);

    /// Shows a source of the project; none shows nothing.
    void setSource(Id<Source> id);

    /// Shows the draft of a new source: the one begun before, or an empty one.
    void showDraft();
    [[nodiscard]] bool isDraft() const { return m_isDraft; }

    void focusTitle();

    /// Writes the fields that have been changed and are not in the file yet.
    Result<> flush();

Q_SIGNALS:
    void added(redoubt::Id<redoubt::Source> id);
    void left();
    void failed(const redoubt::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A field of text.
    struct Field
    {
        QLineEdit *edit;
        QString Source::*member;
        QString what; ///< "Change title of “%1”"
    };

    void makeDescription(QFormLayout *form);
    void makeJudgement(QFormLayout *form);
    void makeRest(QFormLayout *form);
    /// Without a form the field is only made.
    QLineEdit *addField(QFormLayout *form, QString Source::*member, const QString &objectName, const QString &label,
        const QString &what, const QString &hint);
    QComboBox *addChooser(
        QFormLayout *form, const QString &objectName, const QString &label, void (SourceInspector::*commitChoice)());
    void addRow(QFormLayout *form, const QString &label, QWidget *field, QWidget *content = nullptr);

    void read();
    void fill(const std::optional<Source> &before = std::nullopt);
    void fillChoices();
    void fillOrigins();
    void showHints();
    Result<> commitField(const Field &field);
    Result<> commitNote();
    Result<> commitTags();
    void commitType();
    void commitReliability();
    void commitCredibility();
    void commitOrigin();
    void commitRetracted();
    Result<> commit(const Source &changed, const QString &what);
    void add();
    void discard();

    template<class T>
    void tellFailure(const Result<T> &result)
    {
        if (!result)
            Q_EMIT failed(result.error());
    }

    Project &m_project;
    Source m_source;
    QStringList m_tags;
    Source m_draft;
    QStringList m_draftTags;
    bool m_isDraft = false;
    bool m_originsAreStale = true;

    QList<Field> m_fields;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_address = nullptr;
    QToolButton *m_open = nullptr;
    QLabel *m_publishedHint = nullptr;
    QLineEdit *m_tagField = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QComboBox *m_type = nullptr;
    QComboBox *m_reliability = nullptr;
    QComboBox *m_credibility = nullptr;
    QComboBox *m_origin = nullptr;
    QCheckBox *m_retracted = nullptr;
    EvidenceList *m_evidence = nullptr;
    QLabel *m_evidenceHeading = nullptr;
    QWidget *m_draftButtons = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace redoubt
