/// Changing a site's settings: what can be set, what was tried, what is then written.
@NullMarked
package org.libstation.service.setup;

import org.jspecify.annotations.NullMarked;
