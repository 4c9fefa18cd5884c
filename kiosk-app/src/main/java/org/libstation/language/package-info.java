/// Belongs here: words in the languages of the station, their grammar, speech and sounds.
///
/// Does not belong here: the screens that show the words.
///
/// The words of the station: `config/texts/*.LANGUAGE.properties` (UTF-8), read once, checked
/// whole.
///
/// The flow: [org.libstation.language.Texts] reads a folder (and a second one whose lines win) and
/// refuses it when a language lacks a line that another has, or a line's places `{0}` differ;
/// [org.libstation.language.Words] then says lines, counts, dates, times and money in one language,
/// the last three as the rules of that language write them ([org.libstation.language.Grammar]).
@NullMarked
package org.libstation.language;

import org.jspecify.annotations.NullMarked;
