/// Tests of what a probe says, before scripted central systems and the embedded library.
@NullMarked
package org.libstation.tools.sip2;

import org.jspecify.annotations.NullMarked;
