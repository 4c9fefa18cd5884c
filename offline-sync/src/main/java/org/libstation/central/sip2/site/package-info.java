/// What a site says of a central system that speaks SIP2: its dialect's file, and what is made of
/// it.
@NullMarked
package org.libstation.central.sip2.site;

import org.jspecify.annotations.NullMarked;
