/// Finds out how a central system behaves that speaks SIP2: asks by its own messages, judges
/// nothing by a dialect, and compares what it saw with the dialects there are.
@NullMarked
package org.libstation.tools.sip2;

import org.jspecify.annotations.NullMarked;
