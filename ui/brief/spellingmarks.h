#pragma once

#include "app/brief/projectwords.h"
#include "ui/brief/spellchecker.h"

#include <QTextBlock>

namespace redoubt {

class BriefTextEdit;

/// A word of the text that no dictionary has.
struct Misspelling
{
    TextRange range;
    QString word;     ///< as dictionaryWord() has it
    QString language; ///< of the place

    bool operator==(const Misspelling &) const = default;
};

/// Marks the misspelt words of a brief that are on the screen, and finds those that are not. Only what is seen is looked at, and the
/// word that is being typed is let be until the cursor has left it or rests. Lines of more than 16,384 letters are passed over.
class SpellingMarks : public QObject
{
    Q_OBJECT

public:
    SpellingMarks(BriefTextEdit &editor, SpellChecker &checker, QObject *parent = nullptr);

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Of the brief; stretches of it may say another one.
    void setLanguage(const QString &language);
    [[nodiscard]] const QString &language() const { return m_language; }
    void setKnownWords(const KnownWords &words);

    /// The word at a place, when it is known to be misspelt.
    [[nodiscard]] std::optional<Misspelling> misspellingAt(qsizetype position) const;

    /// Selects the next misspelt word behind the cursor (1) or before it (-1), once around; noneFound() when there is none.
    void goTo(int direction);

Q_SIGNALS:
    void selected();
    void noneFound();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// One that goes through the text.
    struct Search
    {
        int direction = 1;
        int block = 0;     ///< that is looked at next
        int left = 0;      ///< blocks not yet looked at
        qsizetype from = 0; ///< in the first block
        bool isFirst = true;
    };

    void schedule();
    void mark();
    void typed();
    void moved();
    void search();
    [[nodiscard]] bool isKnown(const Misspelling &word, bool &waits) const;
    [[nodiscard]] QList<Misspelling> wordsOf(const QTextBlock &block, const QString &language) const;
    [[nodiscard]] QString languageAt(QTextBlock block) const;
    [[nodiscard]] std::optional<Misspelling> firstIn(const QTextBlock &block, bool &waits) const;

    BriefTextEdit &m_editor;
    SpellChecker &m_checker;
    KnownWords m_known;
    QString m_language;
    QTimer m_soon;
    QTimer m_rest; ///< since the last key
    bool m_isOn = true;
    std::optional<Search> m_search;
};

} // namespace redoubt
