/// The rules in force: the policy of the day, its feeds, its notices and opening hours.
@NullMarked
package org.libstation.rules;

import org.jspecify.annotations.NullMarked;
