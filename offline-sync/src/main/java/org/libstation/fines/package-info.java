/// Fines that can explain themselves, pure: a policy, a calendar, a return, and an assessment with
/// a reason for each day.
@NullMarked
package org.libstation.fines;

import org.jspecify.annotations.NullMarked;
