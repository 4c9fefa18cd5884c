package org.libstation.device.pad;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.device.TagUid;

/// Which tags lie in the field, with hysteresis both ways: a tag arrives once, and only when it
/// could be read; it has left only when several inventories in a row did not name it (a hand over
/// the pad, a tag at a bad angle).
final class FieldPresence {

  /// @param missed inventories in a row that did not name it
  /// @param readsLeft how often its content may still be tried; 0 when it was read or given up
  /// @param kind what it was found to be
  private record TagPresence(int missed, int readsLeft, PresenceKind kind) {
    TagPresence seen() {
      return new TagPresence(0, readsLeft, kind);
    }

    TagPresence missedOnceMore() {
      return new TagPresence(missed + 1, readsLeft, kind);
    }
  }

  private enum PresenceKind {
    NOT_YET_READ,
    ANNOUNCED,
    GHOST
  }

  /// What a complete inventory changed.
  ///
  /// @param left tags that had been announced and are gone
  /// @param passed tags that are gone and had been named only, never read
  record PresenceChange(List<TagUid> left, List<TagUid> passed) {}

  private final int leaveAfter;
  private final int readTries;
  private final Map<TagUid, TagPresence> places = new LinkedHashMap<>();

  /// @param leaveAfter inventories without a tag until it has left, at least 1
  /// @param readTries how often a tag's content is tried, at least 1
  FieldPresence(int leaveAfter, int readTries) {
    this.leaveAfter = leaveAfter;
    this.readTries = readTries;
  }

  /// Takes a complete inventory.
  PresenceChange seen(Collection<TagUid> tags) {
    for (TagUid uid : tags) {
      places.compute(
          uid,
          (_, place) ->
              place == null
                  ? new TagPresence(0, readTries, PresenceKind.NOT_YET_READ)
                  : place.seen());
    }
    List<TagUid> left = new ArrayList<>();
    List<TagUid> passed = new ArrayList<>();
    for (Map.Entry<TagUid, TagPresence> entry : List.copyOf(places.entrySet())) {
      if (tags.contains(entry.getKey())) {
        continue;
      }
      TagPresence place = entry.getValue().missedOnceMore();
      if (place.missed < leaveAfter) {
        places.put(entry.getKey(), place);
        continue;
      }
      places.remove(entry.getKey());
      switch (place.kind) {
        case ANNOUNCED -> left.add(entry.getKey());
        case NOT_YET_READ -> passed.add(entry.getKey());
        case GHOST -> {
          // It was told when it was found to be one.
        }
      }
    }
    return new PresenceChange(left, passed);
  }

  /// Tags that the last inventory named and whose content is still to be read.
  List<TagUid> unread() {
    return places.entrySet().stream()
        .filter(e -> e.getValue().readsLeft > 0 && e.getValue().missed == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Tags that were announced and that the last inventory did not name.
  List<TagUid> missing() {
    return places.entrySet().stream()
        .filter(e -> e.getValue().kind == PresenceKind.ANNOUNCED && e.getValue().missed > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The content was read, or there is none to read.
  void announced(TagUid uid) {
    places.put(uid, new TagPresence(0, 0, PresenceKind.ANNOUNCED));
  }

  /// It is no tag: nothing is tried with it while it is named.
  void ghost(TagUid uid) {
    places.put(uid, new TagPresence(0, 0, PresenceKind.GHOST));
  }

  /// A read failed.
  ///
  /// @return how many tries are left
  int readFailed(TagUid uid) {
    TagPresence place = places.getOrDefault(uid, new TagPresence(0, 1, PresenceKind.NOT_YET_READ));
    places.put(uid, new TagPresence(place.missed, place.readsLeft - 1, place.kind));
    return place.readsLeft - 1;
  }
}
