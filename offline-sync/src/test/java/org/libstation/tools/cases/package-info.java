/// Tests of fine tables: the worked cases, then what a table may hold beside them.
@NullMarked
package org.libstation.tools.cases;

import org.jspecify.annotations.NullMarked;
