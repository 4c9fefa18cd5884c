/// The station cannot serve: what holds for the books, where else to go, the code for staff.
@NullMarked
package org.libstation.screen.outofservice;

import org.jspecify.annotations.NullMarked;
