#pragma once

#include <QByteArray>
#include <QString>

namespace redoubt {

/// The address of the feed that a web page names first (`<link rel="alternate" type="application/rss+xml" href="…">`, of Atom and
/// JSON Feed too); empty when it names none of the web. `address` is that of the page. Nothing is loaded.
[[nodiscard]] QString feedOfPage(const QByteArray &html, const QString &address);

} // namespace redoubt
