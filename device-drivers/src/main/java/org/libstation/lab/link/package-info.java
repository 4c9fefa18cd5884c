/// The far end of a line in the laboratory: the interface of twins, their faults, and lines as slow
/// as real ones. Twins of one make belong to the `lab` package beside their driver.
@NullMarked
package org.libstation.lab.link;

import org.jspecify.annotations.NullMarked;
