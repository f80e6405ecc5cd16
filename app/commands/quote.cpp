#include "app/commands/command.h"

#include "app/brief/verification.h"
#include "app/project/project.h"
#include "app/sources/capture.h"
#include "app/sources/citationkey.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::QuoteCommand)
};

using Status = Verification::Status;

constexpr qsizetype longestQuotation = 16 * 1024 * 1024; ///< bytes

constexpr Names<Status, 4> statusNames{{{{Status::Exact, "exact"_L1}, {Status::Altered, "altered"_L1},
    {Status::NotFound, "not-found"_L1}, {Status::NothingCaptured, "nothing-captured"_L1}}}};

std::unexpected<Error> unknownSource(const Reader &reader, const QString &key)
{
    const auto all = sources(reader);
    if (!all)
        return failure(all);
    const QStringList near = nearestKeys(*all, key);
    return failure(Words::tr("The quotation was not verified."), Words::tr("There is no source “%1”.").arg(key),
        near.isEmpty() ? Words::tr("Name a source by its citation key.")
                        : Words::tr("The nearest are: %1.").arg(near.join(u", "_s)));
}

/// The words without the marks around them, which are the brief's and not the source's; empty where there are none.
QStringView withoutMarks(QStringView text)
{
    text = text.trimmed();
    const bool marked = text.size() > 2 && isQuotationMark(text.front()) && isQuotationMark(text.back());
    return marked ? text.sliced(1, text.size() - 2) : QStringView();
}

Verification verified(const QString &text, const QStringList &captured)
{
    std::vector<FoldedText> texts(captured.begin(), captured.end());
    Verification found = verify(text, texts);
    if (const QStringView bare = withoutMarks(text); found.status != Status::Exact && !bare.isEmpty()) {
        Verification inner = verify(bare, texts);
        if (inner.status <= found.status)
            return inner;
    }
    return found;
}

QString sentence(const Verification &found)
{
    switch (found.status) {
    case Status::Exact:
        return Words::tr("Exact: the source has these words.");
    case Status::Altered:
        return found.otherOrder ? Words::tr("Altered: the source has these passages in another order.")
                                : Words::tr("Altered: the source has other words.");
    case Status::NotFound:
        return Words::tr("Not found: the source has nothing like it.");
    case Status::NothingCaptured:
        return Words::tr("Nothing captured: there is no text of the source to verify it against.");
    }
    return {};
}

Answer answerOf(const Verification &found, const QList<Capture> &captures)
{
    Answer answer;
    answer.verdict = found.status == Status::Exact ? Answer::Verdict::Yes : Answer::Verdict::No;
    answer.text = sentence(found) + u'\n';
    QJsonObject json{{u"status"_s, statusNames.name(found.status)}, {u"nearest"_s, QJsonValue()}, {u"start"_s, QJsonValue()},
        {u"end"_s, QJsonValue()}, {u"difference"_s, QJsonValue()}, {u"capture"_s, QJsonValue()}};
    if (found.capture >= 0) {
        const QString at = captures.at(found.capture).capturedAt.toString(Qt::ISODate);
        const auto [first, last] = std::ranges::minmax_element(found.passages, {}, &TextRange::offset);
        const qsizetype start = first == found.passages.end() ? 0 : first->offset;
        const qsizetype end = last == found.passages.end() ? start : last->end();
        json[u"nearest"_s] = found.nearest;
        json[u"start"_s] = start;
        json[u"end"_s] = end;
        json[u"capture"_s] = at;
        answer.text += Words::tr("  captured %1, characters %2 to %3: %4").arg(at).arg(start).arg(end).arg(found.nearest) + u'\n';
    }
    if (found.status == Status::Altered) {
        const QString difference = differenceText(found.difference);
        json[u"difference"_s] = difference;
        answer.text += Words::tr("  difference: %1").arg(difference) + u'\n';
    }
    answer.json = json;
    return answer;
}

Result<Answer> run(const QCommandLineParser &parser)
{
    const QStringList arguments = parser.positionalArguments();
    const QString key = parser.value(u"source"_s);
    const QString text = arguments.at(1);
    const QString what = Words::tr("The quotation was not verified.");
    if (!parser.isSet(u"source"_s))
        return failure(what, Words::tr("No source was named."), Words::tr("Name it with --source KEY."));
    if (text.size() > longestQuotation)
        return failure(what, Words::tr("It is longer than 16 MiB."), Words::tr("Verify it in parts."), Error::Kind::Invalid);
    if (FoldedText(text).text().isEmpty())
        return failure(what, Words::tr("There are no words in it."), Words::tr("Give the words of the quotation."), Error::Kind::Invalid);
    const auto project = Project::open(arguments.first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const Reader &reader = (*project)->reader();
    const auto source = sourceByKey(reader, key.startsWith(u'@') ? key.sliced(1) : key);
    if (!source)
        return failure(source);
    if (!*source)
        return unknownSource(reader, key);
    const auto all = captures(reader, (*source)->id);
    if (!all)
        return failure(all);
    QStringList texts;
    for (const Capture &capture : *all)
        texts.append(capture.text);
    return answerOf(verified(text, texts), *all);
}

} // namespace

Command quoteCommand()
{
    return {u"quote"_s, u"FILE --source KEY TEXT"_s, Words::tr("Verifies a quotation against what was captured of its source."),
        Words::tr("Quotation marks, white space, dashes and soft hyphens may differ. […] and ... join passages that follow each other, "
                  "[words] are an editor's insertion. All captures are looked at, the latest first; start and end count UTF-16 units of "
                  "the text of that one. Exits 1 when the words are not exactly there."),
        {QCommandLineOption{u"source"_s, Words::tr("the source by its citation key"), u"KEY"_s}}, 2, 2, run};
}

} // namespace redoubt
