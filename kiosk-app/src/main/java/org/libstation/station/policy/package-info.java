/// The rules in force: the policy of the day, its feeds, its notices and opening hours.
@NullMarked
package org.libstation.station.policy;

import org.jspecify.annotations.NullMarked;
