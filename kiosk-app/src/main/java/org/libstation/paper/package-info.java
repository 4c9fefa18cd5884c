/// Belongs here: the layout of receipts and slips, and lists for staff on paper and as tables.
///
/// Does not belong here: the printer (`device`), and which receipt is due (`flow`).
///
/// At the start [LayoutFile] reads the site's template, checks it against the texts of all
/// languages and the width of the paper, and returns a [Layout] for composing receipts. A template
/// has no field for a person.
@NullMarked
package org.libstation.paper;

import org.jspecify.annotations.NullMarked;
