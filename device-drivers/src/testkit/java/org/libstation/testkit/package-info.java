/// What tests of all modules share: the two libraries compile it for themselves, since they do not know each
/// other, and the program has it from the test archive of the drivers.
@NullMarked
package org.libstation.testkit;

import org.jspecify.annotations.NullMarked;
