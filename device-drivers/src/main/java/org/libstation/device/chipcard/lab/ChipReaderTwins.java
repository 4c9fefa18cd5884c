package org.libstation.device.chipcard.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.libstation.device.DeviceAddress;
import org.libstation.lab.link.Twin;
import org.libstation.lab.twin.TwinProvider;

/// Makes simulated card readers ([ChipReaderTwin], [LineReaderTwin]) for the driver `chipcard`.
public final class ChipReaderTwins implements TwinProvider {
  private static final String READER = "reader";

  @Override
  public String model() {
    return "chipcard";
  }

  @Override
  public List<Map<String, String>> kinds() {
    return Stream.concat(
            Stream.of(Map.<String, String>of()),
            Stream.of(LineReaderTwin.Make.values())
                .map(it -> Map.of(READER, it.name().toLowerCase(Locale.ROOT))))
        .toList();
  }

  @Override
  public Twin make(Map<String, String> kind) {
    return kind.isEmpty() ? new ChipReaderTwin() : new LineReaderTwin(reader(kind));
  }

  private static LineReaderTwin.Make reader(Map<String, String> kind) {
    return LineReaderTwin.Make.valueOf(kind.getOrDefault(READER, "").toUpperCase(Locale.ROOT));
  }

  /// The serial address of an ACR122S or a line reader. A reader behind PC/SC has no line of its
  /// own.
  @Override
  public DeviceAddress usual(Map<String, String> kind) {
    boolean fast = !kind.isEmpty() && reader(kind) == LineReaderTwin.Make.SM130;
    return DeviceAddress.parse("serial:/dev/libstation/chipcard?baud=" + (fast ? 19_200 : 9600));
  }
}
