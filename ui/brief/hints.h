#pragma once

#include "app/base/likelihood.h"
#include "app/brief/citation.h"
#include "app/project/project.h"
#include "ui/workbench/selection.h"

namespace redoubt {

class BriefTextEdit;
class DraftReader;
struct Mention;

/// What is known of something in a brief's text.
struct Hint
{
    TextRange range{};
    QString text{};           ///< rich text of a few lines
    Thing thing{};            ///< what it speaks of, in another panel
    qsizetype place = -1;     ///< or a place of the brief that it leads to
    bool isQuotation = false; ///< the card of quotations can do more

    [[nodiscard]] bool leadsOn() const { return !thing.isNone() || place >= 0; }
};

/// Knows what stands at a place of a text as it was read last: citations, links to events and indicators, references to footnotes
/// and back, quotations, and phrases of the brief's scale of likelihood.
class Hints
{
public:
    /// They must live longer.
    Hints(const Project &project, const DraftReader &reader, const BriefTextEdit &editor);

    void setScale(LikelihoodScale scale) { m_scale = scale; }

    /// The innermost of them; nothing while the text is not read yet.
    [[nodiscard]] std::optional<Hint> at(qsizetype position) const;

private:
    [[nodiscard]] Hint of(const Mention &mention) const;
    [[nodiscard]] QString sourceText(const QString &key) const;
    [[nodiscard]] QString eventText(const QString &key) const;
    [[nodiscard]] QString indicatorText(const Thing &thing, const QString &key) const;
    [[nodiscard]] std::optional<Hint> noteAt(qsizetype position) const;
    [[nodiscard]] std::optional<Hint> likelihoodAt(qsizetype position) const;
    /// A first line that stands out, and lines below it; empty ones are left out.
    [[nodiscard]] QString lines(const QString &first, const QStringList &more) const;

    const Project &m_project;
    const DraftReader &m_reader;
    const BriefTextEdit &m_editor;
    LikelihoodScale m_scale = LikelihoodScale::Icd203;
};

} // namespace redoubt
