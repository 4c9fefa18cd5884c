/// Tests of the fine rules: the table of worked cases, then the rules the table cannot show.
@NullMarked
package org.libstation.fines;

import org.jspecify.annotations.NullMarked;
