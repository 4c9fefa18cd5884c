/// Every fault of every twin against its examination.
@NullMarked
package org.libstation.device.exam;

import org.jspecify.annotations.NullMarked;
