/// Belongs here: the measurements of `station bench`.
///
/// Does not belong here: any part of a running station.
///
/// The flow: [org.libstation.lab.measure.StationTrial] starts the built program and drives it
/// through its emulated scanner (time of a start, memory).
/// [org.libstation.lab.measure.LendingTrial] puts the production flow, desk and journal together in
/// this process, and times each loan beside the bare disk. [org.libstation.lab.measure.BenchReport]
/// makes one table of both, headed by the [org.libstation.lab.measure.Machine]. Each
/// [org.libstation.lab.measure.DeviceTrial] of `station bench devices` times one driver against its
/// twin on a real pseudo-terminal, and compares with the wire alone.
/// [org.libstation.lab.measure.FineTrial] counts fines by itself, for `station bench fines`.
@NullMarked
package org.libstation.lab.measure;

import org.jspecify.annotations.NullMarked;
