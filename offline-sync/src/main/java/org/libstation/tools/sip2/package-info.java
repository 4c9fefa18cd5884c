/// Belongs here: probing how a SIP2 central system behaves. The probe sends its own requests and
/// judges no answer by a dialect. Afterwards it compares what it found with the shipped dialects.
@NullMarked
package org.libstation.tools.sip2;

import org.jspecify.annotations.NullMarked;
