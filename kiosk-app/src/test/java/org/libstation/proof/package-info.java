/// The whole station under a seeded clock, network and power.
///
/// The flow: [org.libstation.proof.Kiosk] puts the production flow, runner, bridge, drivers, desk,
/// outbox and journal file together, stepped by hand over lines in memory to the devices' twins;
/// [org.libstation.proof.Books] lays real tags on real pads and knows where each book is;
/// [org.libstation.proof.Visitor] plays the patrons at the twins and the keys;
/// [org.libstation.proof.StationDay] is one run with its troubles, its counter staff and its laws;
/// [org.libstation.proof.Miswiring] are wirings that must be caught.
@NullMarked
package org.libstation.proof;

import org.jspecify.annotations.NullMarked;
