/// The SIP2 way to the central system, client side, and the messages for both sides.
///
/// The flow, outwards: [org.libstation.central.sip2.Sip2System] builds a
/// [org.libstation.central.sip2.Sip2Request], [org.libstation.central.sip2.Sip2Session] numbers it,
/// [org.libstation.central.sip2.Sip2Codec] turns it into bytes and a
/// [org.libstation.central.link.Transport] carries them. Inwards: bytes are cut into lines by
/// [org.libstation.central.sip2.Sip2Framer], judged by their
/// [org.libstation.central.sip2.Sip2Trailer] and read into a
/// [org.libstation.central.sip2.Sip2Response]. Which fields a message has, in both directions,
/// stands in [org.libstation.central.sip2.Sip2Layout]; tools that only show what was said take
/// lines apart by it with [org.libstation.central.sip2.Sip2Line]. What differs between
/// installations is in one record, [org.libstation.central.sip2.Sip2Dialect].
///
/// Source of the facts: 3M Standard Interchange Protocol 2.00, and sessions recorded with Koha,
/// SIPServer and edge-sip2 (test resources `cases/sip2`).
@NullMarked
package org.libstation.central.sip2;

import org.jspecify.annotations.NullMarked;
