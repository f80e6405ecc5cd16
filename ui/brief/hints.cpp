#include "ui/brief/hints.h"

#include "app/sources/capture.h"
#include "app/sources/resting.h"
#include "app/timeline/datetext.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/mentionlink.h"
#include "ui/brief/quotationstate.h"
#include "ui/look/look.h"

#include <QCoreApplication>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Hints)
};

constexpr qsizetype longestText = 300; // characters

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestText ? line : line.first(longestText).trimmed() + u'…';
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString unknownText(const QString &key)
{
    return Words::tr("There is no “%1” in this project.").arg(key);
}

/// The longest phrase around a column of a line, and its band.
std::pair<TextRange, const LikelihoodBand *> phraseAt(LikelihoodScale scale, QStringView line, qsizetype column)
{
    std::pair<TextRange, const LikelihoodBand *> found{{}, nullptr};
    const auto isLetter = [&](qsizetype i) { return i >= 0 && i < line.size() && line[i].isLetterOrNumber(); };
    for (const LikelihoodBand &band : likelihoodBands(scale)) {
        for (const char *written : band.phrases) {
            const QString phrase = QString::fromLatin1(written);
            const qsizetype from = std::max<qsizetype>(0, column - phrase.size());
            const QStringView near = line.sliced(from, std::min(line.size(), column + phrase.size()) - from);
            const qsizetype at = phrase.isEmpty() ? -1 : near.indexOf(phrase, 0, Qt::CaseInsensitive);
            const TextRange range{from + at, phrase.size()};
            const bool isThere = at >= 0 && range.touches(column) && !isLetter(range.offset - 1) && !isLetter(range.end());
            if (isThere && range.length > found.first.length)
                found = {range, &band};
        }
    }
    return found;
}

} // namespace

Hints::Hints(const Project &project, const DraftReader &reader, const BriefTextEdit &editor)
    : m_project(project)
    , m_reader(reader)
    , m_editor(editor)
{
}

std::optional<Hint> Hints::at(qsizetype position) const
{
    if (!m_reader.isOfPresentText())
        return {};
    if (const Mention *mention = m_reader.draft().mentionAt(position))
        return of(*mention);
    if (auto note = noteAt(position))
        return note;
    const DraftQuotation *checked = m_reader.draft().quotationAt(position);
    if (!checked || !checked->verified)
        return likelihoodAt(position);
    Hint hint{.range = checked->quotation.range, .isQuotation = true};
    hint.text = quotationGlyph(checked->verification.status) + u"&nbsp; "_s
        + lines(quotationSentence(*checked, m_reader.titleOf(checked->captureKey)), {});
    if (!checked->verification.difference.isEmpty())
        hint.text += u"<br>"_s + differenceHtml(checked->verification.difference, m_editor.palette());
    return hint;
}

Hint Hints::of(const Mention &mention) const
{
    Hint hint{.range = mention.range, .thing = thingOf(m_project, mention)};
    switch (mention.kind) {
    case Mention::Kind::Source:
        hint.text = sourceText(mention.key);
        break;
    case Mention::Kind::Event:
        hint.text = eventText(mention.key);
        break;
    case Mention::Kind::Indicator:
        hint.text = indicatorText(hint.thing, mention.key);
        break;
    }
    return hint;
}

QString Hints::sourceText(const QString &key) const
{
    const auto found = sourceByKey(m_project.reader(), key);
    if (!found || !*found)
        return lines(unknownText(key), {});
    const Source &source = **found;
    QString fallen;
    const auto fallenAmong = retractionsAmong(m_project.reader(), {source.id});
    if (fallenAmong && fallenAmong->contains(source.id)) {
        const auto retracted = redoubt::source(m_project.reader(), fallenAmong->value(source.id));
        if (retracted && *retracted)
            fallen = u"⊘ "_s + retractionText(source.id, **retracted);
    }
    const auto archived = latestCapture(m_project.reader(), source.id);
    const bool isCaptured = archived && *archived;
    return lines(joined({source.grade.text(), source.title.simplified()}),
        {joined({sourceTypeText(source.type), source.author, source.publisher, readableDate(source.published)}), fallen,
            isCaptured ? Words::tr("✓ Captured") : Words::tr("○ Nothing captured")});
}

QString Hints::eventText(const QString &key) const
{
    const auto found = eventByKey(m_project.reader(), key);
    if (!found || !*found)
        return lines(unknownText(key), {});
    const Event &event = **found;
    return lines(event.title.simplified(), {joined({readableDate(event.date), event.place}), shortened(event.summary)});
}

QString Hints::indicatorText(const Thing &thing, const QString &key) const
{
    const auto found = indicator(m_project.reader(), thing.indicator());
    if (!found || !*found)
        return lines(unknownText(key), {});
    const Indicator &watched = **found;
    const QString due = watched.due.isEmpty() ? QString() : Words::tr("Due %1").arg(readableDate(watched.due));
    return lines(watched.title.simplified(), {shortened(watched.question), joined({due, watched.isResolved() ? Words::tr("resolved") : QString()})});
}

std::optional<Hint> Hints::noteAt(qsizetype position) const
{
    if (const DraftNote *note = m_reader.draft().noteAt(position))
        return Hint{.range = note->reference, .text = lines(shortened(note->text), {}), .place = note->definition.offset};
    for (const DraftNote &note : m_reader.draft().notes) {
        const TextRange label{note.definition.offset, note.label.size() + qsizetype(u"[^]:"_s.size())};
        if (label.touches(position))
            return Hint{.range = label, .text = lines(Words::tr("A footnote"), {}), .place = note.reference.offset};
    }
    return {};
}

std::optional<Hint> Hints::likelihoodAt(qsizetype position) const
{
    const QTextBlock block = m_editor.document()->findBlock(int(position));
    const auto [range, band] = phraseAt(m_scale, block.text(), position - block.position());
    if (!band)
        return {};
    return Hint{.range = {block.position() + range.offset, range.length},
        .text = lines(bandText(*band), {Words::tr("“%1” on the scale of this brief, %2").arg(block.text().mid(range.offset, range.length), scaleText(m_scale))})};
}

QString Hints::lines(const QString &first, const QStringList &more) const
{
    const look::Colours &colours = look::colours(m_editor.palette());
    QString text = first.toHtmlEscaped();
    for (const QString &line : more) {
        if (!line.isEmpty())
            text += u"<br><span style='color:%1'>%2</span>"_s.arg(colours.inkSoft.name(), line.toHtmlEscaped());
    }
    return text;
}

} // namespace redoubt
