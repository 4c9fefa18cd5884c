package org.libstation.device.linescanner;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.libstation.barcode.ScanFramer;
import org.libstation.device.Device;
import org.libstation.device.DriverOptions;
import org.libstation.device.DriverProvider;
import org.libstation.device.DriverSetup;

/// `linescanner`: see README.md here for its options.
public final class LineScannerProvider implements DriverProvider {

  @Override
  public String model() {
    return "linescanner";
  }

  @Override
  public Device create(DriverSetup setup) {
    DriverOptions options = setup.options();
    ScanFramer.Settings framing =
        new ScanFramer.Settings(
            text(options.hex("prefix", "")),
            text(options.hex("suffix", "")),
            options.number("longest", 128, 1, 4096),
            options.millis("silence", 100, 10, 5000),
            options.choice("partial", "discard", "discard", "deliver").equals("deliver"));
    LineScanner.Settings settings =
        new LineScanner.Settings(
            framing,
            options.millis("same-scan", 1500, 0, 60_000),
            options.choice("codabar-letters", "strip", "strip", "keep").equals("strip"),
            dialect(options));
    return new LineScanner(setup.name(), settings, setup.opener(), setup.clock(), setup.listener());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static ScannerDialect dialect(DriverOptions options) {
    String[] words =
        Arrays.stream(ScannerDialect.values()).map(ScannerDialect::word).toArray(String[]::new);
    String word = options.choice("dialect", ScannerDialect.PLAIN.word(), words);
    return Arrays.stream(ScannerDialect.values())
        .filter(d -> d.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
