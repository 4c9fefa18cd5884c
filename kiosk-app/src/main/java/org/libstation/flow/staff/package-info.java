/// The technician's pages, behind the PIN.
///
/// `TechnicianFlow` asks for the PIN and shows the page from which the others are opened:
/// `TaskFlow` (the to-do list), `TrayFlow` (what lies on the tray), `CheckFlow` (checks and health)
/// and `SetupFlow` (settings). Each comes back to `TechnicianPage`. Emptying the bin is the drop's.
@NullMarked
package org.libstation.flow.staff;

import org.jspecify.annotations.NullMarked;
