/// Belongs here: the pages behind the technician's PIN. They show what is wrong, check and set up
/// the station, and list the staff tasks.
///
/// They use the night theme: a trained person reads them at 450 mm, often after closing.
@NullMarked
package org.libstation.screen.technician;

import org.jspecify.annotations.NullMarked;
