package org.libstation.lab.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Journal;
import org.libstation.lab.desk.DeskRig;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.policy.PolicyBundle;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.ClockKeeper;
import org.libstation.sync.Desk;
import org.libstation.sync.SyncSettings;
import org.libstation.sync.ZoneMemory;

/// A desk on a real journal behind a link that was never up: nothing probes it, and its gate lets
/// no request through.
record SilentDesk(StationClock clock, Journal journal, Desk desk) implements AutoCloseable {

  /// @param directory on the measured disk
  /// @param policy decides what is lent without the link
  static SilentDesk in(Path directory, PolicyBundle policy) {
    ClockKeeper clock =
        new ClockKeeper(
            InstantSource.system(),
            () -> Duration.ofNanos(System.nanoTime()),
            "bench",
            policy.zone(),
            Optional.empty(),
            SyncSettings.USUAL.clockTolerance(),
            ZoneMemory.ofThisRun());
    Journal journal = TrialJournal.in(directory, clock);
    Sip2System nobody =
        new Sip2System(TcpTransport.plain("127.0.0.1", 1), LibraryDialects.generic(), clock);
    DeskRig rig =
        DeskRig.over(journal, nobody, clock)
            .build(
                CentralHabits.fixed(
                    policy.zone(), Set.of(), policy.loanDays(), CentralHabits.USUAL_ROLL_DAYS),
                policy.at(Instant.now()).offline());
    return new SilentDesk(clock, journal, rig.desk());
  }

  @Override
  public void close() {
    journal.close();
  }
}
