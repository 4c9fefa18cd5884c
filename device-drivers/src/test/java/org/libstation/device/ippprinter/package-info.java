/// Tests of receipts through a print server.
@NullMarked
package org.libstation.device.ippprinter;

import org.jspecify.annotations.NullMarked;
