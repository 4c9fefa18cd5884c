package org.libstation.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;

/// The third ledger: where each book really is, who holds it and how its security bit stands. No
/// program under test sees it.
public final class World {
  /// A place inside the library, or gone with a patron.
  public enum Place {
    SHELF,
    PAD,
    BIN,
    GONE
  }

  /// @param holder present when gone
  /// @param movedAt true time
  public record Book(Place place, Optional<PatronId> holder, boolean armed, Instant movedAt) {}

  /// A hand-over at the station that the station took.
  public record HandOver(ItemId item, long entry) {}

  private final Map<ItemId, Book> books = new HashMap<>();
  private final Map<ItemId, Integer> handOvers = new HashMap<>();
  private final Map<Long, Instant> truths = new HashMap<>();
  private final Set<ItemId> forgotten = new HashSet<>();
  private final Set<ItemId> overtaken = new HashSet<>();

  public void add(ItemId item, Instant now) {
    books.put(item, new Book(Place.SHELF, Optional.empty(), true, now));
  }

  public Book book(ItemId item) {
    return books.getOrDefault(item, new Book(Place.SHELF, Optional.empty(), true, Instant.EPOCH));
  }

  public List<ItemId> items() {
    return books.keySet().stream().sorted(Comparator.comparing(ItemId::value)).toList();
  }

  public List<ItemId> at(Place place) {
    return items().stream().filter(item -> book(item).place() == place).toList();
  }

  public List<ItemId> heldBy(PatronId patron) {
    return items().stream()
        .filter(item -> book(item).holder().filter(patron::equals).isPresent())
        .toList();
  }

  public void put(ItemId item, Place place, Instant now) {
    books.put(item, new Book(place, Optional.empty(), book(item).armed(), now));
  }

  public void take(ItemId item, PatronId patron, Instant now) {
    forgotten.remove(item);
    books.put(item, new Book(Place.GONE, Optional.of(patron), book(item).armed(), now));
  }

  public void bit(ItemId item, boolean armed) {
    Book book = book(item);
    books.put(item, new Book(book.place(), book.holder(), armed, book.movedAt()));
  }

  public void handedOver(ItemId item) {
    forgotten.remove(item);
    handOvers.merge(item, 1, Integer::sum);
  }

  /// The true time of a hand-over that the station wrote down.
  public void handedOver(long entry, Instant truth) {
    truths.put(entry, truth);
  }

  public Optional<Instant> truth(long entry) {
    return Optional.ofNullable(truths.get(entry));
  }

  public int handOvers(ItemId item) {
    return handOvers.getOrDefault(item, 0);
  }

  /// The counter took the item back before the station had settled its own loan of it. No look can
  /// tell that loan from one that is still out: the station books it, late. A known limit; the
  /// counter's screen said *not on loan*.
  public void overtaken(ItemId item) {
    overtaken.add(item);
  }

  /// The library was restored from a copy in which this item stands otherwise.
  public void forgotten(ItemId item) {
    forgotten.add(item);
  }

  /// Whether the library forgot what was booked of it, and nobody has taken it or handed it over
  /// since.
  public boolean isForgotten(ItemId item) {
    return forgotten.contains(item);
  }

  public boolean wasOvertaken(ItemId item) {
    return overtaken.contains(item);
  }
}
