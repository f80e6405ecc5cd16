#pragma once

#include "app/base/result.h"

#include <QTest>

/// QVERIFY on a Result, with its error as the message.
#define VERIFY_OK(result) \
    do { \
        const auto &outcome = (result); \
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text())); \
    } while (false)
