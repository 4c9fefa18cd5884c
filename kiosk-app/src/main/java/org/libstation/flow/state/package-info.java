/// What the station knows, and the words in which everybody speaks of it: state, screens, keys,
/// events, effects and codes.
@NullMarked
package org.libstation.flow.state;

import org.jspecify.annotations.NullMarked;
