/// Tests of what a probe says, before scripted central systems and the embedded library.
@NullMarked
package org.libstation.central.sip2.probe;

import org.jspecify.annotations.NullMarked;
