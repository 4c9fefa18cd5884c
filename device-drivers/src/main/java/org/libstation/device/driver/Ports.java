package org.libstation.device.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.libstation.device.Device;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.ReceiptPrinter;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The serial ports of one site. Recognises a device that was plugged into another device's port by
/// its handshake, and names it.
///
/// Only devices that do not answer at their own port are looked for. Printers are looked for before
/// anything else is written, by a question that prints nothing. A question that a printer might
/// print is asked only if every printer of the site is known to be at another port. Two devices of
/// one model answer alike and cannot be told apart. A device that never answers cannot be found.
public final class Ports {
  public static final Duration ANSWER_LIMIT = Duration.ofMillis(250);

  /// How long an answer at another's port stays valid. Meanwhile the device is asked for every 2 s.
  static final Duration BELIEVED_FOR = Duration.ofSeconds(15);

  /// Interval of checks whether the wanted device has answered at its own port meanwhile.
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private static final Duration WRITE_LIMIT = Duration.ofMillis(200);
  private static final int LONGEST_ANSWER = 256;
  private static final Logger LOG = LoggerFactory.getLogger(Ports.class);

  private final DeviceClock clock;
  private final Function<DeviceAddress, LinkOpener> openers;
  private final Map<String, Port> ports = new LinkedHashMap<>();

  /// The ports of this computer.
  public Ports(DeviceClock clock) {
    this(clock, LinkOpeners::of);
  }

  /// @param openers opens the link to an address; in a simulation it leads to twins
  public Ports(DeviceClock clock, Function<DeviceAddress, LinkOpener> openers) {
    this.clock = clock;
    this.openers = openers;
  }

  LinkOpener opener(DeviceAddress address) {
    return openers.apply(address);
  }

  /// One device and its own port. Guarded by the lock of [Ports].
  static final class Port {
    final String name;
    final DeviceAddress address;
    private Optional<Greeting> greeting = Optional.empty();
    private boolean prints;
    private boolean handedOut;

    /// Whether the device is usable at its own port.
    private boolean home;

    /// How often its own port was open and the device did not answer there.
    private int silences;

    private boolean silent;

    /// The other port where the device answered last; null if it is not elsewhere.
    private @Nullable Port foundAt;

    private Duration foundUntil = Duration.ZERO;

    Port(String name, DeviceAddress address) {
      this.name = name;
      this.address = address;
    }

    String place() {
      return address.scheme() + ":" + address.place();
    }

    private boolean isElsewhereThan(Port port) {
      return foundAt != null ? foundAt != port : home && greeting.isPresent();
    }
  }

  /// A device to ask for at a port, and the question.
  record PortCandidate(Port port, Greeting greeting) {}

  /// Wraps a serial device's opener and listener so that its port is watched. Any other device's
  /// setup is returned unchanged.
  DriverSetup watched(DriverSetup setup) {
    if (!setup.address().scheme().equals("serial")) {
      return setup;
    }
    Port port = new Port(setup.name(), setup.address());
    synchronized (this) {
      ports.put(port.name, port);
    }
    return setup.with(
        c ->
            c.listener(
                    event -> {
                      if (event instanceof DeviceEvent.HealthChanged changed) {
                        heard(port, changed.health());
                      }
                      setup.listener().on(event);
                    })
                .opener(new PortOpener(this, port, setup.opener())));
  }

  /// Notes for a new device whether it prints and how others recognise it.
  synchronized void made(String name, Device device, Optional<Greeting> greeting) {
    Port port = ports.get(name);
    if (port != null) {
      port.greeting = greeting;
      port.prints = device instanceof ReceiptPrinter;
    }
  }

  private synchronized void heard(Port port, DeviceHealth health) {
    port.home = health.usable();
    if (port.home) {
      port.handedOut = false;
      port.silent = false;
      port.foundAt = null;
      ports.values().forEach(other -> found(port, other, false));
    } else if (port.handedOut) {
      port.handedOut = false;
      port.silent = true;
      port.silences++;
    }
  }

  /// Notes that the port's driver gets its link and will report whether its device answers.
  synchronized void handedOut(Port port) {
    port.handedOut = true;
  }

  /// The devices to ask for at a port before its own driver writes anything. They are missing
  /// printers, the device that answered here last, and one of the other missing devices.
  ///
  /// @param turn counts the calls, so that each missing device has its turn
  synchronized List<PortCandidate> candidates(Port port, int turn) {
    forgetOldAnswers();
    List<PortCandidate> harmless = new ArrayList<>();
    List<PortCandidate> others = new ArrayList<>();
    for (Port other : ports.values()) {
      if (!isMissed(other, port)) {
        continue;
      }
      PortCandidate candidate = new PortCandidate(other, other.greeting.orElseThrow());
      if (candidate.greeting().harmless()) {
        harmless.add(candidate);
      } else if (port.silent || other.silent || port.foundAt != null || other.foundAt == port) {
        others.add(candidate);
      }
    }
    if (printerMayBeAt(port)) {
      return harmless;
    }
    List<PortCandidate> all = new ArrayList<>(harmless);
    others.stream().filter(it -> it.port().foundAt == port).forEach(all::add);
    if (all.size() == harmless.size() && !others.isEmpty()) {
      all.add(others.get(turn % others.size()));
    }
    return all;
  }

  /// The device to ask for at an open port whose own device never answers.
  ///
  /// @param asked for each device, its count of silences when it was last asked for here
  synchronized Optional<PortCandidate> visitor(Port port, Map<String, Integer> asked) {
    if (port.greeting.isPresent() || printerMayBeAt(port)) {
      return Optional.empty();
    }
    forgetOldAnswers();
    for (Port other : ports.values()) {
      if (isMissed(other, port)
          && other.silent
          && other.foundAt == null
          && !Objects.equals(asked.get(other.name), other.silences)) {
        asked.put(other.name, other.silences);
        return Optional.of(new PortCandidate(other, other.greeting.orElseThrow()));
      }
    }
    return Optional.empty();
  }

  private void forgetOldAnswers() {
    Duration now = clock.monotonic();
    for (Port each : ports.values()) {
      if (each.foundAt != null && now.compareTo(each.foundUntil) > 0) {
        each.foundAt = null;
      }
    }
  }

  private static boolean isMissed(Port other, Port port) {
    return other != port
        && !other.home
        && other.greeting.isPresent()
        && (other.foundAt == null || other.foundAt == port)
        && !isAlike(other, port);
  }

  private static boolean isAlike(Port one, Port other) {
    return one.greeting.isPresent()
        && other.greeting.isPresent()
        && one.greeting.get().question().equals(other.greeting.get().question());
  }

  private boolean printerMayBeAt(Port port) {
    return ports.values().stream()
            .anyMatch(other -> other.prints && other != port && !other.isElsewhereThan(port))
        || (port.prints && !port.isElsewhereThan(port));
  }

  /// A message that says at which other port the device of this port answered; empty if it was not
  /// found elsewhere.
  synchronized Optional<String> foundElsewhere(Port port) {
    Port at = port.foundAt;
    return at == null ? Optional.empty() : Optional.of(answers(port, at));
  }

  /// Asks at a port, which must be closed, whether a device is there.
  ///
  /// @return the bytes received that are no answer; the port's own device may have sent them
  /// @throws WrongDeviceException when the device is there
  /// @throws LinkLostException when the port cannot be opened
  byte[] ask(Port port, PortCandidate candidate) throws LinkLostException {
    Port other = candidate.port();
    DeviceAddress there = other.address.withPlace(port.address.place());
    byte[] came;
    try (ByteLink link = openers.apply(there).open()) {
      came = heard(clock, link, candidate.greeting(), () -> isHome(other));
    } catch (LinkLostException e) {
      found(port, other, false);
      throw e;
    }
    boolean found = candidate.greeting().answered().test(came);
    found(port, other, found);
    if (found) {
      throw new WrongDeviceException(answers(other, port));
    }
    return came;
  }

  private synchronized boolean isHome(Port port) {
    return port.home;
  }

  /// Asks, and collects bytes until they are the whole answer or the time is over.
  static byte[] heard(DeviceClock clock, ByteLink link, Greeting greeting)
      throws LinkLostException {
    return heard(clock, link, greeting, () -> false);
  }

  /// @param idle whether the answer is no longer needed
  private static byte[] heard(
      DeviceClock clock, ByteLink link, Greeting greeting, BooleanSupplier idle)
      throws LinkLostException {
    link.write(greeting.question().toArray(), WRITE_LIMIT);
    byte[] came = new byte[0];
    byte[] buffer = new byte[LONGEST_ANSWER];
    Duration end = clock.monotonic().plus(ANSWER_LIMIT);
    for (Duration left = ANSWER_LIMIT;
        left.isPositive() && came.length < LONGEST_ANSWER && !idle.getAsBoolean();
        left = end.minus(clock.monotonic())) {
      int count = link.read(buffer, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
      if (count > 0) {
        int before = came.length;
        came = Arrays.copyOf(came, before + count);
        System.arraycopy(buffer, 0, came, before, count);
        // A scan during this time may be a patron's card.
        Arrays.fill(buffer, 0, count, (byte) 0);
        if (greeting.answered().test(came)) {
          return came;
        }
      }
    }
    return came;
  }

  private synchronized void found(Port port, Port other, boolean there) {
    other.foundUntil = there ? clock.monotonic().plus(BELIEVED_FOR) : other.foundUntil;
    if (there && other.foundAt != port) {
      other.foundAt = port;
      LOG.warn("{}: {}", WrongDeviceException.CODE, answers(other, port));
    } else if (!there && other.foundAt == port) {
      other.foundAt = null;
      LOG.info("the {} no longer answers on the port of the {}", other.name, port.name);
    }
  }

  private static String answers(Port device, Port port) {
    return "the %s answers on the %s's port (%s)".formatted(device.name, port.name, port.place());
  }
}
