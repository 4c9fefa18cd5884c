/// The start screen: nobody is here.
@NullMarked
package org.libstation.screen.welcome;

import org.jspecify.annotations.NullMarked;
