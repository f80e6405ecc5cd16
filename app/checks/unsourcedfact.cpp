#include "app/checks/rules.h"

#include "app/timeline/naturaldate.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::UnsourcedFactRule)
};

class FactFinder
{
public:
    explicit FactFinder(const CheckedBrief &brief)
        : m_brief(brief)
    {
        for (const CheckedEvent &event : brief.material.events) {
            for (const QString &actor : event.actors)
                m_actors[actor.section(u' ', 0, 0)].insert(actor);
        }
        for (const CheckedParagraph &paragraph : brief.paragraphs) {
            if (paragraph.kind == CheckedParagraph::Kind::Text && paragraph.role == SectionRole::Incident)
                look(paragraph);
        }
    }

    QList<Finding> found;

private:
    void look(const CheckedParagraph &paragraph)
    {
        for (qsizetype i = 0; i < paragraph.sentences.size(); ++i) {
            const CheckedSentence &sentence = paragraph.sentences[i];
            const bool sourced = !sentence.keys.isEmpty() || !mentionsWithin(m_brief.draft, sentence.range).empty();
            const bool sourcedBehind = i + 1 < paragraph.sentences.size() && !paragraph.sentences[i + 1].keys.isEmpty();
            const QStringView text = QStringView(paragraph.own).sliced(sentence.place.offset, sentence.place.length);
            if (sourced || sourcedBehind || !sentence.uses.isEmpty() || text.endsWith(u'?') || isJudgement(text))
                continue;
            if (namesActor(text) || hasFigure(text)) {
                found.append({.range = sentence.range,
                    .message = Words::tr("No source is cited for this, here or in the next sentence.")});
            }
        }
    }

    /// "We judge …"
    [[nodiscard]] bool isJudgement(QStringView text) const
    {
        static const QRegularExpression word(uR"([^\W\d_]+)"_s, QRegularExpression::UseUnicodePropertiesOption);
        for (const auto &match : word.globalMatchView(text)) {
            if (m_brief.words->judging.contains(match.captured().toLower()))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool namesActor(QStringView text) const
    {
        static const QRegularExpression word(uR"([^\s\x{FFFE}\x{FFFC}.,;:!?()]+)"_s);
        if (m_actors.isEmpty())
            return false;
        for (const auto &match : word.globalMatchView(text)) {
            const QStringView rest = text.sliced(match.capturedStart());
            for (const QString &actor : m_actors.value(match.captured())) {
                if (rest.startsWith(actor) && (rest.size() == actor.size() || !rest[actor.size()].isLetterOrNumber()))
                    return true;
            }
        }
        return false;
    }

    /// A number that counts or dates; not that of "F-16" or "Article 4". What begins a sentence has a capital letter anyway.
    [[nodiscard]] static bool hasFigure(QStringView text)
    {
        static const QRegularExpression number(uR"((?<![\w.,–-])(?:(?<name>\p{Lu}\w*)\s+)?(?<number>\d(?:[\d.,]*\d)?)(?![\w–-]))"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        for (const auto &match : number.globalMatchView(text)) {
            const QString name = match.captured(u"name");
            if (name.isEmpty() || readDate(u"%1 %2"_s.arg(name, match.captured(u"number"))))
                return true;
        }
        return false;
    }

    const CheckedBrief &m_brief;
    QHash<QString, QSet<QString>> m_actors; ///< by their first word
};

} // namespace

Rule unsourcedFactRule()
{
    return {u"unsourced-fact"_s, Severity::Warning, Words::tr("Fact without a source"),
        Words::tr("What happened is said with who says so: ICD 206 asks for a source for each piece of reporting that a text rests on. In the "
                  "section of the incident, a sentence with a date, a figure or an actor needs a citation, a link to its event, or a "
                  "citation in the sentence that follows."),
        [](const CheckedBrief &brief) { return brief.words ? FactFinder(brief).found : QList<Finding>(); }};
}

} // namespace redoubt
