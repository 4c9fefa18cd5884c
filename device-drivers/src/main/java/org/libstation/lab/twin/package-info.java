/// What hands and eyes can do at twins, whatever their make.
///
/// The flow: a make's [org.libstation.lab.twin.TwinProvider] is found as a service
/// ([org.libstation.lab.twin.Twins]) and makes its twin; the twin is one or more of the roles here
/// ([org.libstation.lab.twin.TagField], [org.libstation.lab.twin.CodeScanner],
/// [org.libstation.lab.twin.ReceiptPaper], [org.libstation.lab.twin.BookDrop]), and the demo,
/// scenarios, the bench, measures and `emulate` know no more of it. What can go wrong is told by
/// the twin itself ([org.libstation.lab.link.Twin#faults()]).
@NullMarked
package org.libstation.lab.twin;

import org.jspecify.annotations.NullMarked;
