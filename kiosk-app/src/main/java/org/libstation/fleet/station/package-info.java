/// Belongs here: a station as one of a fleet: what its state says as news, and what orders from
/// staff far away do at it.
///
/// Does not belong here: how news and orders travel (fleet), and who may give them (fleet.rights).
@NullMarked
package org.libstation.fleet.station;

import org.jspecify.annotations.NullMarked;
