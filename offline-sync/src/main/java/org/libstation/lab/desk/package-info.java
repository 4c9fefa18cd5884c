/// A station's settling, put together for whoever measures or proves it: link, desk and outbox.
@NullMarked
package org.libstation.lab.desk;

import org.jspecify.annotations.NullMarked;
