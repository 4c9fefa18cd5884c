/// Tests of the embedded library: its stock, its rules through the lines of SIP2 (written by hand,
/// not through our codec), its ledger, its faults over a real socket.
@NullMarked
package org.libstation.lab.embedded;

import org.jspecify.annotations.NullMarked;
