package org.libstation.paper;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.libstation.circulation.BinContents;
import org.libstation.device.Receipt;
import org.libstation.device.Receipt.Align;
import org.libstation.device.Receipt.Style;

/// Composes the manifest of a bin for paper, for the station's printer or as a PDF page.
public final class ManifestPaper {
  private ManifestPaper() {}

  /// @param station name of the station
  /// @param at when it is printed
  public static Receipt of(
      ManifestWords words, BinContents bin, String station, OffsetDateTime at) {
    List<Receipt.Line> lines = new ArrayList<>();
    lines.add(text(words.words().say("manifest.title"), Style.LARGE));
    lines.add(text(station, Style.NORMAL));
    words.head(bin).forEach(line -> lines.add(text(line, Style.NORMAL)));
    lines.add(new Receipt.Rule());
    words.counts(bin).forEach(line -> lines.add(text(line, Style.BOLD)));
    lines.add(new Receipt.Rule());
    for (ManifestWords.ManifestSection part : words.parts(bin)) {
      lines.add(text(part.head(), Style.BOLD));
      part.lines().forEach(line -> lines.add(text(line, Style.NORMAL)));
      lines.add(new Receipt.Space());
    }
    lines.add(text(words.words().say("manifest.printed", words.moment(at)), Style.NORMAL));
    lines.add(text(words.words().say("manifest.signed"), Style.NORMAL));
    return Receipt.of(words.words().language().tag(), lines);
  }

  private static Receipt.Line text(String words, Style style) {
    return new Receipt.Text(words, style, Align.LEFT);
  }
}
