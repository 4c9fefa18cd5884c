/// Belongs here: the desk, the outbox, doubt and looks: how a journal entry reaches the central
/// system.
///
/// Does not belong here: a concrete protocol or store.
///
/// [org.libstation.sync.Desk] serves the patron at the station. `Outbox` settles open entries, one
/// step at a time. `Lanes` gives each item one owner at a time. `Link` knows whether the central
/// system answers, and gates the requests. `Doubt` waits and looks before a fact is sent again.
@NullMarked
package org.libstation.sync;

import org.jspecify.annotations.NullMarked;
