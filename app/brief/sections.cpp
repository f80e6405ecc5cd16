#include "app/brief/sections.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Sections)
};

constexpr int lowestLevel = 6;

std::unexpected<Error> refused(const QString &why, const QString &remedy = {})
{
    return failure(Tr::tr("The section was not changed."), why, remedy, Error::Kind::Refused);
}

std::unexpected<Error> notThere()
{
    return refused(Tr::tr("There is no section at this place."), Tr::tr("Put the cursor into a section."));
}

std::unexpected<Error> notAlone()
{
    return refused(Tr::tr("It does not stand by itself: a fence, a quotation or a block of “:::” reaches over its heading."),
        Tr::tr("Close the block before the heading."));
}

bool isBlank(QChar c)
{
    return c.isSpace();
}

/// Where the line ends and blanks before a position begin.
qsizetype withoutBlanksBefore(QStringView text, qsizetype position)
{
    while (position > 0 && isBlank(text[position - 1]))
        --position;
    return position;
}

/// The words of a list of attributes, a value in quotation marks whole.
QStringList attributeWords(QStringView inside)
{
    QStringList words;
    QString word;
    QChar quote;
    for (const QChar c : inside) {
        if (quote.isNull() && c.isSpace()) {
            words.append(std::exchange(word, {}));
            continue;
        }
        if (c == quote)
            quote = {};
        else if (quote.isNull() && (c == u'"' || c == u'\''))
            quote = c;
        word += c;
    }
    words.append(word);
    words.removeAll(QString());
    return words;
}

bool isSetext(QStringView heading)
{
    return !heading.startsWith(u'#');
}

/// Where the line ends that a heading's attributes stand on.
qsizetype endOfTitle(QStringView text, TextRange heading)
{
    const QStringView whole = text.sliced(heading.offset, heading.length);
    const qsizetype underline = isSetext(whole) ? whole.lastIndexOf(u'\n') : -1;
    qsizetype end = heading.offset + (underline < 0 ? whole.size() : underline);
    // The range ends with the last mark; blanks may follow on the line.
    while (end < text.size() && text[end] != u'\n')
        ++end;
    return end;
}

} // namespace

qsizetype placeAfter(const QList<Replacement> &changes, QStringView text, qsizetype position)
{
    const auto blanksBefore = [](QStringView of) { return std::ranges::find_if_not(of, &isBlank) - of.begin(); };
    qsizetype by = 0;
    for (const Replacement &change : changes) {
        const TextRange range = change.range;
        if (position < range.offset)
            break;
        if (position >= range.end()) {
            by += change.text.size() - range.length;
            continue;
        }
        const bool isMove = changes.size() == 2 && std::ranges::all_of(change.text, &isBlank);
        if (!isMove)
            return range.offset + by + std::min(position - range.offset, change.text.size());
        // It is taken out here and put in by the other change, with other blanks around it.
        const bool isFirst = &change == &changes.first();
        const Replacement &put = isFirst ? changes.last() : changes.first();
        const qsizetype start = range.offset + blanksBefore(text.sliced(range.offset, range.length));
        const qsizetype before = isFirst ? change.text.size() - range.length : 0;
        return put.range.offset + before + blanksBefore(put.text) + std::max<qsizetype>(0, position - start);
    }
    return position + by;
}

Sections::Sections(const QString &text)
    : m_text(text)
    , m_document(readDocument(text))
    , m_outline(redoubt::outline(m_document))
    , m_end(text.size())
{
    for (auto block = m_document.blocks.crbegin(); block != m_document.blocks.crend(); ++block) {
        if (block->kind != Block::Kind::Footnote)
            break;
        m_end = block->range.offset;
    }
}

qsizetype Sections::at(qsizetype position) const
{
    const auto after = std::ranges::upper_bound(
        m_outline, position, {}, [](const OutlineEntry &entry) { return entry.heading.offset; });
    return after - m_outline.cbegin() - 1;
}

/// The number of the next section that is not one of its subsections.
qsizetype Sections::behind(qsizetype section) const
{
    qsizetype next = section + 1;
    while (next < m_outline.size() && m_outline[next].level > m_outline[section].level)
        ++next;
    return next;
}

bool Sections::standsAlone(qsizetype section) const
{
    const qsizetype offset = m_outline[section].heading.offset;
    const auto block = std::ranges::lower_bound(
        m_document.blocks, offset, {}, [](const Block &candidate) { return candidate.range.offset; });
    return block != m_document.blocks.cend() && block->range.offset == offset;
}

/// From the heading to the last letter of the section.
TextRange Sections::bodyOf(qsizetype section) const
{
    const qsizetype next = behind(section);
    const qsizetype start = m_outline[section].heading.offset;
    const qsizetype end = next < m_outline.size() ? m_outline[next].heading.offset : m_end;
    return {start, withoutBlanksBefore(m_text, end) - start};
}

/// The changes that take a passage out and put it in elsewhere, a blank line around it.
QList<Replacement> Sections::moving(TextRange body, qsizetype to) const
{
    const QString text = m_text.sliced(body.offset, body.length);
    // What is taken out goes with the blanks behind it, or at the end of the text with those before it.
    TextRange taken = body;
    while (taken.end() < m_text.size() && m_text[taken.end()].isSpace())
        ++taken.length;
    QString left;
    if (taken.end() == m_text.size()) {
        left = m_text.sliced(body.end());
        taken.offset = withoutBlanksBefore(m_text, body.offset);
        taken.length = m_text.size() - taken.offset;
    }
    const Replacement out{taken, left};
    const qsizetype seam = withoutBlanksBefore(m_text, to);
    QString in = text + (to < m_text.size() ? u"\n\n"_s : m_text.sliced(seam));
    if (to == m_text.size())
        return {out, {{seam, to - seam}, u"\n\n"_s + in}};
    const bool isApart = seam == 0 || m_text.sliced(seam, to - seam).count(u'\n') > 1;
    if (!isApart)
        in.prepend(u'\n');
    const Replacement put{{to, 0}, in};
    return to < body.offset ? QList{put, out} : QList{out, put};
}

/// Whether the outline of the changed text is that of this one with the section elsewhere.
bool Sections::isMoved(const QList<Replacement> &changes, qsizetype section, qsizetype before) const
{
    QList<OutlineEntry> wanted = m_outline;
    const auto first = wanted.begin() + section;
    const auto last = wanted.begin() + behind(section);
    const auto to = wanted.begin() + before;
    if (before < section)
        std::rotate(to, first, last);
    else
        std::rotate(first, last, to);
    const auto same = [](const OutlineEntry &a, const OutlineEntry &b) { return a.text == b.text && a.level == b.level; };
    return std::ranges::equal(wanted, redoubt::outline(readDocument(withReplacements(m_text, changes))), same);
}

Result<QList<Replacement>> Sections::move(qsizetype section, qsizetype before) const
{
    if (!isThere(section) || before < 0 || before > m_outline.size())
        return notThere();
    const qsizetype next = behind(section);
    if (before >= section && before <= next)
        return QList<Replacement>();
    for (const qsizetype edge : {section, before, next}) {
        if (edge < m_outline.size() && !standsAlone(edge))
            return notAlone();
    }
    const QList<Replacement> changes = moving(bodyOf(section), before < m_outline.size() ? m_outline[before].heading.offset : m_end);
    if (!isMoved(changes, section, before))
        return notAlone();
    return changes;
}

Result<QList<Replacement>> Sections::moveBy(qsizetype section, int by) const
{
    if (!isThere(section))
        return notThere();
    const int level = m_outline[section].level;
    if (by > 0) {
        const qsizetype next = behind(section);
        if (next == m_outline.size() || m_outline[next].level < level)
            return refused(Tr::tr("It is the last one of its level here."));
        return move(section, behind(next));
    }
    qsizetype previous = section - 1;
    while (previous >= 0 && m_outline[previous].level > level)
        --previous;
    if (previous < 0 || m_outline[previous].level < level)
        return refused(Tr::tr("It is the first one of its level here."));
    return move(section, previous);
}

/// The heading with another level. One of two lines is written in one when no underline stands for the level.
Replacement Sections::levelled(const OutlineEntry &entry, int level) const
{
    const QStringView heading = QStringView(m_text).sliced(entry.heading.offset, entry.heading.length);
    if (!isSetext(heading))
        return {{entry.heading.offset, entry.level}, QString(level, u'#')};
    QStringList lines = heading.toString().split(u'\n', Qt::SkipEmptyParts);
    if (level <= 2) {
        const qsizetype underline = lines.last().size();
        return {{entry.heading.end() - underline, underline}, lines.last().replace(level == 1 ? u'-' : u'=', level == 1 ? u'=' : u'-')};
    }
    lines.removeLast();
    for (QString &line : lines)
        line = line.trimmed();
    return {entry.heading, QString(level, u'#') + u' ' + lines.join(u' ')};
}

Result<QList<Replacement>> Sections::shift(qsizetype section, int by) const
{
    if (!isThere(section))
        return notThere();
    QList<Replacement> changes;
    for (qsizetype i = section; i < behind(section); ++i) {
        const int level = m_outline[i].level + by;
        if (level < 1)
            return refused(Tr::tr("It is on the highest level."));
        if (level > lowestLevel)
            return refused(Tr::tr("“%1” is on the lowest level.").arg(m_outline[i].text));
        changes.append(levelled(m_outline[i], level));
    }
    return changes;
}

Result<QList<Replacement>> Sections::giveRole(qsizetype section, SectionRole role) const
{
    if (!isThere(section))
        return notThere();
    const TextRange heading = m_outline[section].heading;
    const qsizetype lineEnd = endOfTitle(m_text, heading);
    const qsizetype end = withoutBlanksBefore(m_text, lineEnd);
    qsizetype start = m_text.lastIndexOf(u'{', end - 1);
    const bool hasAttributes = start > heading.offset && m_text[end - 1] == u'}'
        && readAttributes(QStringView(m_text).sliced(start, end - start));
    QStringList words;
    if (hasAttributes)
        words = attributeWords(QStringView(m_text).sliced(start + 1, end - start - 2));
    else
        start = end;
    for (const auto &[name, known] : roleClasses()) {
        words.removeAll(name);
        words.removeAll(u'.' + name);
        if (known == role)
            words.prepend(u'.' + name);
    }
    start = withoutBlanksBefore(m_text, start);
    const QString text = words.isEmpty() ? QString() : u" {%1}"_s.arg(words.join(u' '));
    if (QStringView(m_text).sliced(start, end - start) == text)
        return QList<Replacement>();
    return QList<Replacement>{{{start, end - start}, text}};
}

} // namespace redoubt
