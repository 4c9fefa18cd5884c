/// Belongs here: the commands that a person types. Each class reads its options and calls what
/// carries them out.
///
/// Does not belong here: the work itself, which is in the packages below.
///
/// picocli parses the command line. A command then uses a site's settings and files
/// ([org.libstation.site]), the parts made of them ([org.libstation.station.parts]), its rules, or
/// its service functions ([org.libstation.service]). Only `run` and its entry point are in `app`.
/// Wrong input is a [org.libstation.site.SiteProblem], reported in plain words with exit status 2.
@NullMarked
package org.libstation.command;

import org.jspecify.annotations.NullMarked;
