#include "ui/brief/textfinding.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/textmarks.h"

#include <QTextCursor>

#include <algorithm>

namespace redoubt {

namespace {

constexpr int pauseAfterKey = 150; // ms
constexpr qsizetype mostApart = 1000; // replacements that are made one by one, so that the text between them stays as it is

} // namespace

TextFinding::TextFinding(BriefTextEdit &editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_pool.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterKey);
    connect(&m_pause, &QTimer::timeout, this, &TextFinding::lookAgain);
    connect(&editor, &BriefTextEdit::edited, this, [this] {
        if (!m_finder)
            return;
        cancel();
        m_pause.start();
    });
}

TextFinding::~TextFinding()
{
    cancel();
    m_pool.waitForDone();
}

const QList<TextRange> &TextFinding::places() const
{
    return m_editor.marks().ranges(TextMarks::Kind::Found);
}

std::optional<TextRange> TextFinding::scope() const
{
    const QList<TextRange> &scopes = m_editor.marks().ranges(TextMarks::Kind::Scope);
    return scopes.isEmpty() ? std::nullopt : std::optional(scopes.first());
}

TextRange TextFinding::stretch() const
{
    return scope().value_or(TextRange{0, m_editor.document()->characterCount() - 1});
}

void TextFinding::look(const Sought &sought, std::optional<TextRange> scope)
{
    m_editor.marks().set(TextMarks::Kind::Scope, scope ? QList{*scope} : QList<TextRange>());
    m_finder.reset();
    m_error.reset();
    if (auto made = Finder::make(sought))
        m_finder = std::move(*made);
    else
        m_error = made.error();
    if (sought.text.isEmpty())
        m_finder.reset();
    if (m_finder)
        return lookAgain();
    cancel();
    take(QList<TextRange>());
}

void TextFinding::stop()
{
    cancel();
    m_finder.reset();
    m_error.reset();
    m_editor.marks().set(TextMarks::Kind::Found, {});
    m_editor.marks().set(TextMarks::Kind::Scope, {});
}

void TextFinding::cancel()
{
    m_pause.stop();
    if (m_state)
        m_state->stop();
    m_state.reset();
}

/// `done` is called on this thread, unless something else was begun or the text has changed meanwhile.
template<class T>
void TextFinding::start(std::function<Result<T>(const QString &, TextRange, const JobState &)> work, std::function<void(const Result<T> &)> done)
{
    cancel();
    m_state = std::make_shared<JobState>();
    m_pool.start([this, state = m_state, text = m_editor.text(), within = stretch(), work = std::move(work), done = std::move(done)] {
        const Result<T> result = work(text, within, *state);
        QMetaObject::invokeMethod(this, [this, state, result, done] {
            if (state != m_state)
                return;
            m_state.reset();
            done(result);
        }, Qt::QueuedConnection);
    });
}

void TextFinding::lookAgain()
{
    start<QList<TextRange>>(
        [finder = *m_finder](const QString &text, TextRange within, const JobState &state) { return finder.places(text, within, state); },
        [this](const Result<QList<TextRange>> &places) {
            m_error = places ? std::nullopt : std::optional(places.error());
            take(places);
        });
}

void TextFinding::take(const Result<QList<TextRange>> &places)
{
    m_editor.marks().set(TextMarks::Kind::Found, places ? *places : QList<TextRange>());
    Q_EMIT found();
}

Result<bool> TextFinding::replace(TextRange place, const QString &by)
{
    QList<TextRange> others = places();
    const auto here = std::ranges::lower_bound(others, place.offset, {}, &TextRange::offset);
    if (!m_finder || here == others.end() || *here != place)
        return false;
    const TextRange all = stretch();
    const qsizetype from = here == others.begin() ? all.offset : (here - 1)->end();
    const auto written = m_finder->replacementAt(m_editor.text(), {from, all.end() - from}, place, by);
    if (!written)
        return failure(written);
    if (!*written)
        return false;
    others.erase(here);
    m_editor.marks().set(TextMarks::Kind::Found, std::move(others));
    m_editor.replace(place, **written);
    return true;
}

void TextFinding::replaceAll(const QString &by)
{
    if (!m_finder)
        return;
    start<QList<Replacement>>(
        [finder = *m_finder, by](const QString &text, TextRange within, const JobState &state) {
            return finder.replacements(text, within, by, state);
        },
        [this](const Result<QList<Replacement>> &replacements) {
            m_pause.start();
            if (!replacements) {
                Q_EMIT failed(replacements.error());
                return;
            }
            apply(*replacements);
            Q_EMIT replaced(replacements->size());
        });
}

void TextFinding::apply(const QList<Replacement> &replacements)
{
    if (replacements.isEmpty())
        return;
    m_editor.marks().set(TextMarks::Kind::Found, {});
    if (replacements.size() > mostApart) {
        const qsizetype from = replacements.first().range.offset;
        const TextRange span{from, replacements.last().range.end() - from};
        QList<Replacement> within = replacements;
        for (Replacement &replacement : within)
            replacement.range.offset -= from;
        m_editor.replace(span, withReplacements(m_editor.text(span), within));
        return;
    }
    QTextCursor cursor(m_editor.document());
    cursor.beginEditBlock();
    for (qsizetype i = replacements.size(); i-- > 0;) {
        cursor.setPosition(int(replacements[i].range.offset));
        cursor.setPosition(int(replacements[i].range.end()), QTextCursor::KeepAnchor);
        cursor.insertText(replacements[i].text);
    }
    cursor.endEditBlock();
}

} // namespace redoubt
