/// Belongs here: telling a scanner that types like a keyboard from a hand, before any control gets
/// the keys.
///
/// [TypingGuard] takes all keys of a scene. [TypedScans] holds them back until [KeyPace] shows who
/// typed them. Keys of a hand go on to the scene in order. Keys of a scanner never do: [TypedText]
/// assembles them into one scan.
@NullMarked
package org.libstation.screen.typing;

import org.jspecify.annotations.NullMarked;
