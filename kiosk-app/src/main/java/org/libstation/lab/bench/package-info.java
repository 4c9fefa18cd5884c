/// Belongs here: the bench of the demo, a small window beside the kiosk's, in which a person acts
/// on the emulated devices.
///
/// Does not belong here: screens of the station. The bench knows nothing of its flow.
///
/// The flow: a button makes a [org.libstation.lab.bench.BenchAct].
/// [org.libstation.lab.bench.BenchHands] performs it on the stage (twins, processes), one after
/// another on its own thread. [org.libstation.lab.bench.Eyes] looks at the twins, the station and
/// the library's ledger several times a second. [org.libstation.lab.bench.BenchView] shows each new
/// [org.libstation.lab.bench.BenchSight]. It shows only what was observed, never what a button
/// intended.
@NullMarked
package org.libstation.lab.bench;

import org.jspecify.annotations.NullMarked;
