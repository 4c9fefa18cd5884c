package org.libstation.lab.emulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.lab.twin.TagField;

/// Emulates an RFID pad with items and cards on it. A tag keeps what the station wrote when it is
/// lifted and placed again.
final class EmulatedPad implements Emulated {
  private static final String OWNER = "HK-SEL";
  private static final int MOST_PARTS = 99;

  private final TagField twin;
  private final Map<EmulatedTag, String> uids = new LinkedHashMap<>();

  private record EmulatedTag(String barcode, int part) {}

  EmulatedPad(TagField twin) {
    this.twin = twin;
  }

  @Override
  public List<String> help() {
    return List.of(
        "place ITEM                 lays an item on the pad, secured the first time",
        "place ITEM part N of M     one part of a set",
        "card NUMBER                lays a patron's card on the pad",
        "lift ITEM                  takes an item (all its parts) or a card away",
        "lift all                   clears the pad",
        "afi ITEM                   how its security stands");
  }

  @Override
  public Optional<String> act(List<String> words) {
    return switch (words.getFirst()) {
      case "place" -> place(words);
      case "card" -> words.size() == 2 ? card(words.get(1)) : Optional.empty();
      case "lift" -> words.size() == 2 ? Optional.of(lift(words.get(1))) : Optional.empty();
      case "afi" -> words.size() == 2 ? Optional.of(afi(words.get(1))) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<String> place(List<String> words) {
    if (words.size() == 2) {
      return place(words.get(1), 1, 1);
    }
    if (words.size() == 6 && words.get(2).equals("part") && words.get(4).equals("of")) {
      int part = number(words.get(3));
      int total = number(words.get(5));
      return part >= 1 && part <= total ? place(words.get(1), part, total) : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<String> place(String item, int part, int total) {
    String uid = uids.get(new EmulatedTag(item, part));
    if (uid == null) {
      uid = fresh();
      try {
        twin.place(uid, item, OWNER, total, part, true);
      } catch (IllegalArgumentException e) {
        return Optional.of("no tag can hold '" + item + "': " + e.getMessage());
      }
      uids.put(new EmulatedTag(item, part), uid);
    } else {
      twin.putBack(uid);
    }
    return Optional.of("ok " + uid);
  }

  private Optional<String> card(String number) {
    EmulatedTag tag = new EmulatedTag(number, 1);
    String uid = uids.get(tag);
    if (uid == null) {
      uid = fresh();
      try {
        twin.placePatronCard(uid, number, OWNER);
      } catch (IllegalArgumentException e) {
        return Optional.of("no tag can hold '" + number + "': " + e.getMessage());
      }
      uids.put(tag, uid);
    } else {
      twin.putBack(uid);
    }
    return Optional.of("ok " + uid);
  }

  /// Makes a new identifier: `E0`, a maker's code (ISO/IEC 15693-3), then a number of our own.
  private String fresh() {
    return "E0040150%08X".formatted(uids.size() + 1);
  }

  private String lift(String what) {
    if (what.equals("all")) {
      twin.liftAll();
      return "ok";
    }
    List<String> lying = tags(what).values().stream().filter(twin::isInField).toList();
    lying.forEach(twin::lift);
    return lying.isEmpty() ? what + " does not lie on the pad" : "ok";
  }

  private String afi(String item) {
    Map<EmulatedTag, String> tags = tags(item);
    if (tags.isEmpty()) {
      return item + " was never on the pad";
    }
    return tags.entrySet().stream()
        .map(tag -> "part " + tag.getKey().part() + ": " + security(twin.afi(tag.getValue())))
        .map(line -> tags.size() == 1 ? line.substring(line.indexOf(':') + 2) : line)
        .collect(Collectors.joining(", "));
  }

  private static String security(int afi) {
    String meaning =
        switch (afi) {
          case TagField.AFI_IN_STOCK -> "secured, the gate alarms";
          case TagField.AFI_ON_LOAN -> "cleared, it may leave";
          default -> "neither in stock nor on loan";
        };
    return String.format(Locale.ROOT, "%02X %s", afi, meaning);
  }

  private Map<EmulatedTag, String> tags(String barcode) {
    Map<EmulatedTag, String> found = new LinkedHashMap<>();
    uids.forEach(
        (tag, uid) -> {
          if (tag.barcode().equals(barcode)) {
            found.put(tag, uid);
          }
        });
    return found;
  }

  /// Reads a number; 0 if the text is none, or the number is too large.
  private static int number(String text) {
    int number = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    return number > MOST_PARTS ? 0 : number;
  }
}
