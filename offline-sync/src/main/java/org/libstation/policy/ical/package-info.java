/// Public holidays from iCalendar files (RFC 5545), as governments publish them.
@NullMarked
package org.libstation.policy.ical;

import org.jspecify.annotations.NullMarked;
