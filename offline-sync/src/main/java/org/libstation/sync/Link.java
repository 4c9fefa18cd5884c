package org.libstation.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.libstation.central.CentralSystem;
import org.libstation.circulation.Answer;
import org.libstation.circulation.StationClock;

/// Knows whether the central system answers. One bad answer takes the link down; several good ones
/// in a row bring it back. The link chooses the wording and gates the requests; there is no
/// separate offline path.
///
/// [#step()] is one unit of its work, for a [StepLoop] or a test.
public final class Link {

  /// Receives changes of the link. It is called in the thread that found the change, so it must not
  /// block.
  public interface LinkListener {
    void changed(boolean up);

    /// The central system answered a probe; `status` holds what it said about itself and the time.
    void measured(CentralSystem.Status status);
  }

  private final CentralSystem central;
  private final StationClock clock;
  private final SyncSettings settings;
  private final Backoff backoff;
  private final LinkListener listener;
  // Fair, so that a patron's request does not wait behind all requests of the outbox.
  private final ReentrantLock wire = new ReentrantLock(true);
  private final Object state = new Object();
  private boolean up;
  private int goodInRow;
  private Optional<Silence> silence = Optional.empty();
  private Duration nextProbe;
  private Duration lastAsked;

  /// Creates a link that is down, because nothing has answered yet.
  public Link(
      CentralSystem central,
      StationClock clock,
      SyncSettings settings,
      Backoff backoff,
      LinkListener listener) {
    this.central = central;
    this.clock = clock;
    this.settings = settings;
    this.backoff = backoff;
    this.listener = listener;
    this.nextProbe = clock.monotonic();
    this.lastAsked = clock.monotonic();
  }

  public boolean up() {
    synchronized (state) {
      return up;
    }
  }

  /// Returns the central system behind the gate. While the link is down, every request returns
  /// `NotSent` without touching the socket.
  public CentralSystem gated() {
    return new Gate(central, this, wire, true);
  }

  /// Returns the same central system over a second connection, behind the same gate. Neither
  /// connection waits for the other.
  public CentralSystem gated(CentralSystem overAnother) {
    return new Gate(overAnother, this, new ReentrantLock(true), true);
  }

  /// A view of the same gate for background work: its requests do not count as activity in
  /// [#quietFor()]. The caller decides when the line is quiet enough.
  static CentralSystem aside(CentralSystem gated) {
    return gated instanceof Gate(var behind, Link link, ReentrantLock wire, _)
        ? new Gate(behind, link, wire, false)
        : gated;
  }

  /// How long neither the desk nor the outbox has asked for anything.
  Duration quietFor() {
    synchronized (state) {
      return clock.monotonic().minus(lastAsked);
    }
  }

  /// Notes that a request was made or answered just now.
  void asked() {
    synchronized (state) {
      lastAsked = clock.monotonic();
    }
  }

  /// Probes the central system if it is time.
  ///
  /// @return how long until the next probe
  public Duration step() {
    synchronized (state) {
      Duration left = nextProbe.minus(clock.monotonic());
      if (left.isPositive()) {
        return left;
      }
    }
    Answer<CentralSystem.Status> answer = oneAtATime(wire, central::status);
    if (answer instanceof Answer.Accepted<CentralSystem.Status>(var status) && status.online()) {
      listener.measured(status);
      return good();
    }
    return bad(Silence.of(answer));
  }

  /// Why the link is down, as last seen; empty while it is up, and before the first probe.
  public Optional<Silence> silence() {
    synchronized (state) {
      return up ? Optional.empty() : silence;
    }
  }

  /// Why the central system cannot be used now.
  ///
  /// @param reason in the program's own words, never words of the central system
  public record Silence(SilenceCause kind, String reason) {
    /// What happened at the last request.
    public enum SilenceCause {
      NO_ANSWER,
      LOGIN_REFUSED,
      /// The central system answers, but says that it is off-line.
      OFF_LINE
    }

    /// The reason for [SilenceCause#OFF_LINE].
    public static final String OFF_LINE = "the central system says that it is off-line (98)";

    public static Silence of(Answer<?> answer) {
      return switch (answer) {
        case Answer.Accepted<?> _ -> new Silence(SilenceCause.OFF_LINE, OFF_LINE);
        case Answer.Refused<?>(var refusal) ->
            new Silence(SilenceCause.LOGIN_REFUSED, String.valueOf(refusal.reason()));
        case Answer.NotSent<?>(String reason, boolean login) ->
            new Silence(login ? SilenceCause.LOGIN_REFUSED : SilenceCause.NO_ANSWER, reason);
        case Answer.Unknown<?> unknown -> new Silence(SilenceCause.NO_ANSWER, unknown.reason());
      };
    }
  }

  /// Makes a request; each connection carries one at a time, whoever asks.
  static <T> Answer<T> oneAtATime(ReentrantLock wire, Supplier<Answer<T>> request) {
    wire.lock();
    try {
      return request.get();
    } finally {
      wire.unlock();
    }
  }

  /// Notes that a request was answered. If the link is up, the next probe is put off.
  void answered() {
    synchronized (state) {
      if (up) {
        nextProbe = clock.monotonic().plus(settings.probes().keepAlive());
      }
    }
  }

  /// Notes that a request was not answered, and takes the link down.
  void lost(Answer<?> answer) {
    Duration _ = bad(Silence.of(answer));
  }

  private Duration good() {
    boolean back;
    Duration wait;
    synchronized (state) {
      goodInRow++;
      back = !up && goodInRow >= settings.probes().goodAnswers();
      up |= back;
      backoff.reset();
      wait = up ? settings.probes().keepAlive() : settings.probes().goodInterval();
      nextProbe = clock.monotonic().plus(wait);
    }
    if (back) {
      listener.changed(true);
    }
    return wait;
  }

  private Duration bad(Silence why) {
    boolean gone;
    Duration wait;
    synchronized (state) {
      goodInRow = 0;
      gone = up;
      silence = Optional.of(why);
      up = false;
      wait = backoff.next();
      nextProbe = clock.monotonic().plus(wait);
    }
    if (gone) {
      listener.changed(false);
    }
    return wait;
  }
}
