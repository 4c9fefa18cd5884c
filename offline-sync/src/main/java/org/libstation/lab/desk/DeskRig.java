package org.libstation.lab.desk;

import java.time.Duration;
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

/// A station's link, desk and outbox over a journal and a central system, put together as the
/// program puts them together.
public record DeskRig(Link link, Lanes lanes, Desk desk, Outbox outbox) {

  /// @param central what the link probes and the desk asks
  public static Builder over(Journal journal, CentralSystem central, StationClock clock) {
    return new Builder(journal, central, clock);
  }

  /// How long is waited for what where no site decided it.
  public static SyncSettings usual() {
    return SyncSettings.of(
        Duration.ofMinutes(2),
        Duration.ofSeconds(12),
        Duration.ofMinutes(5),
        3,
        Duration.ofSeconds(2),
        SyncSettings.KEEP_ALIVE);
  }

  /// What may differ from a station as it usually is.
  public static final class Builder {
    private final Journal journal;
    private final CentralSystem central;
    private final StationClock clock;
    private SyncSettings settings = usual();
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

    /// What the pauses between probes are drawn from.
    public Builder random(RandomGenerator source) {
      random = source;
      return this;
    }

    /// Hears what each probe was answered.
    public Builder measured(Consumer<CentralSystem.Status> listener) {
      measured = listener;
      return this;
    }

    /// The outbox asks over a connection of its own.
    public Builder second(CentralSystem own) {
      second = Optional.of(own);
      return this;
    }

    /// The outbox looks once more at what was settled; without it, it does not.
    public Builder lookAgain(LookAgainSettings how) {
      lookAgain = Optional.of(how);
      return this;
    }

    public Builder terminal(Optional<PaymentTerminal> beside) {
      terminal = beside;
      return this;
    }

    /// When the station last showed that it ran, before this start.
    ///
    /// @param kept rests that former starts did not judge
    public Builder lastSign(Optional<EventTime> sign, LongRest.Memory kept) {
      lastSign = sign;
      rests = kept;
      return this;
    }

    /// What tells which returns lie on the pad now; without it none does.
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
