/// The rules in force at this station: fine rules, calendars, suspension windows and offline rules,
/// each with its version.
@NullMarked
package org.libstation.policy;

import org.jspecify.annotations.NullMarked;
