/// Belongs here: card readers behind the machine's own PC/SC service, and the frame of their
/// messages.
///
/// Does not belong here: the content of cards.
///
/// [PcscLinkOpener] opens a reader by its name. [PcscLink] answers [CardFrame]s like a reader on a
/// serial line, so that a driver needs only one wire format. [Winscard] holds the calls of the
/// system's library.
@NullMarked
package org.libstation.device.link.pcsc;

import org.jspecify.annotations.NullMarked;
