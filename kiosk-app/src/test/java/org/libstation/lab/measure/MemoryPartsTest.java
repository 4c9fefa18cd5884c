package org.libstation.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.libstation.lab.measure.MemoryParts.MemoryPart;

class MemoryPartsTest {
  /// Lines as Linux 6.12 writes them.
  private static List<String> mapping(String head, long pss) {
    return List.of(
        head,
        "Size:               4096 kB",
        "Pss:               %6d kB".formatted(pss),
        "Pss_Dirty: 4 kB");
  }

  private static MemoryParts of(List<List<String>> mappings) {
    return MemoryParts.parse(mappings.stream().flatMap(List::stream).toList());
  }

  @Test
  void each_mapping_is_counted_once_and_to_its_part() {
    MemoryParts parts =
        of(
            List.of(
                mapping("e0000000-e4000000 rw-p 00000000 00:00 0 ", 56_000),
                mapping("801a98000-803ca7000 r--p 01a98000 fe:00 5784 /opt/station.aot", 17_000),
                mapping("7fa0c43ff000-7fa0c493f000 rwxp 00000000 00:00 0", 5000),
                mapping("7fa08c000000-7fa090000000 rw-p 00000000 00:00 0", 65_000),
                mapping("5642-5699 rw-p 00000000 00:00 0 [heap]", 200),
                mapping("7fa1-7fa2 r-xp 00000000 fe:00 77 /usr/lib/libgtk-3.so.0.1", 3000),
                mapping("7fa1-7fa2 r--p 00000000 fe:00 77 /usr/share/fonts/noto/A.ttc", 900),
                mapping("7fa1-7fa2 rw-s 00000000 00:01 5 /SYSV00000000 (deleted)", 8100),
                mapping("7fa1-7fa2 r--s 00000000 fe:00 77 /opt/runtime/lib/modules", 300)));
    assertThat(parts.kilobytes())
        .isEqualTo(
            Map.of(
                MemoryPart.HEAP, 56_000L,
                MemoryPart.CLASS_DATA, 17_000L,
                MemoryPart.CODE, 5000L,
                MemoryPart.NATIVE, 65_200L,
                MemoryPart.LIBRARIES, 3000L,
                MemoryPart.FONTS, 900L,
                MemoryPart.PICTURES, 8100L,
                MemoryPart.OTHER, 300L));
    assertThat(parts.total()).isEqualTo(155_500);
    assertThat(parts.words())
        .startsWith("152 MiB: heap 55, ")
        .contains("libraries 3")
        .doesNotContain("fonts");
  }
}
