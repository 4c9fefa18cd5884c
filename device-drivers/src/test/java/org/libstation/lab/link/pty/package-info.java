/// Tests of the package of the same name.
@NullMarked
package org.libstation.lab.link.pty;

import org.jspecify.annotations.NullMarked;
