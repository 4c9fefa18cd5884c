/// Belongs here: counting the fines of a table, from comma-separated text to the same text with
/// results.
///
/// Does not belong here: how a fine is counted (fines).
///
/// [org.libstation.tools.cases.CaseTable] reads a row and passes its cells to the `CaseReader`.
/// This makes a `FineCase` from them, or names each cell that it cannot read.
/// [org.libstation.fines.FineCounter] counts the case, and `CaseWords` explains it. The row is
/// written with its results before the next one is read.
@NullMarked
package org.libstation.tools.cases;

import org.jspecify.annotations.NullMarked;
