package org.libstation.device.exam;

import java.time.Duration;
import java.util.List;

/// What an examination came to.
///
/// @param identity what the device says it is (model, firmware); empty when it says nothing
/// @param found what is wrong, the worst first; empty when all is well
/// @param asked questions put to it
/// @param answered how many of them got their whole answer at once
/// @param slowest of those answers
/// @param notTried what was left out, because nobody was there to lend a hand or because it was not
///   asked for
/// @param look whether a test slip was handed over of which nobody says whether it came out: a
///   person is to look at it
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
