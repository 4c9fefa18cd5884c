/// The book drop: what comes in, what is asked about it, its bin and its slip.
@NullMarked
package org.libstation.flow.drop;

import org.jspecify.annotations.NullMarked;
