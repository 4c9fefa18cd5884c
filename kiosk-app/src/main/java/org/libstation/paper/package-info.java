/// Belongs here: layout of receipts and slips, and lists for staff on paper and as tables.
///
/// Does not belong here: the printer (device) and which receipt is due (flow).
///
/// How a receipt is laid out: the site's own template.
///
/// The flow: [LayoutFile] reads and checks the template at the start, once, against the texts of
/// all languages and the width of the paper, and gives a [Layout]; with it receipts are composed. A
/// template has no field that could hold a person.
@NullMarked
package org.libstation.paper;

import org.jspecify.annotations.NullMarked;
