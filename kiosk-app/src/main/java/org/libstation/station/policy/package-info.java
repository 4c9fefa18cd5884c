/// Belongs here: the rules in force, with their feeds, notices and opening hours.
///
/// Does not belong here: how a policy is signed and read (module `offline-sync`).
@NullMarked
package org.libstation.station.policy;

import org.jspecify.annotations.NullMarked;
