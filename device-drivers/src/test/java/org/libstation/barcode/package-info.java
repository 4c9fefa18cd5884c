/// Tests of the package of the same name.
@NullMarked
package org.libstation.barcode;

import org.jspecify.annotations.NullMarked;
