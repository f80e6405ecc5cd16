#pragma once

#include <QPlainTextEdit>

#include <optional>

namespace redoubt {

/// A field for a text of the project. It grows with its text, and hands it over when it is left or Return is pressed. Escape
/// brings the stored text back; a second Escape is the parent's.
class TextField : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// With paragraphs, Shift+Return begins a new one; else white space is folded.
    explicit TextField(const QString &name, bool paragraphs = false, QWidget *parent = nullptr);

    /// What the project holds. It takes the place of what is shown, unless the user has typed
    /// something else that was not handed over, or was refused.
    void setStored(const QString &text);
    /// The same, whatever was typed.
    void reset(const QString &text);

    /// In a draft there is nothing to go back to: Escape leaves the text as it is.
    void setDraft(bool isDraft) { m_isDraft = isDraft; }

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isAltered() const { return text() != m_stored; }

    /// Hands the text over if it was altered.
    void commit();

Q_SIGNALS:
    void committed(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void fit();

    bool m_paragraphs;
    bool m_isDraft = false;
    QString m_stored;
    std::optional<QString> m_offered; ///< what was handed over last
};

} // namespace redoubt
