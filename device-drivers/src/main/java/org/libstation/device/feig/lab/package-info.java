/// The twin of the reader: tags that lie in a field, and what can fail there.
@NullMarked
package org.libstation.device.feig.lab;

import org.jspecify.annotations.NullMarked;
