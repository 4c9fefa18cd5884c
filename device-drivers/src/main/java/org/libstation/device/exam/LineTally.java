package org.libstation.device.exam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts the outcomes of the questions to a device, and derives the faults of its line.
public final class LineTally {
  private final Map<DeviceFault, Integer> counts = new EnumMap<>(DeviceFault.class);
  private final Map<DeviceFault, String> details = new EnumMap<>(DeviceFault.class);
  private int asked;
  private int answered;
  private boolean heard;
  private boolean look;
  private Duration slowest = Duration.ZERO;

  /// Counts a question that was sent.
  public void asked() {
    asked++;
  }

  /// Counts a whole answer.
  ///
  /// @param after time from the question to the answer
  public void answered(Duration after) {
    answered++;
    heard = true;
    slowest = after.compareTo(slowest) > 0 ? after : slowest;
  }

  /// Counts a faulty outcome.
  public void odd(DeviceFault fault, String detail) {
    heard |= fault != DeviceFault.UNANSWERED;
    counts.merge(fault, 1, Integer::sum);
    details.put(fault, detail);
  }

  public void odd(DeviceFault fault) {
    odd(fault, "");
  }

  /// Counts an answer that came late, together with the next one.
  public void cameLate() {
    counts.computeIfPresent(DeviceFault.UNANSWERED, (_, count) -> count > 1 ? count - 1 : null);
    odd(DeviceFault.LATE);
  }

  /// Notes that a test slip was sent completely, but the printer does not report whether it came
  /// out.
  public void look() {
    look = true;
  }

  /// Whether any question got its whole answer.
  public boolean anyAnswer() {
    return answered > 0;
  }

  /// Ends the count and makes the result.
  ///
  /// @param more findings beside the line itself
  public Examined end(String identity, List<Found> more, List<Examiner.ExaminerAct> notTried) {
    List<Found> found = new ArrayList<>();
    if (asked > 0 && answered == 0) {
      DeviceFault whole = counts.containsKey(DeviceFault.REFUSED) ? DeviceFault.REFUSED : ofNone();
      found.add(new Found(whole, asked, asked, details.getOrDefault(whole, "")));
    } else {
      counts.forEach(
          (fault, count) ->
              found.add(new Found(fault, count, asked, details.getOrDefault(fault, ""))));
    }
    found.addAll(more);
    found.sort(Comparator.comparing(one -> !one.fault().isFault()));
    return new Examined(identity, found, asked, answered, slowest, notTried, look);
  }

  private DeviceFault ofNone() {
    return heard ? DeviceFault.NONSENSE : DeviceFault.SILENT;
  }
}
