/// Documents, also those that mean harm.
@NullMarked
package org.libstation.policy.document;

import org.jspecify.annotations.NullMarked;
