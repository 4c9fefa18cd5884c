/// Reads public holidays from iCalendar files (RFC 5545), as governments publish them.
///
/// Calendars of service points do not belong here.
@NullMarked
package org.libstation.policy.ical;

import org.jspecify.annotations.NullMarked;
