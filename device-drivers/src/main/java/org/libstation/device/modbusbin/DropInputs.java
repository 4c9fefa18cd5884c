package org.libstation.device.modbusbin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceEvent;

/// The meaning of a drop's inputs: flap, photo-eye, bin and door.
final class DropInputs {
  /// If the module's counter jumps further than this, it was reset.
  static final int LARGEST_LEAP = 500;

  private static final int COUNTER_RANGE = 0x10000;

  private final String device;
  private final BinOptions options;
  private final DropEye eye = new DropEye();
  private DeviceEvent.@Nullable DropInputsChanged said;
  private @Nullable Integer counter;
  private boolean binPresent = true;
  private boolean tampered;
  private boolean flapClosed = true;
  private Duration flapSince = Duration.ZERO;

  DropInputs(String device, BinOptions options) {
    this.device = device;
    this.options = options;
  }

  /// Forgets the reported state after the module was silent, so that the next state is reported
  /// whether it changed or not.
  void begin() {
    said = null;
  }

  /// What one reading of the inputs shows.
  ///
  /// @param state the state to report; empty if nothing changed
  /// @param passed when an object came, if this reading shows that one passes
  /// @param ended how long a dark time lasted that this reading ends
  /// @param emptied whether the bin was taken out
  record Reading(
      Optional<DeviceEvent.DropInputsChanged> state,
      Optional<Instant> passed,
      Optional<Duration> ended,
      boolean emptied) {}

  /// @param asked earliest moment that the bits can describe, monotonic
  /// @param now the latest such moment
  /// @param wall wall time of that moment
  Reading read(List<Boolean> bits, Duration asked, Duration now, Instant wall) {
    Optional<Instant> passed = eye.reading(input(bits, options.inputs().eye()), asked, now, wall);
    boolean present = input(bits, options.inputs().binPresent());
    boolean emptied = binPresent && !present;
    binPresent = present;
    tampered = input(bits, options.inputs().tamper());
    boolean closed = input(bits, options.inputs().flapClosed());
    if (closed != flapClosed) {
      flapClosed = closed;
      flapSince = now;
    }
    DeviceEvent.DropInputsChanged state =
        new DeviceEvent.DropInputsChanged(device, flapClosed, eye.dark(), binPresent, tampered);
    boolean changed = !state.equals(said);
    said = state;
    return new Reading(
        changed ? Optional.of(state) : Optional.empty(), passed, eye.ended(), emptied);
  }

  private boolean input(List<Boolean> bits, int number) {
    return bits.get(number) != options.inverted().contains(number);
  }

  /// How many objects the module itself counted at the eye since the last call.
  int counted(int reading) {
    Integer before = counter;
    counter = reading;
    if (before == null) {
      return 0;
    }
    int more = Math.floorMod(reading - before, COUNTER_RANGE);
    return more > LARGEST_LEAP ? 0 : more;
  }

  /// Whether a measured level has no meaning now: something passes, or there is no bin.
  boolean masksLevel(Duration now) {
    return eye.unsettled(now) || !binPresent;
  }

  /// The most serious trouble now; empty if there is none.
  Optional<BinTrouble> trouble(Duration now) {
    if (eye.jammed(now)) {
      return Optional.of(new BinTrouble("DB21", "something blocks the photo-eye of the drop"));
    }
    if (tampered) {
      return Optional.of(new BinTrouble("DB26", "the door of the cabinet is open"));
    }
    if (!binPresent) {
      return Optional.of(new BinTrouble("DB27", "there is no bin under the drop"));
    }
    if (!flapClosed && now.minus(flapSince).compareTo(options.times().flapOpen()) > 0) {
      return Optional.of(new BinTrouble("DB25", "the flap of the drop stands open"));
    }
    return Optional.empty();
  }
}
