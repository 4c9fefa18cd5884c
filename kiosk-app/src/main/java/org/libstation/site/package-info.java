/// Belongs here: a site's settings and files, and their faults, named by file, line and key.
///
/// Does not belong here: what is made of the settings (station.parts), and forms that change them
/// (service.setup).
@NullMarked
package org.libstation.site;

import org.jspecify.annotations.NullMarked;
