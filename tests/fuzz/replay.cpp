// Stands in for libFuzzer's main: gives each file of a folder to the fuzz target, and the empty input.
// A target that finds something wrong aborts, and so does this. A folder without files is an error, so that a test
// cannot pass by replaying nothing.

#include <QDirIterator>
#include <QFile>

#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

void replay(const QByteArray &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.constData()), size_t(input.size()));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: fuzz_NAME FOLDER\n", stderr);
        return 2;
    }
    int count = 0;
    QDirIterator files(QFile::decodeName(argv[1]), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot be read: %s\n", qPrintable(file.fileName()));
            return 1;
        }
        std::printf("%s\n", qPrintable(file.fileName()));
        std::fflush(stdout);
        replay(file.readAll());
        ++count;
    }
    replay({});
    std::printf("%d inputs\n", count);
    return count > 0 ? 0 : 1;
}
