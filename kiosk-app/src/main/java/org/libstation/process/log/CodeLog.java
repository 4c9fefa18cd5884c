package org.libstation.process.log;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.ShownCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes each code that a patron begins to see to the staff log, so that a report can be traced.
/// It writes the code and its meaning, but no number, card or title.
public final class CodeLog implements Consumer<FlowState> {
  private static final Logger log = LoggerFactory.getLogger("staff");

  private final BooleanSupplier ending;
  private Set<Code> shown = Set.of();

  /// @param ending whether the program is ending; then no code begins to be shown
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
