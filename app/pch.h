#pragma once

#include <QtCore>
#include <QtGui>
#include <QtSql>

#include <algorithm>
#include <array>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>
