/// The roles of twins: how people act on a simulated device, whatever its make. The twins
/// themselves belong to the `lab` package beside their driver.
///
/// [org.libstation.lab.twin.Twins] finds a make's [org.libstation.lab.twin.TwinProvider] as a
/// service, which makes the twin. The twin has one or more of the roles here, such as
/// [org.libstation.lab.twin.TagField], [org.libstation.lab.twin.CodeScanner],
/// [org.libstation.lab.twin.ReceiptPaper] and [org.libstation.lab.twin.BookDrop]. The demo,
/// scenarios, the bench, measures and `emulate` know nothing else of it. Each twin lists its own
/// faults ([org.libstation.lab.link.Twin#faults()]).
@NullMarked
package org.libstation.lab.twin;

import org.jspecify.annotations.NullMarked;
