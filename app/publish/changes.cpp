#include "app/publish/changes.h"

#include "app/brief/comparison.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::VersionChanges)
};

/// What is printed of a paragraph around its changes.
constexpr qsizetype longestUnchanged = 600;
constexpr qsizetype longestChange = 20'000;

/// A document as the paragraphs that a reader sees.
class ReadersView
{
public:
    explicit ReadersView(const QList<PublishedSource> &sources)
    {
        for (const PublishedSource &source : sources)
            m_authors.insert(source.key, source.author);
    }

    QList<Paragraph> paragraphs(const Document &document)
    {
        m_paragraphs.clear();
        m_section.clear();
        add(document.blocks);
        return m_paragraphs;
    }

private:
    void add(const QList<Block> &blocks)
    {
        for (const Block &block : blocks)
            add(block);
    }

    void add(const Block &block)
    {
        using enum Block::Kind;
        switch (block.kind) {
        case Heading:
            m_section = text(block.spans);
            return put(m_section, true);
        case Paragraph:
            return put(text(block.spans));
        case Table:
            for (const QList<Block::Cell> &row : block.rows) {
                QStringList cells;
                for (const Block::Cell &cell : row)
                    cells.append(text(cell.spans));
                put(cells.join(u" | "_s));
            }
            return;
        case Code:
            return put(block.text.trimmed());
        case List:
        case ListItem:
        case BlockQuote:
        case Timeline:
        case WatchList:
        case Div:
        case Footnote:
            return add(block.children);
        case Raw:
        case Argdown:
        case ThematicBreak:
            return;
        }
    }

    void put(const QString &text, bool isHeading = false)
    {
        if (!text.isEmpty())
            m_paragraphs.append({text, m_section, isHeading});
    }

    [[nodiscard]] QString text(const QList<Span> &spans) const
    {
        QString letters;
        for (const Span &span : spans) {
            using enum Span::Kind;
            if (span.kind == Citation)
                letters += cited(span.citation);
            else if (span.kind == SoftBreak || span.kind == HardBreak)
                letters += u' ';
            else if (span.kind == Text || span.kind == Code)
                letters += span.text;
            else
                letters += text(span.children);
        }
        return letters.trimmed();
    }

    /// "(Pavel, p. 3)", or within the sentence "Pavel (p. 3)".
    [[nodiscard]] QString cited(const CitationCluster &cluster) const
    {
        QStringList parts;
        for (const Citation &citation : cluster.citations) {
            const QString author = m_authors.value(citation.key);
            const QString name = author.isEmpty() ? u'@' + citation.key : author;
            parts.append(citation.locator.isEmpty() ? name : name + u", "_s + citation.locator);
        }
        return cluster.inText ? parts.join(u"; "_s) : u'(' + parts.join(u"; "_s) + u')';
    }

    QHash<QString, QString> m_authors;
    QList<Paragraph> m_paragraphs;
    QString m_section;
};

QString quoted(const QString &section)
{
    return section.isEmpty() ? Tr::tr("the beginning") : u"“%1”"_s.arg(section);
}

PublishedChange published(const ComparisonRow &row)
{
    using enum ComparisonRow::Kind;
    PublishedChange change{row.section, {}, row.runs};
    switch (row.kind) {
    case Added:
        change.what = Tr::tr("Added");
        change.runs = {{TextRun::Kind::Added, row.after}};
        break;
    case Removed:
        change.what = Tr::tr("Removed");
        change.runs = {{TextRun::Kind::Removed, row.before}};
        break;
    case MovedHere:
        change.what = row.runs.isEmpty() ? Tr::tr("Moved from %1").arg(quoted(row.otherSection))
                                         : Tr::tr("Moved from %1 and changed").arg(quoted(row.otherSection));
        if (row.runs.isEmpty())
            change.runs = {{TextRun::Kind::Unchanged, row.after}};
        break;
    case Changed:
    case Same:
    case MovedAway:
        change.what = Tr::tr("Changed");
        break;
    }
    change.runs = shortenedRuns(change.runs, longestUnchanged, longestChange);
    return change;
}

QString summaryOf(const VersionComparison &comparison)
{
    if (comparison.changes() == 0)
        return Tr::tr("Nothing has changed.");
    QStringList parts;
    if (comparison.changed > 0)
        parts.append(Tr::tr("%n paragraph(s) changed", nullptr, comparison.changed));
    if (comparison.added > 0)
        parts.append(Tr::tr("%n paragraph(s) added", nullptr, comparison.added));
    if (comparison.removed > 0)
        parts.append(Tr::tr("%n paragraph(s) removed", nullptr, comparison.removed));
    if (comparison.moved > 0)
        parts.append(Tr::tr("%n paragraph(s) moved", nullptr, comparison.moved));
    return parts.join(u", "_s) + u". "_s + Tr::tr("New words are underlined, words that were taken out are struck through.");
}

} // namespace

Result<PublishedChanges> changesSince(const Reader &reader, Id<Revision> since, const Publication &publication)
{
    const auto version = revision(reader, since);
    const auto text = revisionText(reader, since);
    if (!version || !text)
        return !version ? Result<PublishedChanges>(failure(version)) : Result<PublishedChanges>(failure(text));
    ReadersView view(publication.sources);
    const QList<Paragraph> before = view.paragraphs(readDocument(*text));
    const VersionComparison comparison = compareParagraphs(before, view.paragraphs(publication.text)).value_or(VersionComparison());

    const Revision known = version->value_or(Revision());
    const QString date = QLocale(publication.language).toString(known.at.toLocalTime().date(), u"d MMMM yyyy"_s);
    PublishedChanges changes;
    changes.heading = known.name.isEmpty() ? Tr::tr("Changes since %1").arg(date) : Tr::tr("Changes since “%1” (%2)").arg(known.name, date);
    changes.summary = summaryOf(comparison);
    for (const ComparisonRow &row : comparison.rows) {
        if (row.kind != ComparisonRow::Kind::Same && row.kind != ComparisonRow::Kind::MovedAway)
            changes.changes.append(published(row));
    }
    return changes;
}

} // namespace redoubt
