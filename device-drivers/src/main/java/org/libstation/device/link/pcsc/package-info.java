/// Readers of cards behind the machine's own PC/SC service, and the frame they are spoken to in.
///
/// The flow: [PcscLinkOpener] opens a reader by its name, [PcscLink] answers [CardFrame]s as a
/// reader on a serial line does, so that a driver knows one wire only; [Winscard] holds the calls
/// of the system's library.
@NullMarked
package org.libstation.device.link.pcsc;

import org.jspecify.annotations.NullMarked;
