package org.libstation.circulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The manifest of a drop's bin: what came into it between two emptyings, by the journal. It names
/// items and moments, no person and no title.
///
/// @param emptying number of the journal entry of the emptying that ended this filling; 0 while the
///   bin is in place
/// @param since when the previous bin was taken out; empty if no bin ever was
/// @param until when this bin was taken out; empty while it is in place
/// @param by who emptied it; empty text if no person had reported that, or while the bin is in
///   place
/// @param counted number of objects that the photo-eye counted; empty while the bin is in place
/// @param items in the order in which they came
/// @param objects objects that could not be read on arrival, in the same order
public record BinContents(
    long emptying,
    Optional<EventTime> since,
    Optional<EventTime> until,
    String by,
    OptionalInt counted,
    List<Dropped> items,
    List<Unread> objects) {

  /// A bin into which nothing has come yet.
  public static final BinContents EMPTY =
      new BinContents(
          0, Optional.empty(), Optional.empty(), "", OptionalInt.empty(), List.of(), List.of());

  public BinContents {
    items = List.copyOf(items);
    objects = List.copyOf(objects);
  }

  /// An item returned through the drop.
  ///
  /// @param entry number of its journal entry
  /// @param group the sort group that the central system told; empty for the default group, or if
  ///   not reported yet
  /// @param held a patron waits for it
  /// @param look staff must look at it: a task about it is open
  public record Dropped(
      long entry, ItemId item, EventTime at, Optional<String> group, boolean held, boolean look) {}

  /// An object that could not be read.
  ///
  /// @param entry number of its journal entry
  /// @param dark how long it stood before the photo-eye
  /// @param sign code for the part that could be read; may be empty text
  /// @param known the item that it is, once a person has said so
  public record Unread(
      long entry, EventTime at, Optional<Duration> dark, String sign, Optional<ItemId> known) {}

  /// The items for which a patron waits.
  public List<Dropped> holds() {
    return items.stream().filter(Dropped::held).toList();
  }

  /// Number of items by the name of their sort group. The name of the default group is empty text.
  public Map<String, Integer> groups() {
    Map<String, Integer> groups = new TreeMap<>();
    items.forEach(item -> groups.merge(item.group().orElse(""), 1, Integer::sum));
    return groups;
  }

  /// Number of all items and unread objects.
  public int size() {
    return items.size() + objects.size();
  }
}
