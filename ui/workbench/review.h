#pragma once

#include "app/checks/check.h"
#include "app/project/project.h"

namespace redoubt {

/// Findings with what is shown of all of them at once, put together where it does not hold up the window.
struct ReviewFindings
{
    ReviewFindings() = default;
    ReviewFindings(QList<Finding> all, QList<Ignoring> ignored);

    QList<Finding> findings; ///< by place; those that are ignored are among them
    QList<Ignoring> ignorings;
    std::array<int, severityNames.table.size()> counts{}; ///< by severity, of those that are not ignored
    std::array<QList<TextRange>, severityNames.table.size()> places; ///< of these, where they have one
    struct Row
    {
        size_t look = 0; ///< a hash of what a list shows of it
        TextRange range;
    };
    QList<Row> rows; ///< one for each finding
};

/// The brief on the screen, between the panel where it is written and the panel that checks it: what was read of it last, what the
/// checks found in it, and what is done about that. Places are given as of the text that was checked; placeOf() says where
/// they are in the present one.
class Review : public QObject
{
    Q_OBJECT

public:
    /// The project must live longer.
    explicit Review(Project &project, QObject *parent = nullptr);

    // Told by the panel where it is written:
    void setDraft(Id<Brief> brief, const Draft &draft);
    void clear();
    /// The text is not that of the draft any more.
    void outdate();
    /// In the present text a stretch of `removed` units has become one of `added`.
    void moveText(qsizetype position, qsizetype removed, qsizetype added);

    // Told by the panel that checks it, of the last draft, while isRead():
    void setFound(const ReviewFindings &found);

    /// None without a brief.
    [[nodiscard]] Id<Brief> brief() const { return m_brief; }
    [[nodiscard]] const Draft &draft() const { return m_draft; }
    /// The draft is that of the present text.
    [[nodiscard]] bool isRead() const { return m_isRead; }
    /// This brief has been checked, if not in its present text.
    [[nodiscard]] bool isChecked() const { return m_isChecked; }
    [[nodiscard]] bool isReadOnly() const { return m_project.isReadOnly(); }

    [[nodiscard]] const ReviewFindings &found() const { return m_found; }
    [[nodiscard]] const QList<Finding> &findings() const { return m_found.findings; }
    [[nodiscard]] int count(Severity severity) const { return m_found.counts[size_t(severity)]; } ///< that are not ignored
    [[nodiscard]] int count() const;
    /// Empty for a finding that is not ignored.
    [[nodiscard]] QString reasonOf(const Finding &finding) const;
    /// "Quotation without a source", and why it is one.
    [[nodiscard]] const Rule &ruleOf(const Finding &finding) const;
    [[nodiscard]] const QList<Rule> &rules() const { return m_rules; }

    [[nodiscard]] const QString &checkedText() const { return m_checkedText; }
    /// Where a range of the checked text is now.
    [[nodiscard]] TextRange placeOf(TextRange range) const;
    /// The gravest, and of equal ones the shortest finding at a position of the present text that is not ignored; -1: none.
    [[nodiscard]] qsizetype findingAt(qsizetype position) const;
    /// Those that start in a stretch of the present text and are not ignored.
    [[nodiscard]] QList<qsizetype> findingsIn(TextRange stretch) const;
    /// The next one (or the one before) from a stretch of the present text, round the end; -1 where there is none. From the
    /// current finding's own place it goes on from that one.
    [[nodiscard]] qsizetype findingFrom(TextRange from, bool forward) const;

    /// The one that was gone to last; -1: none.
    [[nodiscard]] qsizetype current() const { return m_current; }
    void setCurrent(qsizetype finding);

    // What is done:
    /// Changes the text, as one step that the editor can take back. What was written over since is left as it is.
    Result<> apply(const QList<Fix> &fixes);
    /// Those of a rule that are certain.
    [[nodiscard]] QList<Fix> certainFixes(const QString &rule) const;
    /// `text` is the one in which it was found.
    Result<> ignore(const Finding &finding, const QString &text, const QString &reason);
    Result<> takeBack(const Finding &finding);

    /// How the panel of the brief changes its text; gives how many of the ranges held the words that stand beside them.
    struct Replacement
    {
        TextRange range; ///< of the present text
        QString before;
        QString after;
    };
    using Replace = std::function<qsizetype(const QList<Replacement> &)>;
    void setReplace(Replace replace) { m_replace = std::move(replace); }

Q_SIGNALS:
    void draftRead();
    /// The draft is not that of the present text any more.
    void outdated();
    void findingsChanged();
    void currentChanged(qsizetype finding);
    /// The next finding, or the one before, is to be shown in the text.
    void stepWanted(bool forward);
    /// The text is to have the focus.
    void textWanted();

private:
    struct Move
    {
        qsizetype position = 0;
        qsizetype removed = 0;
        qsizetype added = 0;
    };
    [[nodiscard]] qsizetype placeOf(qsizetype position) const;
    /// The first finding that starts there or behind, in the present text.
    [[nodiscard]] qsizetype firstFrom(qsizetype position) const;

    Project &m_project;
    QList<Rule> m_rules;
    Id<Brief> m_brief;
    Draft m_draft;
    bool m_isRead = false;
    bool m_isChecked = false;
    QString m_checkedText;
    QList<Move> m_moves; ///< of the text since it was checked
    ReviewFindings m_found;
    qsizetype m_current = -1;
    Replace m_replace;
};

/// How the severity of a finding is shown: always by a mark and a word, never by colour alone.
[[nodiscard]] QString severityGlyph(Severity severity);
[[nodiscard]] QString severityText(Severity severity);
[[nodiscard]] QColor severityColour(Severity severity, const QPalette &palette);

} // namespace redoubt
