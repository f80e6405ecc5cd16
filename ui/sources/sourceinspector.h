#pragma once

#include "app/brief/renaming.h"
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

class BibliographyFields;
class EvidenceList;
class KeyField;
class OriginTree;
class RestingList;
class Selection;
class TagField;

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
    void focusKey();

    /// Writes the fields that have been changed and are not in the file yet.
    Result<> flush();

Q_SIGNALS:
    void added(redoubt::Id<redoubt::Source> id);
    /// A source has another key, and so have its citations.
    void renamed(const QString &newKey, const redoubt::Renaming &renaming);
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
        QString what;             ///< "Change title of “%1”"
        QLabel *dateHint = nullptr; ///< of a date: what is understood of it
    };

    // sourceinspectorform.cpp: what it is made of
    void layOut(Selection &selection);
    void makeDescription(QFormLayout *form);
    void makeAddress(QFormLayout *form);
    void makeJudgement(QFormLayout *form, Selection &selection);
    void makeGrade(QFormLayout *form);
    void makeRetraction(QFormLayout *form);
    void makeRest(QFormLayout *form, Selection &selection);
    void makeDraftButtons(QFormLayout *form);
    /// Without a form the field is only made.
    QLineEdit *addField(QFormLayout *form, QString Source::*member, const QString &objectName, const QString &label,
        const QString &what, const QString &hint);
    QLineEdit *addDate(QFormLayout *form, QString Source::*member, const QString &objectName, const QString &label,
        const QString &what, const QString &hint);
    QComboBox *addChooser(
        QFormLayout *form, const QString &objectName, const QString &label, void (SourceInspector::*commitChoice)());
    void addRow(QFormLayout *form, const QString &label, QWidget *field, QWidget *content = nullptr);

    // sourceinspector.cpp: what it shows and keeps
    void read();
    void fill(const std::optional<Source> &before = std::nullopt, const std::optional<QStringList> &tagsBefore = std::nullopt);
    void fillParts();
    void fillChoices();
    void fillOrigins();
    void showHints();
    void showGradeMeaning();
    Result<> commitField(const Field &field);
    Result<> commitFields(const QJsonObject &fields, const QString &label);
    Result<> commitKey(const QString &key);
    Result<> commitNote();
    Result<> commitTags();
    void commitType();
    void commitReliability();
    void commitCredibility();
    void commitOrigin();
    void commitRetracted();
    Result<> commit(const Source &changed, const QString &what);
    void makeKeyAnew();
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
    BibliographyFields *m_bibliography = nullptr;
    KeyField *m_key = nullptr;
    TagField *m_tagField = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QComboBox *m_type = nullptr;
    QComboBox *m_reliability = nullptr;
    QComboBox *m_credibility = nullptr;
    QLabel *m_gradeMeaning = nullptr;
    QComboBox *m_origin = nullptr;
    OriginTree *m_originTree = nullptr;
    QCheckBox *m_retracted = nullptr;
    QWidget *m_retraction = nullptr;
    RestingList *m_resting = nullptr;
    EvidenceList *m_evidence = nullptr;
    QLabel *m_evidenceHeading = nullptr;
    QWidget *m_draftButtons = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace redoubt
