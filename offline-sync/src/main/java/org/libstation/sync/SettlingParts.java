package org.libstation.sync;

import org.libstation.central.CentralSystem;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Journal;

/// The parts shared by all classes that settle entries, put together once.
record SettlingParts(
    Journal journal,
    CentralSystem central,
    StationClock clock,
    SyncSettings settings,
    CentralHabits habits,
    Ledger ledger,
    Elapsed elapsed,
    Doubt doubt,
    LoanAtRestart restart) {

  static SettlingParts of(
      Journal journal,
      CentralSystem central,
      StationClock clock,
      SyncSettings settings,
      CentralHabits habits) {
    Elapsed elapsed = new Elapsed(clock);
    return new SettlingParts(
        journal,
        central,
        clock,
        settings,
        habits,
        new Ledger(journal),
        elapsed,
        new Doubt(elapsed, settings.inDoubt().quarantine()),
        new LoanAtRestart(journal, elapsed, settings));
  }
}
