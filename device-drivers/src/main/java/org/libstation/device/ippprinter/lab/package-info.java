/// The twin of a print server.
@NullMarked
package org.libstation.device.ippprinter.lab;

import org.jspecify.annotations.NullMarked;
