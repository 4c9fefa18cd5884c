package org.libstation.sync;

import org.libstation.central.CentralSystem;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Journal;

/// What everything that settles is made of, put together once.
record Parts(
    Journal journal,
    CentralSystem central,
    StationClock clock,
    SyncSettings settings,
    CentralHabits habits,
    Ledger ledger,
    Elapsed elapsed,
    Doubt doubt,
    Restart restart) {

  static Parts of(
      Journal journal,
      CentralSystem central,
      StationClock clock,
      SyncSettings settings,
      CentralHabits habits) {
    Elapsed elapsed = new Elapsed(clock);
    return new Parts(
        journal,
        central,
        clock,
        settings,
        habits,
        new Ledger(journal),
        elapsed,
        new Doubt(elapsed, settings.quarantine()),
        new Restart(journal, elapsed, settings));
  }
}
