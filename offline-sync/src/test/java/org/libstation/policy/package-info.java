/// Tests of the policy reader.
@NullMarked
package org.libstation.policy;

import org.jspecify.annotations.NullMarked;
