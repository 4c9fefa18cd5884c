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

/// Finds a reader that answers no question: listens at all possible places while a technician
/// presents a known code to one reader. The place that receives the code has the reader.
public final class CodeSearch {
  /// Silence that ends a code.
  static final Duration QUIET = Duration.ofMillis(300);

  /// Most bytes that a code may have.
  static final int MOST = 64 * 1024;

  private static final Duration SLICE = Duration.ofMillis(10);

  private final DeviceClock clock;
  private final Function<DeviceAddress, LinkOpener> openers;
  private final List<CodeSearchPlace> places;

  /// @param openers opens the link to an address
  public CodeSearch(
      DeviceClock clock,
      Function<DeviceAddress, LinkOpener> openers,
      List<CodeSearchPlace> places) {
    this.clock = clock;
    this.openers = openers;
    this.places = List.copyOf(places);
  }

  /// A place where a device of a model may be.
  public record CodeSearchPlace(String model, Listening listening) {}

  /// The device that read the code.
  ///
  /// @param options with which its driver reads the code
  public record FoundReader(String model, DeviceAddress address, Map<String, String> options) {
    public FoundReader {
      options = Map.copyOf(options);
    }
  }

  /// An address that could not be opened or listened to.
  ///
  /// @param reason in words
  public record UnopenedAddress(DeviceAddress address, String reason) {}

  /// The result of a search.
  ///
  /// @param found empty if the code did not arrive in time
  /// @param shut the places that could not be listened to
  public record CodeSearchOutcome(Optional<FoundReader> found, List<UnopenedAddress> shut) {
    public CodeSearchOutcome {
      shut = List.copyOf(shut);
    }
  }

  /// All places that the drivers know.
  public static List<CodeSearchPlace> places(DeviceSheets sheets) {
    List<CodeSearchPlace> all = new ArrayList<>();
    for (String model : Drivers.models()) {
      Drivers.listening(model, sheets).forEach(it -> all.add(new CodeSearchPlace(model, it)));
    }
    return List.copyOf(all);
  }

  /// Whether there is no place to listen to.
  public boolean isEmpty() {
    return places.isEmpty();
  }

  /// Listens until the code arrives, the time is over, or the caller ends the search. An interrupt
  /// ends the search too.
  ///
  /// @param code the code that is presented to the reader
  /// @param patience the longest time to listen
  /// @param ended polled all the time; true ends the search
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

    /// Reads for a moment. Returns this place's reader if the code has arrived.
    Optional<FoundReader> listen(String code) throws LinkLostException {
      int count = link.read(buffer, SLICE);
      Duration now = clock.monotonic();
      if (count > 0) {
        came.write(buffer, 0, count);
        // The bytes may be a patron's card number.
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
      // Read from the beginning: what a device sends at opening is needed to read the rest.
      return place
          .listening()
          .reads()
          .apply(came.toByteArray(), code)
          .map(it -> new FoundReader(place.model(), place.listening().address(), it));
    }
  }
}
