/// Tests of the package of the same name.
@NullMarked
package org.libstation.device.pdfprinter;

import org.jspecify.annotations.NullMarked;
