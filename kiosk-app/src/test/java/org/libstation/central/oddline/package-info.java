/// A protocol that no central system speaks, known by this folder and one line of a service.
@NullMarked
package org.libstation.central.oddline;

import org.jspecify.annotations.NullMarked;
