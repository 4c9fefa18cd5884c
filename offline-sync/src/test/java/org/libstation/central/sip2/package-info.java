/// Proof of the SIP2 client: golden bytes, recorded sessions, chunks, and a scripted far end.
@NullMarked
package org.libstation.central.sip2;

import org.jspecify.annotations.NullMarked;
