/// A reader that nobody makes, as a proof: all that the station knows of it is in this folder and
/// in two lines of services.
///
/// Its protocol is lines of ASCII, each ended by LF. `V` asks who is there and is answered by
/// `ODDPAD 1`; `L` lists the tags before it as `L UID:AFI:DSFID …`; `R UID` reads a memory as `R
/// HEX`; `A UID AFI` and `W UID DSFID HEX` write and are answered by the same letter; `?` is a no.
@NullMarked
package org.libstation.device.oddpad;

import org.jspecify.annotations.NullMarked;
