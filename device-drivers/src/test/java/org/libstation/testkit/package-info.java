/// What tests of all modules share (device-drivers' test jar).
@NullMarked
package org.libstation.testkit;

import org.jspecify.annotations.NullMarked;
