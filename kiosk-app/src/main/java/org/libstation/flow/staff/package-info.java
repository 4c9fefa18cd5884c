/// The technician's pages, behind the PIN.
@NullMarked
package org.libstation.flow.staff;

import org.jspecify.annotations.NullMarked;
