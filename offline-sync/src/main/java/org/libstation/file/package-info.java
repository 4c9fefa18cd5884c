/// Files that are whole and stay, whatever cuts the power.
@NullMarked
package org.libstation.file;

import org.jspecify.annotations.NullMarked;
