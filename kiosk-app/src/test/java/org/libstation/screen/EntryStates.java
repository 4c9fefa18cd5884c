package org.libstation.screen;

import java.util.Map;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;

/// A number is typed.
final class EntryStates {
  private EntryStates() {}

  static void add(Map<String, FlowState> all) {
    FlowState holds = java.util.Objects.requireNonNull(all.get("holds"));
    all.put("entry-typed", at(holds, new Screen.Entry("38801000000015", false, Optional.empty())));
    all.put(
        "entry-isbn", at(holds, new Screen.Entry("9789620000001", false, Optional.of(Code.H21))));
    all.put(
        "entry-longest",
        at(holds, new Screen.Entry("WWWWWWWWWWWWWWWWWWWW", false, Optional.of(Code.H23))));
  }

  private static FlowState at(FlowState holds, Screen screen) {
    return States.of(holds.station(), screen, holds.session().orElseThrow());
  }
}
