/// The rules in force at this station: fine rules, calendars, suspension windows and offline rules,
/// each with its version.
///
/// The flow: [org.libstation.policy.PolicyReader] reads a policy file line by line
/// ([org.libstation.policy.PolicyLines]) and answers with a [org.libstation.policy.PolicyBundle],
/// or with every fault it found, each naming file, line, key and what was expected
/// ([org.libstation.policy.PolicyReading]).
@NullMarked
package org.libstation.policy;

import org.jspecify.annotations.NullMarked;
