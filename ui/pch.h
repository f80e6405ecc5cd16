#pragma once

#include "app/pch.h"

#include <QtWidgets>
