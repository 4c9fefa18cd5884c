package org.libstation.device.keyscanner;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the reports of a HID-POS scanner contain the scanned data, according to its own report
/// descriptor.
///
/// Sources: HID 1.11, §6.2.2; HID Point of Sale Usage Tables 1.02, page 8C.
///
/// @param numbered whether each report begins with its number
/// @param scans the reports that contain a scan, by report number; number 0 if reports are not
///   numbered
record PosReports(boolean numbered, Map<Integer, ReportFields> scans) {
  private static final int BARCODE = 0x8C_0000;
  private static final int IDENTIFIER_1 = BARCODE | 0xFB;
  private static final int IDENTIFIER_3 = BARCODE | 0xFD;
  private static final int DATA = BARCODE | 0xFE;
  private static final int CONTINUED = BARCODE | 0xFF;

  /// Usage of Generic Desktop: how many bytes of the data are valid.
  private static final int BYTE_COUNT = 0x01_003B;

  private static final int PAGE_BITS = 16;
  private static final int BYTE = 8;

  /// More than the longest report of the kernel has (HID_MAX_BUFFER_SIZE).
  private static final int MOST_BITS = 16_384 * BYTE;

  private static final int MOST_PUSHED = 16;
  private static final int MOST_USAGES = 1024;

  /// A row of fields with the same HID usage, such as the bytes of the scanned data. All are whole
  /// bytes, except for a flag.
  ///
  /// @param bit position of the first field in the report, in bits, without the report number
  /// @param size size of each, in bits
  record ReportField(int bit, int size, int count) {
    /// Returns a field of the report as a number; -1 if the report ends before it.
    int in(byte[] report, int from, int which) {
      int value = 0;
      for (int i = 0; i < Math.min(size, 2 * BYTE); i++) {
        int at = from * BYTE + bit + which * size + i;
        if (at / BYTE >= report.length) {
          return -1;
        }
        value |= ((report[at / BYTE] >> (at % BYTE)) & 1) << i;
      }
      return value;
    }
  }

  /// The fields of a report that contains a scan.
  ///
  /// @param identifier the AIM identifier, one byte a character
  /// @param continued whether the next report continues the same scan
  record ReportFields(
      ReportField data,
      Optional<ReportField> byteCount,
      Optional<ReportField> identifier,
      Optional<ReportField> continued) {}

  PosReports {
    scans = Map.copyOf(scans);
  }

  /// Reads a report descriptor. Never throws; empty if no report contains a scan or the descriptor
  /// is invalid.
  static Optional<PosReports> of(byte[] descriptor) {
    return new ReportDescriptorReader(descriptor).read();
  }

  /// The global items of a descriptor, which apply to the items that follow. They can be pushed and
  /// popped.
  @RecordBuilder
  record Globals(int page, int size, int count, int report)
      implements PosReportsGlobalsBuilder.With {}

  private static final class ReportDescriptorReader {
    private final byte[] descriptor;
    private final Deque<Globals> pushed = new ArrayDeque<>();
    private final List<Integer> usages = new ArrayList<>();
    private final Map<Integer, Integer> bits = new HashMap<>();
    private final Map<Integer, Map<Integer, ReportField>> found = new HashMap<>();
    private Globals now = new Globals(0, 0, 0, 0);
    private int least;
    private boolean numbered;

    ReportDescriptorReader(byte[] descriptor) {
      this.descriptor = descriptor;
    }

    Optional<PosReports> read() {
      int at = 0;
      while (at < descriptor.length) {
        int prefix = descriptor[at] & 0xFF;
        boolean isLong = prefix == 0xFE;
        int size = isLong ? byteAt(at + 1) + 2 : (prefix & 3) == 3 ? 4 : prefix & 3;
        if (at + 1 + size > descriptor.length || !(isLong || item(prefix & ~3, at + 1, size))) {
          return Optional.empty();
        }
        at += 1 + size;
      }
      Map<Integer, ReportFields> scans = new HashMap<>();
      found.forEach((report, fields) -> scan(fields).ifPresent(it -> scans.put(report, it)));
      return scans.isEmpty() ? Optional.empty() : Optional.of(new PosReports(numbered, scans));
    }

    private static Optional<ReportFields> scan(Map<Integer, ReportField> fields) {
      Optional<ReportField> data =
          Optional.ofNullable(fields.get(DATA)).filter(it -> it.size() == BYTE);
      return data.map(
          it ->
              new ReportFields(
                  it,
                  Optional.ofNullable(fields.get(BYTE_COUNT)),
                  Optional.ofNullable(fields.get(IDENTIFIER_1)).filter(id -> id.size() == BYTE),
                  Optional.ofNullable(fields.get(CONTINUED))));
    }

    private int byteAt(int at) {
      return at < descriptor.length ? descriptor[at] & 0xFF : 0;
    }

    private int value(int at, int size) {
      int value = 0;
      for (int i = 0; i < size; i++) {
        value |= byteAt(at + i) << (BYTE * i);
      }
      return value;
    }

    /// @return false if the item is invalid
    private boolean item(int tag, int at, int size) {
      int value = value(at, size);
      switch (tag) {
        case 0x80 -> {
          return input((value & 1) == 0);
        }
        // Output, feature, collection and end of collection: the usages so far no longer apply.
        case 0x90, 0xB0, 0xA0, 0xC0 -> usages.clear();
        case 0x04 -> now = now.withPage(value);
        case 0x74 -> now = now.withSize(value);
        case 0x94 -> now = now.withCount(value);
        case 0x84 -> {
          now = now.withReport(value);
          numbered = true;
        }
        case 0xA4 -> {
          pushed.push(now);
          return pushed.size() <= MOST_PUSHED;
        }
        case 0xB4 -> {
          if (pushed.isEmpty()) {
            return false;
          }
          now = pushed.pop();
        }
        case 0x08 -> usages.add(usage(value, size));
        case 0x18 -> least = usage(value, size);
        case 0x28 -> range(usage(value, size));
        default -> {
          // Bounds, units and strings do not affect where a scan is.
        }
      }
      return usages.size() <= MOST_USAGES;
    }

    private void range(int most) {
      for (int usage = least; usage <= most && usages.size() <= MOST_USAGES; usage++) {
        usages.add(usage);
      }
    }

    /// A usage of four bytes contains its own page.
    private int usage(int value, int size) {
      return size == 4 ? value : (now.page() << PAGE_BITS) | value;
    }

    private boolean input(boolean holds) {
      int from = bits.getOrDefault(now.report(), 0);
      long all = (long) now.size() * now.count();
      // Fields without a size would never end.
      if (now.size() <= 0 || now.count() < 0 || from + all > MOST_BITS) {
        return now.count() == 0;
      }
      for (int i = 0; holds && i < now.count() && !usages.isEmpty(); i++) {
        int usage = usages.get(Math.min(i, usages.size() - 1));
        int kind = usage > IDENTIFIER_1 && usage <= IDENTIFIER_3 ? IDENTIFIER_1 : usage;
        Map<Integer, ReportField> fields =
            found.computeIfAbsent(now.report(), _ -> new HashMap<>());
        int bit = from + i * now.size();
        fields.merge(kind, new ReportField(bit, now.size(), 1), ReportDescriptorReader::more);
      }
      bits.put(now.report(), (int) (from + all));
      usages.clear();
      return true;
    }

    /// Extends a row if the next field follows directly.
    private static ReportField more(ReportField row, ReportField next) {
      boolean follows =
          next.size() == row.size() && next.bit() == row.bit() + row.size() * row.count();
      return follows ? new ReportField(row.bit(), row.size(), row.count() + 1) : row;
    }
  }
}
