/// The bench of the demo: a small window beside the kiosk's, where a person's hands act on the
/// emulated devices. It is no screen of the station and knows nothing of its flow.
///
/// The flow: a button makes a [org.libstation.lab.bench.BenchAct];
/// [org.libstation.lab.bench.BenchHands] perform it on the stage (twins, processes), one after
/// another on a thread of their own; [org.libstation.lab.bench.Eyes] look at the twins, the station
/// and the library's ledger several times a second; each new [org.libstation.lab.bench.BenchSight]
/// is shown by [org.libstation.lab.bench.BenchView]. What is shown is never what a button meant,
/// only what was seen.
@NullMarked
package org.libstation.lab.bench;

import org.jspecify.annotations.NullMarked;
