package org.libstation.device.exam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts what became of each question, and says what that means for the line.
public final class LineTally {
  private final Map<DeviceFault, Integer> counts = new EnumMap<>(DeviceFault.class);
  private final Map<DeviceFault, String> details = new EnumMap<>(DeviceFault.class);
  private int asked;
  private int answered;
  private boolean heard;
  private boolean look;
  private Duration slowest = Duration.ZERO;

  /// A question was put.
  public void asked() {
    asked++;
  }

  /// It got its whole answer.
  public void answered(Duration after) {
    answered++;
    heard = true;
    slowest = after.compareTo(slowest) > 0 ? after : slowest;
  }

  /// Something else became of it.
  public void odd(DeviceFault fault, String detail) {
    heard |= fault != DeviceFault.UNANSWERED;
    counts.merge(fault, 1, Integer::sum);
    details.put(fault, detail);
  }

  public void odd(DeviceFault fault) {
    odd(fault, "");
  }

  /// Its answer came after all, with the next one.
  public void cameLate() {
    counts.computeIfPresent(DeviceFault.UNANSWERED, (_, count) -> count > 1 ? count - 1 : null);
    odd(DeviceFault.LATE);
  }

  /// A test slip was handed over whole, and nobody says whether it came out.
  public void look() {
    look = true;
  }

  public boolean anyAnswer() {
    return answered > 0;
  }

  /// The examination's end.
  ///
  /// @param more what was found beside the line itself
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
