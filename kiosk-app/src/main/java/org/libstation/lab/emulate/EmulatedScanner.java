package org.libstation.lab.emulate;

import java.util.List;
import java.util.Optional;
import org.libstation.lab.twin.CodeScanner;

/// Emulates a barcode scanner.
final class EmulatedScanner implements Emulated {
  private final CodeScanner twin;

  EmulatedScanner(CodeScanner twin) {
    this.twin = twin;
  }

  @Override
  public List<String> help() {
    return List.of("scan CODE      somebody holds a barcode before it");
  }

  @Override
  public Optional<String> act(List<String> words) {
    if (!words.getFirst().equals("scan") || words.size() < 2) {
      return Optional.empty();
    }
    String code = String.join(" ", words.subList(1, words.size()));
    return Optional.of(
        twin.scan(code) ? "ok" : "it does not read now: switched off by the station");
  }
}
