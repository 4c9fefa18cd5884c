/// Belongs here: `station sip2`: shows what a central system and a station say to each other, and
/// lets a person speak to the system.
///
/// The flow: [org.libstation.tools.command.sip2.WireLines] cuts bytes into lines and knows the
/// marks of transcripts. [org.libstation.central.sip2.Sip2Line] takes a line apart. The result
/// becomes JSON ([org.libstation.tools.command.sip2.Sip2Json]) or an explanation
/// ([org.libstation.tools.command.sip2.MessageInWords]). `encode` goes the opposite way, and `talk`
/// sends what is typed over a transport.
@NullMarked
package org.libstation.tools.command.sip2;

import org.jspecify.annotations.NullMarked;
