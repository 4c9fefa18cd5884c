/// Tests of `station sip2`.
@NullMarked
package org.libstation.tools.command.sip2;

import org.jspecify.annotations.NullMarked;
