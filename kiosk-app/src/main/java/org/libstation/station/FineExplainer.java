package org.libstation.station;

import java.util.Optional;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.fines.FineExplained;

/// Says what a late return costs and why. Pure: it asks nobody and writes nothing.
public interface FineExplainer {

  /// @param handedOver the moment that counts
  ExplainedReturn explain(ReturnOutcome outcome, EventTime handedOver);

  /// @param fine empty where nothing is overdue, or nothing is known
  /// @param finding for staff: the library's figure and ours differ; names no person and no item
  record ExplainedReturn(Optional<FineExplained> fine, Optional<String> finding) {
    public static final ExplainedReturn NOTHING =
        new ExplainedReturn(Optional.empty(), Optional.empty());

    static ExplainedReturn of(FineExplained fine) {
      return new ExplainedReturn(Optional.of(fine), Optional.empty());
    }
  }
}
