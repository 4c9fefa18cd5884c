/// Belongs here: a station as member of a fleet: its state as news, and what remote orders of staff
/// do at it.
///
/// Does not belong here: how news and orders travel (fleet), and who may give orders
/// (fleet.rights).
@NullMarked
package org.libstation.fleet.station;

import org.jspecify.annotations.NullMarked;
