#include "ui/brief/syntax.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/State>

#include <QThread>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Goes through a text so that the patterns of a definition are compiled.
class Compiler : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    void compile(const KSyntaxHighlighting::Definition &definition)
    {
        setDefinition(definition);
        (void)highlightLine(u"An [event](event:key), *strong*, “quoted” [@source, p. 2] `code` <b> &amp; 1. - | \\ https://e.org"_s, {});
    }

protected:
    void applyFormat(int, int, const KSyntaxHighlighting::Format &) override {}
};

} // namespace

Syntax::Syntax(QThreadPool &aside)
{
    std::packaged_task read([] {
        auto repository = std::make_unique<KSyntaxHighlighting::Repository>();
        repository->addCustomSearchPath(u":"_s);
        Compiler().compile(repository->definitionForName(u"Redoubt Brief"_s));
        repository->moveToThread(nullptr);
        return repository;
    });
    m_reading = read.get_future();
    aside.start(std::move(read));
}

KSyntaxHighlighting::Repository &Syntax::repository()
{
    if (!m_repository) {
        m_repository = m_reading.get();
        m_repository->moveToThread(QThread::currentThread());
    }
    return *m_repository;
}

} // namespace redoubt
