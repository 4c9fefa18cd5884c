@NullMarked
package org.libstation.site.edit;

import org.jspecify.annotations.NullMarked;
