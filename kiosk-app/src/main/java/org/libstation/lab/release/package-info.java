/// Belongs here: `station release --check`, which checks a release before it is signed.
///
/// The flow: [org.libstation.lab.release.PartsList] reads the CycloneDX file that packaging wrote.
/// [org.libstation.lab.release.NewestPatches] asks Maven for newer patch releases of its libraries.
/// [org.libstation.lab.release.ScannerReport] reads what an advisory scanner found in the same
/// file, and refuses a report about another one.
@NullMarked
package org.libstation.lab.release;

import org.jspecify.annotations.NullMarked;
