/// The simulation: the production desk, outbox, doubt, link and SIP2 client on a real journal file,
/// against the embedded library, under a seeded clock, network and power.
///
/// The flow: a [org.libstation.simulation.Day] takes random or scripted steps of patrons, counter
/// staff and a second station; [org.libstation.simulation.World] alone keeps where each book is;
/// [org.libstation.simulation.Laws] are checked after every step and at the end, healed.
@NullMarked
package org.libstation.simulation;

import org.jspecify.annotations.NullMarked;
