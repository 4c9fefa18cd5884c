/// The SIP2 client of the central system, and the SIP2 messages of both sides.
///
/// What a site configures does not belong here, but in `sip2.site`.
///
/// Outward flow: [org.libstation.central.sip2.Sip2System] builds a
/// [org.libstation.central.sip2.Sip2Request]. [org.libstation.central.sip2.Sip2Session] numbers it,
/// [org.libstation.central.sip2.Sip2Codec] turns it into bytes, and a
/// [org.libstation.central.link.Transport] carries them.
///
/// Inward flow: [org.libstation.central.sip2.Sip2Framer] cuts the bytes into lines.
/// [org.libstation.central.sip2.Sip2Trailer] checks each line, and it becomes a
/// [org.libstation.central.sip2.Sip2Response].
///
/// [org.libstation.central.sip2.Sip2Layout] lists the fixed fields of every message, in both
/// directions. Tools that only show messages read lines with
/// [org.libstation.central.sip2.Sip2Line]. [org.libstation.central.sip2.Sip2Dialect] holds
/// everything that differs between installations.
///
/// Source of the facts: 3M Standard Interchange Protocol 2.00, and sessions recorded with Koha,
/// SIPServer and edge-sip2 (test resources `cases/sip2`).
@NullMarked
package org.libstation.central.sip2;

import org.jspecify.annotations.NullMarked;
