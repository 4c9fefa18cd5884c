package org.libstation.paper;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.libstation.circulation.BinContents;
import org.libstation.circulation.BinContents.Dropped;
import org.libstation.circulation.BinContents.Unread;
import org.libstation.circulation.EventTime;
import org.libstation.language.Words;

/// Describes the contents of a drop's bin in plain words of one language: numbers and times, no
/// person and no title.
///
/// @param zone time zone of the library, for times
public record ManifestWords(Words words, ZoneId zone) {

  /// A section under a heading.
  public record ManifestSection(String head, List<String> lines) {
    public ManifestSection {
      lines = List.copyOf(lines);
    }
  }

  /// Returns who emptied the bin and when, and since when it had filled.
  public List<String> head(BinContents bin) {
    List<String> lines = new ArrayList<>();
    bin.until().ifPresent(at -> lines.add(words.say("manifest.until", moment(at))));
    bin.since().ifPresent(at -> lines.add(words.say("manifest.since", moment(at))));
    if (bin.emptying() > 0) {
      lines.add(
          bin.by().isEmpty() ? words.say("manifest.nobody") : words.say("manifest.by", bin.by()));
      lines.add(words.say("manifest.entry", bin.emptying()));
    }
    return lines;
  }

  /// Returns the counts: items and unread objects by the journal, and objects by the light barrier.
  public List<String> counts(BinContents bin) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("manifest.items", bin.items().size()));
    lines.add(words.say("manifest.objects", bin.objects().size()));
    bin.counted().ifPresent(eye -> lines.add(words.say("manifest.eye", eye)));
    return lines;
  }

  /// Returns the sections that need a person: holds, unread objects, items to look at, sort groups.
  public List<ManifestSection> parts(BinContents bin) {
    List<ManifestSection> parts = new ArrayList<>();
    add(parts, "manifest.holds", bin.holds().stream().map(this::item).toList());
    add(parts, "manifest.unread", bin.objects().stream().map(this::unread).toList());
    add(
        parts,
        "manifest.look",
        bin.items().stream().filter(Dropped::look).map(this::item).toList());
    add(
        parts,
        "manifest.groups",
        bin.groups().entrySet().stream()
            .map(
                group ->
                    words.say(
                        "manifest.group",
                        group.getKey().isEmpty()
                            ? words.say("manifest.group.none")
                            : group.getKey(),
                        group.getValue()))
            .collect(Collectors.toList()));
    return parts;
  }

  private void add(List<ManifestSection> parts, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      parts.add(new ManifestSection(words.say(key, lines.size()), lines));
    }
  }

  private String item(Dropped item) {
    return words.say("manifest.item", item.item().value(), moment(item.at()), item.entry());
  }

  private String unread(Unread object) {
    String told =
        words.say(
            "manifest.object",
            object.entry(),
            moment(object.at()),
            object
                .dark()
                .map(dark -> words.say("manifest.dark", dark.toMillis()))
                .orElseGet(() -> words.say("manifest.unmeasured")));
    String sign = object.sign().isEmpty() ? told : told + " " + object.sign();
    return object.known().map(item -> words.say("manifest.known", sign, item.value())).orElse(sign);
  }

  private String moment(EventTime at) {
    return moment(at.corrected());
  }

  /// Returns date and time.
  public String moment(OffsetDateTime at) {
    return words.moment(at.atZoneSameInstant(zone).toLocalDateTime());
  }
}
