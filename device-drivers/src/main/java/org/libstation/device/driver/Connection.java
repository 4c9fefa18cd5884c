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

/// Manages a driver's link and the device's health. It opens the link when due, waits longer after
/// each failure, and opens at once when the device is plugged in again. It reports each change of
/// health once.
///
/// Only the device's own thread may use it, except [#health()].
public final class Connection {
  /// Health code of a device that sends invalid data.
  public static final String NONSENSE = "D12";

  /// Number of times in a row that "usable" is reported at once. Further ones are reported once per
  /// pause, so that a flapping device fills neither queue nor log. "Not usable" is always reported
  /// at once.
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

  /// @param notThereCode the health code while the link cannot be opened, such as `DP10`
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

  /// @param notThereCode the health code while the link cannot be opened, such as `DP10`
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
  /// @return whether a new link was opened just now; the driver then does its handshake
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

  /// Time until the link needs work: zero while it is open, else the time until the next try.
  public Duration leisure() {
    return link != null || replugged() ? Duration.ZERO : reconnect.left(now());
  }

  private boolean replugged() {
    return watch.filter(PathWatch::appeared).isPresent();
  }

  /// The health code for a lost link. It is the "not there" code, unless the cause is a flood,
  /// missing rights, or another device in this place.
  public String codeOf(LinkLostException lost) {
    if (lost instanceof FloodedException) {
      return FloodedException.CODE;
    }
    if (lost instanceof NoRightsException) {
      return NoRightsException.CODE;
    }
    return lost instanceof WrongDeviceException ? WrongDeviceException.CODE : notThereCode;
  }

  /// Gives up the link; the next try waits. A flooding device waits as long as one that sends
  /// invalid data. The log shows the first losses of a usable device, then each doubling of their
  /// number.
  public void lost(String code, String reason) {
    if (code.equals(FloodedException.CODE)) {
      floods++;
      leaveAlone(code, "the device floods its line (times since the start: " + floods, reason);
      return;
    }
    drop();
    if (health.get().usable()) {
      losses++;
      if (losses <= LOSSES_TOLD || Integer.bitCount(losses) == 1) {
        LOG.warn(
            "{}: {}: the connection was lost (times since the start: {}): {}",
            device,
            code,
            losses,
            reason);
      }
    }
    reconnect.failed(now());
    become(new DeviceHealth.Connecting(clock.instant(), reconnect.failures(), code, reason));
  }

  /// Reports that the device is there but does not answer as it should.
  public void silent(String code, String reason) {
    lost(code, reason);
  }

  /// Reports that the device does not answer as it should. The link stays open, and the driver
  /// keeps asking.
  public void mute(String code, String reason) {
    int tries = Math.max(1, reconnect.failures());
    become(new DeviceHealth.Connecting(clock.instant(), tries, code, reason));
  }

  /// Reports that the device did not answer repeated requests. Its link is reopened at once.
  public void openAnew(String code, String reason) {
    drop();
    mute(code, reason);
  }

  /// Reports that the device sent invalid data. It is asked again at once, then after growing waits
  /// ([Reconnect#NONSENSE_WAITS]).
  ///
  /// Its health counts each occurrence. The first ones are reported one by one, later ones only
  /// when their number has doubled. A faulty device therefore does not fill the log overnight.
  public void nonsense(String reason) {
    nonsense++;
    leaveAlone(
        NONSENSE, "the device sends unreadable data (times since the start: " + nonsense, reason);
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

  /// Reports that the device answered correctly and all is well.
  ///
  /// @param says what the device reports of itself; the counters of its line are added
  public void ready(List<SelfNote> says) {
    answered();
    List<SelfNote> all = new ArrayList<>(says);
    all.addAll(counted());
    become(new DeviceHealth.Ready(clock.instant(), all, clock.instant()));
  }

  private void answered() {
    int before = reconnect.nonsense();
    if (reconnect.succeeded(now())) {
      LOG.info(
          "{}: the device sends valid data again, after {} times unreadable or too much data",
          device,
          before);
    }
  }

  /// How often the device sent invalid data or flooded, for a technician who looks when all is well
  /// again.
  private List<SelfNote> counted() {
    List<SelfNote> counts = new ArrayList<>();
    if (nonsense > 0) {
      counts.add(SelfNote.of("NONSENSE", "sent unreadable data: %s", nonsense));
    }
    if (floods > 0) {
      counts.add(SelfNote.of("FLOODED", "flooded its line: %s", floods));
    }
    return counts;
  }

  /// Reports that the device answered, but a person must see to it.
  public void needsHand(String code, String reason) {
    answered();
    become(new DeviceHealth.NeedsHand(clock.instant(), code, reason));
  }

  /// Reports that the line is open, but that the invalid data or the flood may not be over yet.
  public void doubted(String code, String reason) {
    become(new DeviceHealth.NeedsHand(clock.instant(), code, reason));
  }

  /// Closes the link on purpose. It is opened again at the next step.
  public void closed() {
    boolean open = link != null;
    close();
    if (open) {
      become(new DeviceHealth.Connecting(clock.instant(), 0, notThereCode, "closed"));
    }
  }

  /// Closes the link until it is wanted again. The health stays as last seen.
  public void letGo() {
    drop();
  }

  /// Closes the link without counting a failure, and stops watching for the device.
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

  /// Monotonic time.
  public Duration now() {
    return clock.monotonic();
  }

  private void become(DeviceHealth next) {
    health.become(next, () -> goodNews.take(now()));
  }
}
