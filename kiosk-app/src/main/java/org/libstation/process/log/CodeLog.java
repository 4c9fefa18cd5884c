package org.libstation.process.log;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.ShownCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes each code that a patron begins to see into staff's log, so that what somebody tells of
/// can be found: the code and what it means, and no number, card or title.
public final class CodeLog implements Consumer<FlowState> {
  private static final Logger log = LoggerFactory.getLogger("staff");

  private final BooleanSupplier ending;
  private Set<Code> shown = Set.of();

  /// @param ending the program is being ended: nobody begins to see anything any more
  public CodeLog(BooleanSupplier ending) {
    this.ending = ending;
  }

  @Override
  public void accept(FlowState state) {
    if (ending.getAsBoolean()) {
      return;
    }
    Set<Code> now = ShownCodes.of(state);
    for (Code code : now) {
      if (!shown.contains(code)) {
        log.info("SHOWN {}: {}", code, code.meaning());
      }
    }
    shown = now;
  }
}
