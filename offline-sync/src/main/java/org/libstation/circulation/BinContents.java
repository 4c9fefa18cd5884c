package org.libstation.circulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What came into the bin of the drop between two emptyings, as the journal has it: the manifest.
/// It names items and moments, no person and no title.
///
/// @param emptying number of the entry that ended it; 0 while the bin still fills
/// @param since when the bin before it was taken out; empty when none ever was
/// @param until when it was taken out itself; empty while it still fills
/// @param by who emptied it; empty text when nobody had said so, or while it still fills
/// @param counted objects by the photo-eye; empty while it still fills
/// @param items in the order in which they came
/// @param objects what could not be read when it came, in the same order
public record BinContents(
    long emptying,
    Optional<EventTime> since,
    Optional<EventTime> until,
    String by,
    OptionalInt counted,
    List<Dropped> items,
    List<Unread> objects) {

  /// Nothing came yet.
  public static final BinContents EMPTY =
      new BinContents(
          0, Optional.empty(), Optional.empty(), "", OptionalInt.empty(), List.of(), List.of());

  public BinContents {
    items = List.copyOf(items);
    objects = List.copyOf(objects);
  }

  /// A return by the drop.
  ///
  /// @param entry its number in the journal
  /// @param group where the central system sent it; empty = the default one, or not told yet
  /// @param held somebody waits for it
  /// @param look staff must look at it: a line about it is open
  public record Dropped(
      long entry, ItemId item, EventTime at, Optional<String> group, boolean held, boolean look) {}

  /// An object that could not be read.
  ///
  /// @param entry its number in the journal
  /// @param dark how long it stood before the photo-eye
  /// @param sign what could be read of it all the same, as a code; may be empty text
  /// @param known what it is, once somebody said so
  public record Unread(
      long entry, EventTime at, Optional<Duration> dark, String sign, Optional<ItemId> known) {}

  /// Items that somebody waits for.
  public List<Dropped> holds() {
    return items.stream().filter(Dropped::held).toList();
  }

  /// How many items go where, by the name of the sort group; the default one has none.
  public Map<String, Integer> groups() {
    Map<String, Integer> groups = new TreeMap<>();
    items.forEach(item -> groups.merge(item.group().orElse(""), 1, Integer::sum));
    return groups;
  }

  /// All that came in.
  public int size() {
    return items.size() + objects.size();
  }
}
