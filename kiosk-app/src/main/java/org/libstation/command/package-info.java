/// Belongs here: what a person types: one class a command reads the words and calls what does it.
///
/// Does not belong here: the work itself, which stands in the packages below.
///
/// The flow: picocli reads the words, a command says what they mean and calls what does it: a
/// site's settings and files ([org.libstation.site]), what they make
/// ([org.libstation.station.parts]), its rules, its operation ([org.libstation.service]). `run`
/// alone stands in `app`. What cannot be is a [org.libstation.site.SiteProblem], told in plain
/// words with exit status 2.
@NullMarked
package org.libstation.command;

import org.jspecify.annotations.NullMarked;
