/// A patron's own loans, with renewal.
@NullMarked
package org.libstation.screen.account;

import org.jspecify.annotations.NullMarked;
