package org.libstation.device.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.SelfNote;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.NoRightsException;
import org.libstation.device.link.PathWatch;
import org.libstation.device.link.Reconnect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A driver's hold on its link: opens it when it is due, backs off when it fails, opens it at once
/// when it is plugged in again, and keeps the device's health, saying each change of it once.
///
/// For the device's own thread, but for [#health()].
public final class Connection {
  /// The health code of a device that talks nonsense.
  public static final String NONSENSE = "D12";

  /// So often in a row it is told that a device can be used, then once a pause: one whose state
  /// flutters must fill neither queue nor log. That it cannot be used is told at once.
  static final int NEWS_AT_ONCE = 20;

  static final Duration NEWS_PAUSE = Duration.ofSeconds(1);

  static final int LOSSES_TOLD = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final String device;
  private final String notThereCode;
  private final LinkOpener opener;
  private final DeviceClock clock;
  private final Reconnect reconnect = new Reconnect();
  private final Optional<PathWatch> watch;
  private final Pace goodNews;
  private final ToldHealth health;
  private @Nullable ByteLink link;
  private int nonsense;
  private int floods;
  private int losses;

  /// @param notThereCode the health code while it cannot be opened, such as `DP10`
  public Connection(
      String device,
      String notThereCode,
      LinkOpener opener,
      DeviceClock clock,
      DeviceListener listener) {
    this.device = device;
    this.notThereCode = notThereCode;
    this.opener = opener;
    this.clock = clock;
    this.watch = opener.path().map(PathWatch::new);
    this.health =
        new ToldHealth(
            device,
            listener,
            new DeviceHealth.Connecting(
                clock.instant(), 0, notThereCode, "not connected yet: " + opener.describe()));
    this.goodNews = new Pace(NEWS_AT_ONCE, NEWS_PAUSE, clock.monotonic());
  }

  /// @param notThereCode the health code while it cannot be opened, such as `DP10`
  public Connection(DriverSetup setup, String notThereCode) {
    this(setup.name(), notThereCode, setup.opener(), setup.clock(), setup.listener());
  }

  public DeviceHealth health() {
    return health.get();
  }

  /// The open link, or null.
  public @Nullable ByteLink link() {
    return link;
  }

  /// Opens the link if there is none and a try is due.
  ///
  /// @return whether a new link was opened just now: the driver shakes hands on it
  public boolean connect() {
    if (link != null) {
      return false;
    }
    if (replugged()) {
      reconnect.arrived();
    }
    if (!reconnect.due(now())) {
      return false;
    }
    watch.ifPresent(PathWatch::arm);
    try {
      link = opener.open();
      return true;
    } catch (LinkLostException e) {
      lost(codeOf(e), String.valueOf(e.getMessage()));
      return false;
    }
  }

  /// How long nothing is to be done for the link: none while it is open, else until the next try.
  public Duration leisure() {
    return link != null || replugged() ? Duration.ZERO : reconnect.left(now());
  }

  private boolean replugged() {
    return watch.filter(PathWatch::appeared).isPresent();
  }

  /// The health code of a link that was lost so: that of a device that is not there, unless another
  /// one was found in its place.
  public String codeOf(LinkLostException lost) {
    if (lost instanceof FloodedException) {
      return FloodedException.CODE;
    }
    if (lost instanceof NoRightsException) {
      return NoRightsException.CODE;
    }
    return lost instanceof WrongDeviceException ? WrongDeviceException.CODE : notThereCode;
  }

  /// Gives the link up; the next try waits. One that floods waits as one that talks nonsense. In
  /// the log stand the first losses of one that could be used, then each that is twice as many.
  public void lost(String code, String reason) {
    if (code.equals(FloodedException.CODE)) {
      floods++;
      leaveAlone(code, "it floods its line (times since the start: " + floods, reason);
      return;
    }
    drop();
    if (health.get().usable()) {
      losses++;
      if (losses <= LOSSES_TOLD || Integer.bitCount(losses) == 1) {
        LOG.warn("{}: {}: lost (times since the start: {}): {}", device, code, losses, reason);
      }
    }
    reconnect.failed(now());
    become(new DeviceHealth.Connecting(clock.instant(), reconnect.failures(), code, reason));
  }

  /// It is there and does not answer as it should.
  public void silent(String code, String reason) {
    lost(code, reason);
  }

  /// It does not answer as it should, and is asked on without rest: its link stays open.
  public void mute(String code, String reason) {
    int tries = Math.max(1, reconnect.failures());
    become(new DeviceHealth.Connecting(clock.instant(), tries, code, reason));
  }

  /// It was asked on and did not answer: its link is opened anew at once.
  public void openAnew(String code, String reason) {
    drop();
    mute(code, reason);
  }

  /// It talks nonsense: it is asked again at once, then ever less often
  /// ([Reconnect#NONSENSE_WAITS]).
  ///
  /// Each time is counted in its health; said is each of the first, then each time it is twice as
  /// many, so that a device that babbles for a night fills no log.
  public void nonsense(String reason) {
    nonsense++;
    leaveAlone(NONSENSE, "it talks nonsense (times since the start: " + nonsense, reason);
  }

  private void leaveAlone(String code, String what, String reason) {
    drop();
    if (reconnect.nonsense() == 0) {
      LOG.warn("{}: {}: {}): {}", device, code, what, reason);
    }
    Duration wait = reconnect.talkedNonsense(now());
    DeviceHealth next =
        new DeviceHealth.Connecting(
            clock.instant(),
            reconnect.failures(),
            code,
            what
                + ") and is asked again "
                + inWords(wait)
                + " or when it is plugged in anew: "
                + reason);
    int inARow = reconnect.nonsense();
    boolean news = inARow <= Reconnect.NONSENSE_WAITS.size() || Integer.bitCount(inARow) == 1;
    if (news || !code.equals(health.get().code())) {
      become(next);
    } else {
      health.count(next);
    }
  }

  private static String inWords(Duration wait) {
    return wait.isZero() ? "at once" : "in " + wait.toMillis() / 1000.0 + " s";
  }

  /// It answered rightly and all is well.
  ///
  /// @param says what it says of itself; what was counted of its line is added
  public void ready(List<SelfNote> says) {
    answered();
    List<SelfNote> all = new ArrayList<>(says);
    all.addAll(counted());
    become(new DeviceHealth.Ready(clock.instant(), all, clock.instant()));
  }

  private void answered() {
    int before = reconnect.nonsense();
    if (reconnect.succeeded(now())) {
      LOG.info("{}: it talks sense again, after {} times nonsense or flood", device, before);
    }
  }

  /// How often it talked nonsense, for a technician who looks when all is well again.
  private List<SelfNote> counted() {
    List<SelfNote> counts = new ArrayList<>();
    if (nonsense > 0) {
      counts.add(SelfNote.of("NONSENSE", "talked nonsense: %s", nonsense));
    }
    if (floods > 0) {
      counts.add(SelfNote.of("FLOODED", "flooded its line: %s", floods));
    }
    return counts;
  }

  /// It answered, and something about it needs a hand.
  public void needsHand(String code, String reason) {
    answered();
    become(new DeviceHealth.NeedsHand(clock.instant(), code, reason));
  }

  /// Its line is open, and after its nonsense or flood it is not known yet whether it is over.
  public void doubted(String code, String reason) {
    become(new DeviceHealth.NeedsHand(clock.instant(), code, reason));
  }

  /// Closes the link on purpose: it connects anew at the next step.
  public void closed() {
    boolean open = link != null;
    close();
    if (open) {
      become(new DeviceHealth.Connecting(clock.instant(), 0, notThereCode, "closed"));
    }
  }

  /// Lets the link go until it is wanted again; how the device is stays as it was last seen.
  public void letGo() {
    drop();
  }

  /// Closes the link without counting a failure, and waits for nothing any more.
  public void close() {
    drop();
    watch.ifPresent(PathWatch::close);
  }

  private void drop() {
    ByteLink open = link;
    link = null;
    if (open != null) {
      open.close();
    }
  }

  public Duration now() {
    return clock.monotonic();
  }

  private void become(DeviceHealth next) {
    health.become(next, () -> goodNews.take(now()));
  }
}
