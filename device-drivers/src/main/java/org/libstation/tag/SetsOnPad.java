package org.libstation.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which of the items on a pad are whole, judged by the set information of their tags (ISO 28560-2
/// OID 4, ISO 28560-3 bytes 1 and 2).
///
/// @param items one for each item, in the order in which its first tag came
public record SetsOnPad(List<Completeness> items) {
  public SetsOnPad {
    items = List.copyOf(items);
  }

  /// How an item lies there.
  public sealed interface Completeness {
    String primaryId();

    /// The owner's ISIL: the same number of another library is another item.
    Optional<String> owner();

    /// All parts, each once; an item that is no set has one.
    record Complete(String primaryId, Optional<String> owner, int parts) implements Completeness {}

    /// @param total parts the set has
    /// @param missing their numbers, rising; never empty
    record Incomplete(String primaryId, Optional<String> owner, int total, List<Integer> missing)
        implements Completeness {
      public Incomplete {
        missing = List.copyOf(missing);
      }

      /// Parts that lie there.
      public int present() {
        return total - missing.size();
      }
    }

    /// The tags contradict each other: a part twice, or sets of different size.
    record Contradictory(String primaryId, Optional<String> owner, String reason)
        implements Completeness {}
  }

  private record SetKey(String primaryId, Optional<String> owner) {}

  /// Judges the tags on a pad; those that are no items do not count.
  public static SetsOnPad of(Collection<? extends TagContent> tags) {
    Map<SetKey, List<TagContent.Item>> byItem = new LinkedHashMap<>();
    for (TagContent tag : tags) {
      if (tag instanceof TagContent.Item item) {
        byItem
            .computeIfAbsent(new SetKey(item.primaryId(), item.owner()), _ -> new ArrayList<>())
            .add(item);
      }
    }
    return new SetsOnPad(
        byItem.entrySet().stream().map(e -> judge(e.getKey(), e.getValue())).toList());
  }

  private static Completeness judge(SetKey key, List<TagContent.Item> parts) {
    List<Integer> totals = parts.stream().map(TagContent.Item::setTotal).distinct().toList();
    if (totals.size() > 1) {
      return contradictory(key, "tags of sets of different size: " + totals);
    }
    List<Integer> ordinals = parts.stream().map(TagContent.Item::setOrdinal).toList();
    Optional<Integer> twice =
        ordinals.stream()
            .filter(ordinal -> ordinals.indexOf(ordinal) != ordinals.lastIndexOf(ordinal))
            .findFirst();
    if (twice.isPresent()) {
      return contradictory(key, "part " + twice.get() + " lies there twice");
    }
    int total = totals.getFirst();
    List<Integer> missing =
        IntStream.rangeClosed(1, total).filter(part -> !ordinals.contains(part)).boxed().toList();
    return missing.isEmpty()
        ? new Completeness.Complete(key.primaryId, key.owner, total)
        : new Completeness.Incomplete(key.primaryId, key.owner, total, missing);
  }

  private static Completeness contradictory(SetKey key, String reason) {
    return new Completeness.Contradictory(key.primaryId, key.owner, reason);
  }

  /// What lies there of an item.
  public List<Completeness> of(String primaryId) {
    return items.stream().filter(item -> item.primaryId().equals(primaryId)).toList();
  }

  /// Parts of other sets among those of an item: sets that are not whole and are not it.
  public List<Completeness> foreignTo(String primaryId) {
    return items.stream()
        .filter(item -> !item.primaryId().equals(primaryId))
        .filter(item -> !(item instanceof Completeness.Complete))
        .toList();
  }
}
