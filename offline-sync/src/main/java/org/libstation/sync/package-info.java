/// Belongs here: the desk, the outbox, doubt and look-up: how an entry becomes true centrally.
///
/// Does not belong here: a concrete protocol or store.
///
/// How what happened here becomes true centrally.
///
/// The flow: [org.libstation.sync.Desk] serves the patron in front of the station; `Outbox` settles
/// what is still open, one step at a time; `Lanes` lets only one of them own an item; `Link` knows
/// whether the central system answers and chooses the wording, never another path; `Doubt` waits
/// and looks before a fact is sent again.
@NullMarked
package org.libstation.sync;

import org.jspecify.annotations.NullMarked;
