package org.libstation.wiring;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libstation.flow.Code;
import org.libstation.flow.FlowState;
import org.libstation.scenario.StateLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes each code that a patron begins to see into staff's log, so that what somebody tells of
/// can be found: the code and what it means, and no number, card or title.
final class CodeLog implements Consumer<FlowState> {
  private static final Logger log = LoggerFactory.getLogger("staff");
  private static final Pattern CODE =
      Pattern.compile(
          "\\b("
              + Arrays.stream(Code.values()).map(Code::name).collect(Collectors.joining("|"))
              + ")\\b");

  private Set<String> shown = Set.of();

  @Override
  public void accept(FlowState state) {
    Set<String> now = new LinkedHashSet<>();
    for (String line : StateLines.of(state)) {
      Matcher code = CODE.matcher(line);
      while (code.find()) {
        now.add(code.group());
      }
    }
    for (String code : now) {
      if (!shown.contains(code)) {
        log.info("SHOWN {}: {}", code, Code.valueOf(code).meaning());
      }
    }
    shown = now;
  }
}
