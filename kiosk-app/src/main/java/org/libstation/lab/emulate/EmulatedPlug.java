package org.libstation.lab.emulate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.lab.link.PluggedTwin;
import org.libstation.lab.link.Twin;

/// Plugs a twin in and out, and brings about its faults.
record EmulatedPlug(Twin twin, PluggedTwin line) implements Emulated {
  @Override
  public List<String> help() {
    return Stream.concat(
            twin.faults().stream().map(it -> "fault %-40s %s".formatted(it.example(), it.words())),
            Stream.of("heal           ends every fault that lasts"))
        .toList();
  }

  @Override
  public Optional<String> act(List<String> words) {
    return switch (words.getFirst()) {
      case "unplug" -> {
        line.unplug();
        yield Optional.of("ok");
      }
      case "plug" -> {
        line.plug();
        yield Optional.of("ok " + line.place());
      }
      case "fault" -> Optional.of(fault(words));
      case "heal" -> {
        twin.heal();
        yield Optional.of("ok");
      }
      default -> Optional.empty();
    };
  }

  private String fault(List<String> words) {
    return words.size() < 2
        ? "which fault? help names them"
        : twin.bringAbout(words.get(1), words.subList(2, words.size())).orElse("ok");
  }
}
