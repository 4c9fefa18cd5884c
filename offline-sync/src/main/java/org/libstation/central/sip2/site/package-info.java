/// The settings of a site for a central system that speaks SIP2: reading and checking its dialect
/// file.
///
/// Messages and connections do not belong here.
@NullMarked
package org.libstation.central.sip2.site;

import org.jspecify.annotations.NullMarked;
