/// The journal on SQLite under the contract and under faults placed below it.
@NullMarked
package org.libstation.journal.sqlite;

import org.jspecify.annotations.NullMarked;
