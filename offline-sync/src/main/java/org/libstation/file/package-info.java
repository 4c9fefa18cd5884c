/// Files that are whole and stay, whatever cuts the power, and how a text is written into one.
@NullMarked
package org.libstation.file;

import org.jspecify.annotations.NullMarked;
