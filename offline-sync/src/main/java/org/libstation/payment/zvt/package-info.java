/// Belongs here: card terminals that speak ZVT (PA00P015 commands and fields, PA00P016 transport),
/// over TCP and serial lines. [ZvtTerminal] implements the payment terminal. A command passes
/// through [Dialogue] (turns), [Wire] (frames) and a `TerminalLine` (bytes). The *till* of the
/// manual is the station.
///
/// Does not belong here: any data of cards. [ZvtFields] reads what a terminal sends and discards
/// cards, tracks and texts first. [Notes] keeps what must survive a loss of power.
@NullMarked
package org.libstation.payment.zvt;

import org.jspecify.annotations.NullMarked;
