/// The technician's pages, behind the PIN.
///
/// `TechnicianFlow` asks for the PIN and shows the first page. From it open `TaskFlow` (the to-do
/// list), `TrayFlow` (tags on the pad), `CheckFlow` (checks and health) and `SetupFlow` (settings).
/// Each leads back by `TechnicianPage`. Emptying the bin does not belong here; it is in the drop's
/// package.
@NullMarked
package org.libstation.flow.staff;

import org.jspecify.annotations.NullMarked;
