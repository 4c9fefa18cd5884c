/// Reads aloud: words are written out in words ([SpokenWords]), what is said queues in front of one
/// thread ([SpeechQueue]), and an engine of the system says it ([SpeechEngine]).
///
/// Nothing here knows a screen or a visit. What is spoken never stands on a command line, and a
/// queue that is told to forget keeps no word.
@NullMarked
package org.libstation.language.speech;

import org.jspecify.annotations.NullMarked;
