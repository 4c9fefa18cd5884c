package org.libstation.device;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.PathWatch;
import org.libstation.device.link.Reconnect;

/// A driver's hold on its link: opens it when it is due, backs off when it fails, opens it at once
/// when it is plugged in again, and keeps the device's health, saying each change of it once.
///
/// For the device's own thread, but for [#health()].
public final class Connection {
  /// The health code of a device that talks nonsense.
  public static final String NONSENSE = "D12";

  private final String device;
  private final String notThereCode;
  private final LinkOpener opener;
  private final DeviceClock clock;
  private final DeviceListener listener;
  private final Reconnect reconnect = new Reconnect();
  private final Optional<PathWatch> watch;
  private volatile DeviceHealth health;
  private @Nullable ByteLink link;

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
    this.listener = listener;
    this.watch = opener.path().map(PathWatch::new);
    this.health =
        new DeviceHealth.Connecting(
            clock.instant(), 0, notThereCode, "not connected yet: " + opener.describe());
  }

  /// @param notThereCode the health code while it cannot be opened, such as `DP10`
  public Connection(DriverSetup setup, String notThereCode) {
    this(setup.name(), notThereCode, setup.opener(), setup.clock(), setup.listener());
  }

  public DeviceHealth health() {
    return health;
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
    return lost instanceof WrongDeviceException ? WrongDeviceException.CODE : notThereCode;
  }

  /// Gives the link up; the next try waits.
  public void lost(String code, String reason) {
    drop();
    reconnect.failed(now());
    become(new DeviceHealth.Connecting(clock.instant(), reconnect.failures(), code, reason));
  }

  /// It is there and does not answer as it should.
  public void silent(String code, String reason) {
    lost(code, reason);
  }

  /// It talks nonsense: it is left alone for [Reconnect#QUARANTINE], not looped on.
  public void quarantine(String reason) {
    drop();
    reconnect.quarantined(now());
    become(
        new DeviceHealth.Connecting(
            clock.instant(),
            reconnect.failures(),
            NONSENSE,
            "it talks nonsense and is tried again only after "
                + Reconnect.QUARANTINE.toSeconds()
                + " s or when it is plugged in anew: "
                + reason));
  }

  /// It answered rightly and all is well.
  public void ready(String description) {
    reconnect.succeeded();
    become(new DeviceHealth.Ready(clock.instant(), description, clock.instant()));
  }

  /// It answered, and something about it needs a hand.
  public void needsHand(String code, String reason) {
    reconnect.succeeded();
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
    DeviceHealth before = health;
    boolean same =
        switch (next) {
          case DeviceHealth.Ready r ->
              before instanceof DeviceHealth.Ready b && b.description().equals(r.description());
          case DeviceHealth.NeedsHand n ->
              before instanceof DeviceHealth.NeedsHand b
                  && b.code().equals(n.code())
                  && b.reason().equals(n.reason());
          case DeviceHealth.Connecting c ->
              before instanceof DeviceHealth.Connecting b
                  && b.attempt() > 0
                  && b.code().equals(c.code())
                  && b.reason().equals(c.reason());
        };
    health = same ? since(before, next) : next;
    if (!same) {
      listener.on(new DeviceEvent.HealthChanged(device, next));
    }
  }

  private static DeviceHealth since(DeviceHealth before, DeviceHealth next) {
    return switch (next) {
      case DeviceHealth.Ready r ->
          new DeviceHealth.Ready(before.since(), r.description(), r.lastGoodAnswer());
      case DeviceHealth.NeedsHand n ->
          new DeviceHealth.NeedsHand(before.since(), n.code(), n.reason());
      case DeviceHealth.Connecting c ->
          new DeviceHealth.Connecting(before.since(), c.attempt(), c.code(), c.reason());
    };
  }
}
