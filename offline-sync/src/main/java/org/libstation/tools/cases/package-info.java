/// Belongs here: tables of fines: comma separated text in, the same with the figures out.
///
/// Does not belong here: how a fine is counted (fines).
///
/// The flow: [org.libstation.tools.cases.CaseTable] reads a row and hands its cells, by the names
/// of their columns, to the `CaseReader`, which makes a `FineCase` of them, or tells every cell it
/// cannot read. The case is counted by [org.libstation.fines.FineCounter] and told in words by
/// `CaseWords`; the row goes out again with its figures before the next one is read.
@NullMarked
package org.libstation.tools.cases;

import org.jspecify.annotations.NullMarked;
