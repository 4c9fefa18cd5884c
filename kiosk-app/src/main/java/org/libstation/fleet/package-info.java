/// Belongs here: what a station and a fleet's page say to each other: news, orders, rights, the
/// page itself.
///
/// Does not belong here: what a station does for patrons.
///
/// What a station tells the fleet's page: [News], built from numbers, codes and words of its own
/// alone, go by [NewsDesk] over a [Broker], which a port of ours stands before. [NewsStore] keeps
/// what must not be lost over a restart. `docs/fleet.md` names each topic and member.
@NullMarked
package org.libstation.fleet;

import org.jspecify.annotations.NullMarked;
