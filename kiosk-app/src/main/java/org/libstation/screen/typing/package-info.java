/// Tells a scanner that types like a keyboard from a hand, before a key reaches anything else.
///
/// Keys come in by [TypingGuard], which stands in front of the whole scene. [TypedScans] holds each
/// back until it is known whose it is, by [KeyPace]: a hand's go on to the scene in the order in
/// which they came, a scanner's never do; what they spell, [TypedText], goes out as one scan.
@NullMarked
package org.libstation.screen.typing;

import org.jspecify.annotations.NullMarked;
