/// The port to the library's central system, with a package for each protocol.
///
/// What follows from an answer does not belong here, but in `sync`.
///
/// The desk and the outbox send one request at a time through
/// [org.libstation.central.CentralSystem]. Each [org.libstation.circulation.Answer] is *accepted*,
/// *refused*, *not sent* or *unknown*. The program never treats *unknown* as another answer.
@NullMarked
package org.libstation.central;

import org.jspecify.annotations.NullMarked;
