/// Card terminals that speak ZVT (PA00P015 commands and fields, PA00P016 transport), over TCP and
/// serial.
///
/// [ZvtTerminal] is the port; a command goes through [Dialogue] (who speaks when), [Wire] (frames),
/// and a `TerminalLine` (bytes). What a terminal says is read by [ZvtFields], which lets go of
/// cards, tracks and texts before anybody else sees them; [Notes] is what must outlive the power.
@NullMarked
package org.libstation.payment.zvt;

import org.jspecify.annotations.NullMarked;
