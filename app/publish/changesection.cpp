// The part of Composer that sets what has changed since an earlier version.

#include "app/publish/composer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr double gap = 10;

} // namespace

void Composer::addChanges()
{
    if (!m_publication.changes)
        return;
    const PublishedChanges &changes = *m_publication.changes;
    addSectionHeading(changes.heading);
    addSmallText(changes.summary, style::caption, 0, !changes.changes.isEmpty());
    QString section;
    int list = -1;
    for (const PublishedChange &change : changes.changes) {
        if (!proceeds())
            return;
        if (list < 0 || change.section != section) {
            if (!change.section.isEmpty())
                addHeading(change.section, {}, 2);
            list = element(Element::Role::L, m_body.parent);
            section = change.section;
        }
        addChange(change, list);
    }
    addBreak();
}

/// What it is in the margin column, beside its words. The label comes first in the tree, so it is made before them.
void Composer::addChange(const PublishedChange &change, int list)
{
    const int item = element(Element::Role::LI, list);
    Frame margin = m_body;
    margin.x = m_left;
    margin.width = style::marginColumn - gap;
    margin.line = style::tableLine;
    margin.text = style::meta;
    ParagraphSettings settings;
    settings.align = ParagraphSettings::Align::Left;
    settings.hyphenate = false;
    settings.width = margin.width;
    std::vector<SetLine> labels = m_typesetter.set({{change.what, style::meta, element(Element::Role::Lbl, item)}}, settings);
    Strip labelStrip;
    for (size_t i = 0; i < labels.size(); ++i) {
        Strip line = lineStrip(labels[i], margin, style::line / 2 + style::body.size * 0.33);
        for (Piece &piece : line.pieces) {
            movePiece(piece, double(i) * margin.line);
            labelStrip.pieces.push_back(std::move(piece));
        }
    }

    const int paragraph = element(Element::Role::P, element(Element::Role::LBody, item));
    Texts texts;
    for (const TextRun &run : change.runs) {
        int part = paragraph;
        if (run.kind != TextRun::Kind::Unchanged) {
            part = element(Element::Role::Span, paragraph);
            m_flow.elements[size_t(part)].rule = run.kind == TextRun::Kind::Added ? Element::Rule::Under : Element::Rule::Through;
        }
        TextStyle style = style::body;
        style.colour = run.kind == TextRun::Kind::Removed ? style::soft : style::ink;
        texts.push_back({run.text, style, part});
    }
    const size_t first = m_flow.strips.size();
    settings.align = ParagraphSettings::Align::Left;
    addParagraph(texts, m_body, settings, style::line / 2);
    if (first == m_flow.strips.size())
        m_flow.strips.push_back(std::move(labelStrip));
    else
        std::ranges::move(labelStrip.pieces, std::back_inserter(m_flow.strips[first].pieces));
    // A label may have more lines than what it stands beside.
    double height = 0;
    for (size_t i = first; i < m_flow.strips.size(); ++i)
        height += m_flow.strips[i].height;
    m_flow.strips.back().height += std::max(0.0, double(labels.size()) * margin.line - height);
}

} // namespace redoubt
