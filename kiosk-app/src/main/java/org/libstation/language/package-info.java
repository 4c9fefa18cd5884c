/// Belongs here: words in the station's languages, their grammar, speech and sounds.
///
/// Does not belong here: the screens that show the words.
///
/// [org.libstation.language.Texts] reads the files `config/texts/*.LANGUAGE.properties` (UTF-8) of
/// a folder once, and of a second folder whose lines override the first. It refuses them if a key
/// is missing in one language, or if the placeholders `{0}` of a line differ.
/// [org.libstation.language.Words] then gives lines, counts, dates, times and money in one
/// language; [org.libstation.language.Grammar] has the rules for the last three.
@NullMarked
package org.libstation.language;

import org.jspecify.annotations.NullMarked;
