/// Tests of `station sip2`.
@NullMarked
package org.libstation.command.sip2;

import org.jspecify.annotations.NullMarked;
