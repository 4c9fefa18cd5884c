/// `station sip2`: what a central system and a station say to each other, shown and spoken by hand.
///
/// The flow: bytes are cut into lines by [org.libstation.tools.command.sip2.WireLines], which also
/// knows the marks of transcripts; a line is taken apart by [org.libstation.central.sip2.Sip2Line]
/// and becomes JSON ([org.libstation.tools.command.sip2.Sip2Json]) or an explanation
/// ([org.libstation.tools.command.sip2.MessageInWords]); `encode` goes the same way back, and
/// `talk` sends what is typed over a transport.
@NullMarked
package org.libstation.tools.command.sip2;

import org.jspecify.annotations.NullMarked;
