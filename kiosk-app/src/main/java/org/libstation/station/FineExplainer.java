package org.libstation.station;

import java.util.Optional;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.TaskNote;
import org.libstation.fines.FineExplained;

/// Explains what a late return costs and why. Pure: it sends no request and writes nothing.
public interface FineExplainer {

  /// @param handedOver when the item was handed over; the fine is counted up to this moment
  ExplainedReturn explain(ReturnOutcome outcome, EventTime handedOver);

  /// @param fine empty if nothing is overdue, or nothing is known
  /// @param finding for staff, if the library's figure and the station's differ; names no person
  ///   and no item
  record ExplainedReturn(Optional<FineExplained> fine, Optional<TaskNote> finding) {
    public static final ExplainedReturn NOTHING =
        new ExplainedReturn(Optional.empty(), Optional.empty());

    static ExplainedReturn of(FineExplained fine) {
      return new ExplainedReturn(Optional.of(fine), Optional.empty());
    }
  }
}
