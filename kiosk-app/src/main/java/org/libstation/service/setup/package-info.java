/// Belongs here: changes to a site's settings: which ones are possible, how they are tried, and how
/// they are written.
///
/// Does not belong here: the screens of the form.
@NullMarked
package org.libstation.service.setup;

import org.jspecify.annotations.NullMarked;
