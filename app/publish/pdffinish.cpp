#include "app/publish/pdffinish.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <string>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Pdf)
};

using Object = QPDFObjectHandle;

const char *roleName(Element::Role role)
{
    using enum Element::Role;
    switch (role) {
    case Document: return "/Document";
    case H1: return "/H1";
    case H2: return "/H2";
    case H3: return "/H3";
    case P: return "/P";
    case L: return "/L";
    case LI: return "/LI";
    case Lbl: return "/Lbl";
    case LBody: return "/LBody";
    case BlockQuote: return "/BlockQuote";
    case Code: return "/Code";
    case Table: return "/Table";
    case TR: return "/TR";
    case TH: return "/TH";
    case TD: return "/TD";
    case Figure: return "/Figure";
    case Caption: return "/Caption";
    case Note: return "/Note";
    case Reference: return "/Reference";
    case Link: return "/Link";
    case Sect: return "/Sect";
    case Span: return "/Span";
    }
    return "/Span";
}

Object text(const QString &value)
{
    return Object::newUnicodeString(value.toStdString());
}

QString lettersOf(const Piece &piece)
{
    QString letters;
    for (const Mark &mark : piece.marks) {
        if (const auto *run = std::get_if<GlyphRun>(&mark))
            letters += QString::fromUtf8(run->text);
    }
    return letters;
}

class Finisher
{
public:
    Finisher(const QByteArray &drawn, const Pages &pages, const Publication &publication) : m_pages(pages), m_publication(publication)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("drawn", drawn.constData(), size_t(drawn.size()));
    }

    QByteArray run()
    {
        // cairo's own tree goes before anything looks into it: its artifacts have no objects.
        m_pdf.getRoot().removeKey("/StructTreeRoot");
        m_sheets = m_pdf.getAllPages();
        locatePieces();
        addElements();
        addTree();
        describe();
        QPDFWriter writer(m_pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setMinimumPDFVersion("1.7");
        writer.write();
        const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
    }

private:
    struct Place
    {
        int page = -1;
        int mark = -1; ///< the number of its marked content on the page
        const Piece *piece = nullptr;
    };

    void locatePieces()
    {
        for (size_t page = 0; page < m_pages.pages.size(); ++page) {
            int mark = 0;
            const Piece *before = nullptr;
            for (const Piece &piece : m_pages.pages[page].pieces) {
                if (!isContent(piece))
                    continue;
                const bool continues = before && continuesContent(m_pages, *before, piece);
                before = &piece;
                if (continues)
                    continue;
                if (m_places.size() <= size_t(piece.number))
                    m_places.resize(size_t(piece.number) + 1);
                m_places[size_t(piece.number)] = {int(page), mark++, &piece};
            }
        }
    }

    [[nodiscard]] Place place(int piece) const
    {
        return piece >= 0 && size_t(piece) < m_places.size() ? m_places[size_t(piece)] : Place();
    }

    /// Where an element begins.
    [[nodiscard]] Place firstPlace(int element) const
    {
        for (const Element::Kid &kid : m_pages.elements[size_t(element)].kids) {
            const Place found = kid.element >= 0 ? firstPlace(kid.element) : place(kid.piece);
            if (found.piece)
                return found;
        }
        return {};
    }

    void addElements()
    {
        m_objects.resize(m_pages.elements.size());
        m_parents.resize(m_pages.pages.size());
        for (size_t i = 0; i < m_pages.elements.size(); ++i)
            m_objects[i] = m_pdf.makeIndirectObject(Object::newDictionary());
        m_annotations.resize(m_pages.pages.size());
        m_root = m_pdf.makeIndirectObject(Object::newDictionary());
        addElement(0);
    }

    /// The element and all below it, in the order of reading.
    void addElement(int index)
    {
        const Element &element = m_pages.elements[size_t(index)];
        Object &object = m_objects[size_t(index)];
        object.replaceKey("/Type", Object::newName("/StructElem"));
        object.replaceKey("/S", Object::newName(roleName(element.role)));
        object.replaceKey("/P", element.parent < 0 ? m_root : m_objects[size_t(element.parent)]);
        if (!element.alternative.isEmpty())
            object.replaceKey("/Alt", text(element.alternative));
        if (element.role == Element::Role::TH)
            object.replaceKey("/A", Object::parse(element.headsRow ? "<< /O /Table /Scope /Row >>" : "<< /O /Table /Scope /Column >>"));
        if (element.role == Element::Role::L)
            object.replaceKey("/A", Object::parse(element.ordered ? "<< /O /List /ListNumbering /Decimal >>"
                                                                  : "<< /O /List /ListNumbering /Disc >>"));
        if (element.rule != Element::Rule::None) {
            object.replaceKey("/A", Object::parse(element.rule == Element::Rule::Under ? "<< /O /Layout /TextDecorationType /Underline >>"
                                                                                       : "<< /O /Layout /TextDecorationType /LineThrough >>"));
        }
        if (element.role == Element::Role::Note)
            object.replaceKey("/ID", Object::newString("note-" + std::to_string(index)));
        if (element.role == Element::Role::Figure)
            addBox(index, object);

        Object kids = Object::newArray();
        int sheet = -1;
        for (const Element::Kid &kid : element.kids) {
            if (kid.element >= 0) {
                addElement(kid.element);
                kids.appendItem(m_objects[size_t(kid.element)]);
            } else if (const Place where = place(kid.piece); where.piece) {
                addMark(kids, where, index, sheet);
            }
        }
        if (sheet >= 0)
            object.replaceKey("/Pg", m_sheets[size_t(sheet)]);
        object.replaceKey("/K", kids);
    }

    void addBox(int index, Object &object)
    {
        const Place where = firstPlace(index);
        if (!where.piece)
            return;
        Object attributes = Object::parse("<< /O /Layout /Placement /Block >>");
        attributes.replaceKey("/BBox", box(*where.piece));
        object.replaceKey("/A", attributes);
    }

    void addMark(Object &kids, const Place &where, int index, int &sheet)
    {
        sheet = sheet < 0 ? where.page : sheet;
        if (where.page == sheet) {
            kids.appendItem(Object::newInteger(where.mark));
        } else {
            Object reference = Object::newDictionary();
            reference.replaceKey("/Type", Object::newName("/MCR"));
            reference.replaceKey("/Pg", m_sheets[size_t(where.page)]);
            reference.replaceKey("/MCID", Object::newInteger(where.mark));
            kids.appendItem(reference);
        }
        std::vector<int> &parents = m_parents[size_t(where.page)];
        if (parents.size() <= size_t(where.mark))
            parents.resize(size_t(where.mark) + 1, -1);
        parents[size_t(where.mark)] = index;
        if (m_pages.elements[size_t(index)].role == Element::Role::Link)
            addAnnotation(kids, where, index);
    }

    [[nodiscard]] Object box(const Piece &piece) const
    {
        const double top = m_pages.size.height() - piece.y;
        return Object::newArray(Object::Rectangle(piece.x, top - piece.height, piece.x + piece.width, top));
    }

    void addAnnotation(Object &kids, const Place &where, int index)
    {
        const Element &link = m_pages.elements[size_t(index)];
        Object annotation = Object::newDictionary();
        annotation.replaceKey("/Type", Object::newName("/Annot"));
        annotation.replaceKey("/Subtype", Object::newName("/Link"));
        annotation.replaceKey("/Rect", box(*where.piece));
        annotation.replaceKey("/Border", Object::parse("[0 0 0]"));
        annotation.replaceKey("/F", Object::newInteger(4));
        annotation.replaceKey("/Contents", text(lettersOf(*where.piece)));
        if (!link.target.address.isEmpty()) {
            Object action = Object::parse("<< /Type /Action /S /URI >>");
            action.replaceKey("/URI", Object::newString(link.target.address.toStdString()));
            annotation.replaceKey("/A", action);
        } else {
            const Place target = link.target.element < 0 ? Place() : firstPlace(link.target.element);
            if (!target.piece)
                return;
            Object destination = Object::newArray();
            destination.appendItem(m_sheets[size_t(target.page)]);
            destination.appendItem(Object::newName("/XYZ"));
            destination.appendItem(Object::newInteger(0));
            destination.appendItem(Object::newReal(m_pages.size.height() - target.piece->y + 6, 2));
            destination.appendItem(Object::newNull());
            annotation.replaceKey("/Dest", destination);
        }
        const auto key = (long long)(m_pages.pages.size() + m_links.size());
        annotation.replaceKey("/StructParent", Object::newInteger(key));
        annotation = m_pdf.makeIndirectObject(annotation);
        m_links.push_back(index);
        m_annotations[size_t(where.page)].push_back(annotation);
        Object reference = Object::newDictionary();
        reference.replaceKey("/Type", Object::newName("/OBJR"));
        reference.replaceKey("/Pg", m_sheets[size_t(where.page)]);
        reference.replaceKey("/Obj", annotation);
        kids.appendItem(reference);
    }

    void addTree()
    {
        Object numbers = Object::newArray();
        for (size_t page = 0; page < m_sheets.size(); ++page) {
            Object parents = Object::newArray();
            for (const int element : m_parents[page])
                parents.appendItem(element < 0 ? Object::newNull() : m_objects[size_t(element)]);
            numbers.appendItem(Object::newInteger((long long)page));
            numbers.appendItem(m_pdf.makeIndirectObject(parents));
            Object &sheet = m_sheets[page];
            sheet.replaceKey("/StructParents", Object::newInteger((long long)page));
            sheet.replaceKey("/Tabs", Object::newName("/S"));
            if (!m_annotations[page].empty())
                sheet.replaceKey("/Annots", Object::newArray(m_annotations[page]));
        }
        for (size_t i = 0; i < m_links.size(); ++i) {
            numbers.appendItem(Object::newInteger((long long)(m_sheets.size() + i)));
            numbers.appendItem(m_objects[size_t(m_links[i])]);
        }
        Object tree = Object::newDictionary();
        tree.replaceKey("/Nums", numbers);
        m_root.replaceKey("/Type", Object::newName("/StructTreeRoot"));
        m_root.replaceKey("/K", m_objects[0]);
        m_root.replaceKey("/ParentTree", m_pdf.makeIndirectObject(tree));
        m_root.replaceKey("/ParentTreeNextKey", Object::newInteger((long long)(m_sheets.size() + m_links.size())));
        m_pdf.getRoot().replaceKey("/StructTreeRoot", m_root);
    }

    void describe()
    {
        Object catalog = m_pdf.getRoot();
        catalog.replaceKey("/Lang", text(m_publication.language));
        catalog.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
        catalog.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
        catalog.replaceKey("/PageLabels", Object::parse("<< /Nums [0 << /S /D >>] >>"));
        if (!m_pages.bookmarks.empty())
            catalog.replaceKey("/PageMode", Object::newName("/UseOutlines"));
        Object metadata = Object::newStream(&m_pdf, xmp().toStdString());
        metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
        catalog.replaceKey("/Metadata", metadata);
    }

    [[nodiscard]] QString xmp() const
    {
        const auto escaped = [](const QString &value) { return value.toHtmlEscaped(); };
        const QDateTime created = m_publication.created.isValid() ? m_publication.created.toUTC()
                                                                  : QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC);
        QString keywords;
        for (const QString &word : m_publication.keywords)
            keywords += u"<rdf:li>"_s + escaped(word) + u"</rdf:li>"_s;
        return uR"(<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>%2</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%3</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>%4</rdf:li></rdf:Bag></dc:language>
<dc:subject><rdf:Bag>%5</rdf:Bag></dc:subject>
<xmp:CreateDate>%6</xmp:CreateDate><xmp:ModifyDate>%6</xmp:ModifyDate><xmp:CreatorTool>Redoubt %7</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>)"_s
            .arg(escaped(m_publication.title), escaped(m_publication.byline), escaped(m_publication.project),
                escaped(m_publication.language), keywords, created.toString(Qt::ISODate), u"" REDOUBT_VERSION ""_s);
    }

    const Pages &m_pages;
    const Publication &m_publication;
    QPDF m_pdf;
    std::vector<Object> m_sheets;
    std::vector<Place> m_places; ///< by the number of the piece
    std::vector<Object> m_objects;
    std::vector<std::vector<int>> m_parents; ///< of each page, the elements of its marked contents
    std::vector<std::vector<Object>> m_annotations;
    std::vector<int> m_links; ///< the Link elements of the annotations, in their order
    Object m_root;
};

} // namespace

bool isContent(const Piece &piece)
{
    return piece.element >= 0 && !piece.marks.empty();
}

bool continuesContent(const Pages &pages, const Piece &before, const Piece &piece)
{
    return piece.element == before.element && pages.elements[size_t(piece.element)].role != Element::Role::Link;
}

Result<QByteArray> finishPdf(const QByteArray &drawn, const Pages &pages, const Publication &publication)
{
    try {
        return Finisher(drawn, pages, publication).run();
    } catch (const std::exception &problem) {
        return failure(Tr::tr("The PDF could not be finished."), QString::fromUtf8(problem.what()),
            Tr::tr("This is a mistake in Redoubt. The brief itself is not harmed."));
    }
}

} // namespace redoubt
