#include "ui/timeline/casualtiesfield.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr std::array members{&Casualties::low, &Casualties::best, &Casualties::high};

} // namespace

CasualtiesField::CasualtiesField(QWidget *parent)
    : ReadField(parent)
{
    const std::array names{u"casualties-low"_s, u"casualties-best"_s, u"casualties-high"_s};
    const std::array hints{tr("lowest"), tr("best"), tr("highest")};
    const std::array tips{tr("The lowest count of people killed or injured that a source gives"),
        tr("The count of people killed or injured that you hold most likely"),
        tr("The highest count of people killed or injured that a source gives")};
    for (size_t i = 0; i < m_edits.size(); ++i) {
        if (i > 0)
            line()->addWidget(new QLabel(u"≤"_s, this));
        auto *edit = m_edits[i] = new QLineEdit(this);
        edit->setObjectName(names[i]);
        edit->setPlaceholderText(hints[i]);
        edit->setToolTip(tips[i]);
        edit->setAccessibleName(tips[i]);
        line()->addWidget(edit, 1);
        connect(edit, &QLineEdit::textEdited, this, &CasualtiesField::read);
        connect(edit, &QLineEdit::editingFinished, this, &CasualtiesField::enter);
    }
    setFocusProxy(m_edits.front());
}

void CasualtiesField::setCasualties(const Casualties &casualties)
{
    m_shown = casualties;
    for (size_t i = 0; i < m_edits.size(); ++i) {
        const auto &count = casualties.*members[i];
        m_edits[i]->setText(count ? locale().toString(*count) : QString());
    }
    read();
}

Result<Casualties> CasualtiesField::casualties() const
{
    Casualties all;
    for (size_t i = 0; i < m_edits.size(); ++i) {
        const auto count = readCount(m_edits[i]->text());
        if (!count)
            return failure(count);
        all.*members[i] = *count;
    }
    if (auto checked = checkCasualties(all); !checked)
        return failure(checked);
    return all;
}

bool CasualtiesField::isChanged() const
{
    const auto now = casualties();
    return !now || *now != m_shown;
}

void CasualtiesField::read()
{
    if (const auto now = casualties(); !now && isChanged())
        showProblem(now.error().why + u' ' + now.error().remedy);
    else
        showReading({});
}

void CasualtiesField::enter()
{
    const auto now = casualties();
    if (!now || *now == m_shown)
        return;
    setCasualties(*now);
    Q_EMIT casualtiesEntered(*now);
}

} // namespace redoubt
