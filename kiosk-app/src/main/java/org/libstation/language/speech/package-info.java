/// Belongs here: reading aloud. [SpokenWords] writes figures out in words, [SpeechQueue] holds the
/// sentences for one thread, and a [SpeechEngine] of the system speaks them. No text is ever on a
/// command line, and a queue that was told to forget keeps no word.
///
/// Does not belong here: anything about screens or visits.
@NullMarked
package org.libstation.language.speech;

import org.jspecify.annotations.NullMarked;
