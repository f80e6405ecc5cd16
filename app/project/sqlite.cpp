#include "app/project/sqlite.h"

#include "app/base/words.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

namespace redoubt::sqlite {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::sqlite)
};

/// "UNIQUE constraint failed: event.key" → what the user did.
QString brokenRule(int extendedCode, const QString &message)
{
    const QString place =
        extendedCode == SQLITE_CONSTRAINT_DATATYPE ? message.section(u' ', -1) : message.section(QStringLiteral(": "), 1);
    switch (extendedCode) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return Words::tr("Another one already has this (%1); it must be unique.").arg(place);
    case SQLITE_CONSTRAINT_NOTNULL:
        return Words::tr("A value that is required is missing (%1).").arg(place);
    case SQLITE_CONSTRAINT_DATATYPE:
    case SQLITE_CONSTRAINT_CHECK:
        return Words::tr("A value is outside of what is allowed (%1).").arg(place);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return Words::tr("It refers to something that is not in the project.");
    case SQLITE_CONSTRAINT_TRIGGER:
        return Words::tr("A capture is never altered; capture the source again instead.");
    default:
        return message;
    }
}

QString notDone()
{
    return Words::tr("The project could not be read or changed; it is as it was.");
}

Error errorOf(int extended, const QString &message, const QString &what)
{
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return {what, Words::tr("The disk is full."), Words::tr("Free some space, then do it again."),
            Error::Kind::DiskFull};
    case SQLITE_READONLY:
        if (extended == SQLITE_READONLY_ROLLBACK) {
            return {what, Words::tr("A large change to it was cut off, and has not been taken back yet."),
                Words::tr("Open the project once so that it can be changed; then all is as it was before."), Error::Kind::InUse};
        }
        return {what, Words::tr("The file or its folder can only be read."),
            Words::tr("Save a copy in a folder of your own and work there."), Error::Kind::ReadOnly};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {what, Words::tr("The file is damaged (%1).").arg(message),
            Words::tr("Close the project and go back to a copy of it."), Error::Kind::Damaged};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {what, Words::tr("Another program is writing to the file."),
            Words::tr("Try again in a moment."), Error::Kind::InUse};
    case SQLITE_CONSTRAINT:
        return {what, brokenRule(extended, message), {}, Error::Kind::Refused};
    case SQLITE_TOOBIG:
        return {what, Words::tr("It is more than a project can hold in one piece (1 GB)."),
            Words::tr("Do it in smaller parts."), Error::Kind::Refused};
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
        return {what, Words::tr("The system does not allow it (%1).").arg(message),
            Words::tr("Check the permissions of the file and of its folder."), Error::Kind::NotAllowed};
    case SQLITE_IOERR:
        return {what, Words::tr("The disk reported an error (%1).").arg(message),
            Words::tr("Check that the disk is still there and has space."), Error::Kind::General};
    case SQLITE_INTERRUPT:
        return {what, Words::tr("It was stopped."), {}, Error::Kind::Cancelled};
    default:
        return {what, message, {}, Error::Kind::General};
    }
}

/// search_words(text): what the views and triggers of the full-text indexes are made of (resources/schema/013-words.sql).
void searchWordsFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    if (!text)
        return;
    const QByteArray words = searchWords({text, sqlite3_value_bytes(values[0])});
    sqlite3_result_text64(context, words.constData(), sqlite3_uint64(words.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace

sqlite3 *handle(const QSqlDatabase &connection)
{
    const QVariant variant = connection.driver()->handle();
    if (!variant.isValid() || qstrcmp(variant.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(variant.constData());
}

Error error(sqlite3 *db, const QString &what)
{
    const QString failed = what.isEmpty() ? notDone() : what;
    if (!db)
        return {failed, Words::tr("The file is not open."), Words::tr("Open the project again."), Error::Kind::General};
    return errorOf(sqlite3_extended_errcode(db), QString::fromUtf8(sqlite3_errmsg(db)), failed);
}

Error error(int code)
{
    return errorOf(code, QString::fromUtf8(sqlite3_errstr(code)), notDone());
}

Result<> execute(sqlite3 *db, const char *sql, const QString &what)
{
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK)
        return {};
    return std::unexpected(error(db, what));
}

Result<QString> text(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK)
        return std::unexpected(error(db));
    const int step = sqlite3_step(statement);
    QString value;
    if (step == SQLITE_ROW)
        value = QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    if (step != SQLITE_ROW && step != SQLITE_DONE)
        return std::unexpected(error(db));
    return value;
}

Result<> copyTo(sqlite3 *db, const QString &path)
{
    QString quoted = path;
    quoted.replace(u'\'', QStringLiteral("''"));
    return execute(db, QStringLiteral("VACUUM INTO '%1'").arg(quoted).toUtf8().constData());
}

void checkReferences(sqlite3 *db, bool check)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, int(check), nullptr);
}

Result<> harden(sqlite3 *db)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    checkReferences(db, true);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_extended_result_codes(db, 1);
    if (sqlite3_create_function_v2(db, "search_words", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
            searchWordsFunction, nullptr, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(error(db));
    return execute(db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;");
}

} // namespace redoubt::sqlite
