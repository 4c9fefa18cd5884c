package org.libstation.lab.desk;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;
import org.libstation.payment.PaymentTerminal;
import org.libstation.sync.Backoff;
import org.libstation.sync.CentralHabits;
import org.libstation.sync.DefaultDesk;
import org.libstation.sync.Desk;
import org.libstation.sync.Lanes;
import org.libstation.sync.Link;
import org.libstation.sync.LongRest;
import org.libstation.sync.LookAgainSettings;
import org.libstation.sync.OnPad;
import org.libstation.sync.Outbox;
import org.libstation.sync.SecondLook;
import org.libstation.sync.Settling;
import org.libstation.sync.SyncSettings;

/// The link, desk and outbox of a station over a journal and a central system, assembled as the
/// program does it.
public record DeskRig(Link link, Lanes lanes, Desk desk, Outbox outbox) {

  /// @param central the central system that the link probes and the desk asks
  public static Builder over(Journal journal, CentralSystem central, StationClock clock) {
    return new Builder(journal, central, clock);
  }

  /// The settings that may differ from those of a usual station.
  public static final class Builder {
    private final Journal journal;
    private final CentralSystem central;
    private final StationClock clock;
    private SyncSettings settings = SyncSettings.USUAL;
    private RandomGenerator random = RandomGenerator.getDefault();
    private Consumer<CentralSystem.Status> measured = _ -> {};
    private Optional<CentralSystem> second = Optional.empty();
    private Optional<LookAgainSettings> lookAgain = Optional.empty();
    private Optional<PaymentTerminal> terminal = Optional.empty();
    private Optional<EventTime> lastSign = Optional.empty();
    private LongRest.Memory rests = LongRest.NO_MEMORY;
    private OnPad pad = new OnPad();

    private Builder(Journal journal, CentralSystem central, StationClock clock) {
      this.journal = journal;
      this.central = central;
      this.clock = clock;
    }

    public Builder settings(SyncSettings other) {
      settings = other;
      return this;
    }

    /// Sets the source of the random pauses between probes.
    public Builder random(RandomGenerator source) {
      random = source;
      return this;
    }

    /// Sets the listener that receives the answer to each probe.
    public Builder measured(Consumer<CentralSystem.Status> listener) {
      measured = listener;
      return this;
    }

    /// Gives the outbox a connection of its own.
    public Builder second(CentralSystem own) {
      second = Optional.of(own);
      return this;
    }

    /// Makes the outbox check settled entries again; otherwise it does not.
    public Builder lookAgain(LookAgainSettings how) {
      lookAgain = Optional.of(how);
      return this;
    }

    public Builder terminal(Optional<PaymentTerminal> beside) {
      terminal = beside;
      return this;
    }

    /// Sets the time at which the station last showed that it ran, before this start.
    ///
    /// @param kept rests that earlier starts did not judge
    public Builder lastSign(Optional<EventTime> sign, LongRest.Memory kept) {
      lastSign = sign;
      rests = kept;
      return this;
    }

    /// Sets the source that reports which returns lie on the pad; otherwise none does.
    public Builder pad(OnPad seen) {
      pad = seen;
      return this;
    }

    public DeskRig build(CentralHabits habits, OfflineRules rules) {
      Link link =
          new Link(
              central,
              clock,
              settings,
              new Backoff(settings.probes().firstPause(), settings.probes().longestPause(), random),
              new ProbeListener(measured));
      Lanes lanes = new Lanes();
      LongRest rest = new LongRest(lastSign, clock, newest(), rests);
      Settling settling =
          new Settling(journal, link.gated(), clock, settings, habits, terminal, rest, pad);
      Settling meanwhile =
          second
              .map(
                  own ->
                      new Settling(
                          journal, link.gated(own), clock, settings, habits, terminal, rest, pad))
              .orElse(settling);
      Outbox outbox =
          new Outbox(
              meanwhile, lanes, lookAgain.map(how -> new SecondLook(meanwhile, lanes, link, how)));
      DefaultDesk desk = new DefaultDesk(settling, lanes, () -> rules, _ -> false);
      return new DeskRig(link, lanes, desk, outbox);
    }

    private long newest() {
      return journal.newest(1).stream().findFirst().map(JournalEntry::number).orElse(0L);
    }
  }

  private record ProbeListener(Consumer<CentralSystem.Status> told) implements Link.LinkListener {
    @Override
    public void changed(boolean up) {}

    @Override
    public void measured(CentralSystem.Status status) {
      told.accept(status);
    }
  }
}
