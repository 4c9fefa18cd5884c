package org.libstation.device.driver;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.driver.DriverProvider.Listening;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Listens everywhere at once where a device may be that answers nothing, while a hand holds a code
/// before one of them: the one that says that code is it.
public final class CodeSearch {
  /// What comes within this belongs to one code.
  static final Duration QUIET = Duration.ofMillis(300);

  /// More than this is no code.
  static final int MOST = 64 * 1024;

  private static final Duration SLICE = Duration.ofMillis(10);

  private final DeviceClock clock;
  private final Function<DeviceAddress, LinkOpener> openers;
  private final List<CodeSearchPlace> places;

  /// @param openers from an address to what opens it
  public CodeSearch(
      DeviceClock clock,
      Function<DeviceAddress, LinkOpener> openers,
      List<CodeSearchPlace> places) {
    this.clock = clock;
    this.openers = openers;
    this.places = List.copyOf(places);
  }

  /// Where a device of a model may be.
  public record CodeSearchPlace(String model, Listening listening) {}

  /// The device that read the code.
  ///
  /// @param options by which its driver reads it
  public record FoundReader(String model, DeviceAddress address, Map<String, String> options) {
    public FoundReader {
      options = Map.copyOf(options);
    }
  }

  /// A place that could not be listened at.
  ///
  /// @param reason in words
  public record UnopenedAddress(DeviceAddress address, String reason) {}

  /// @param found empty where nobody said the code in time
  public record CodeSearchOutcome(Optional<FoundReader> found, List<UnopenedAddress> shut) {
    public CodeSearchOutcome {
      shut = List.copyOf(shut);
    }
  }

  /// All places of all drivers.
  public static List<CodeSearchPlace> places(DeviceSheets sheets) {
    List<CodeSearchPlace> all = new ArrayList<>();
    for (String model : Drivers.models()) {
      Drivers.listening(model, sheets).forEach(it -> all.add(new CodeSearchPlace(model, it)));
    }
    return List.copyOf(all);
  }

  /// Whether there is anything to listen to.
  public boolean isEmpty() {
    return places.isEmpty();
  }

  /// @param code that is held before it
  /// @param patience so long at most
  /// @param ended asked all the time; an interrupt ends it too
  public CodeSearchOutcome look(String code, Duration patience, BooleanSupplier ended) {
    List<UnopenedAddress> shut = new ArrayList<>();
    List<Ear> ears = new ArrayList<>();
    for (CodeSearchPlace place : places) {
      DeviceAddress address = place.listening().address();
      try {
        ears.add(new Ear(place, openers.apply(place.listening().heard()).open()));
      } catch (LinkLostException e) {
        shut.add(new UnopenedAddress(address, String.valueOf(e.getMessage())));
      }
    }
    try {
      Duration until = clock.monotonic().plus(patience);
      while (!ears.isEmpty()
          && clock.monotonic().compareTo(until) < 0
          && !ended.getAsBoolean()
          && !Thread.currentThread().isInterrupted()) {
        for (Ear ear : List.copyOf(ears)) {
          try {
            Optional<FoundReader> found = ear.listen(code);
            if (found.isPresent()) {
              return new CodeSearchOutcome(found, shut);
            }
          } catch (LinkLostException e) {
            ear.link.close();
            ears.remove(ear);
            shut.add(
                new UnopenedAddress(
                    ear.place.listening().address(), String.valueOf(e.getMessage())));
          }
        }
      }
      return new CodeSearchOutcome(Optional.empty(), shut);
    } finally {
      ears.forEach(ear -> ear.link.close());
    }
  }

  private final class Ear {
    private final CodeSearchPlace place;
    private final ByteLink link;
    private final ByteArrayOutputStream came = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[4096];
    private Duration last = Duration.ZERO;
    private boolean fresh;

    Ear(CodeSearchPlace place, ByteLink link) {
      this.place = place;
      this.link = link;
    }

    Optional<FoundReader> listen(String code) throws LinkLostException {
      int count = link.read(buffer, SLICE);
      Duration now = clock.monotonic();
      if (count > 0) {
        came.write(buffer, 0, count);
        // It may be a reader's card.
        Arrays.fill(buffer, 0, count, (byte) 0);
        last = now;
        fresh = true;
      }
      if (came.size() > MOST) {
        throw new LinkLostException("it sends without an end");
      }
      if (!fresh || now.minus(last).compareTo(QUIET) < 0) {
        return Optional.empty();
      }
      fresh = false;
      // From the beginning: what it tells of itself when it is opened is needed to read the rest.
      return place
          .listening()
          .reads()
          .apply(came.toByteArray(), code)
          .map(it -> new FoundReader(place.model(), place.listening().address(), it));
    }
  }
}
