package org.libstation.device.exam;

import java.time.Duration;
import java.util.List;

/// The result of an examination.
///
/// @param identity what the device says it is (model, firmware); empty when it reports nothing
/// @param found the faults, the worst first; empty when all is well
/// @param asked number of questions sent to the device
/// @param answered number of questions that got their whole answer at once
/// @param slowest longest time of those answers
/// @param notTried the acts left out, because no person helped or they were not requested
/// @param look whether a person must check that a test slip came out, because the printer does not
///   report it
public record Examined(
    String identity,
    List<Found> found,
    int asked,
    int answered,
    Duration slowest,
    List<Examiner.ExaminerAct> notTried,
    boolean look) {
  public Examined {
    found = List.copyOf(found);
    notTried = List.copyOf(notTried);
  }
}
