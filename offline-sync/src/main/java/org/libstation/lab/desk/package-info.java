/// Belongs here: the settling classes of a station, assembled for measurements and proofs.
@NullMarked
package org.libstation.lab.desk;

import org.jspecify.annotations.NullMarked;
