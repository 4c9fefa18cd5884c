package org.libstation.lab.emulate;

import java.util.List;
import java.util.Optional;
import org.libstation.device.linescanner.lab.LineScannerTwin;
import org.libstation.lab.link.Twin;

/// A barcode scanner.
final class EmulatedScanner implements Emulated {
  private final LineScannerTwin twin = new LineScannerTwin();

  @Override
  public String model() {
    return "linescanner";
  }

  @Override
  public Twin twin() {
    return twin;
  }

  @Override
  public int baud() {
    return 9600;
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
