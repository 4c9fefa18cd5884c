package org.libstation.device.pad;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.device.TagUid;

/// Keeps track of the tags in the field, with hysteresis in both directions. A tag arrives once,
/// when it could be read. It has left when several inventories in a row did not list it. A hand
/// over the pad or a bad angle may hide a tag for a moment.
final class FieldPresence {

  /// State of one tag.
  ///
  /// @param missed number of inventories in a row that did not list it
  /// @param readsLeft remaining tries to read its content; 0 when it was read or given up
  /// @param kind what the tag was found to be
  private record TagPresence(int missed, int readsLeft, PresenceKind kind) {
    /// The state after one more inventory that listed the tag.
    TagPresence seen() {
      return new TagPresence(0, readsLeft, kind);
    }

    /// The state after one more inventory that did not list the tag.
    TagPresence missedOnceMore() {
      return new TagPresence(missed + 1, readsLeft, kind);
    }
  }

  private enum PresenceKind {
    NOT_YET_READ,
    ANNOUNCED,
    GHOST
  }

  /// The changes by a complete inventory.
  ///
  /// @param left tags that had been announced and are gone
  /// @param passed tags that are gone and had been listed only, never read
  record PresenceChange(List<TagUid> left, List<TagUid> passed) {}

  private final int leaveAfter;
  private final int readTries;
  private final Map<TagUid, TagPresence> places = new LinkedHashMap<>();

  /// @param leaveAfter number of inventories without a tag after which it has left, at least 1
  /// @param readTries number of tries to read a tag's content, at least 1
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
          // It was reported when it was found to be a ghost.
        }
      }
    }
    return new PresenceChange(left, passed);
  }

  /// Tags in the last inventory whose content is still to be read.
  List<TagUid> unread() {
    return places.entrySet().stream()
        .filter(e -> e.getValue().readsLeft > 0 && e.getValue().missed == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Announced tags that the last inventory did not list.
  List<TagUid> missing() {
    return places.entrySet().stream()
        .filter(e -> e.getValue().kind == PresenceKind.ANNOUNCED && e.getValue().missed > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Marks a tag as announced: its content was read, or it has none to read.
  void announced(TagUid uid) {
    places.put(uid, new TagPresence(0, 0, PresenceKind.ANNOUNCED));
  }

  /// Marks an identifier as no tag; it is left alone while inventories list it.
  void ghost(TagUid uid) {
    places.put(uid, new TagPresence(0, 0, PresenceKind.GHOST));
  }

  /// Counts a failed read.
  ///
  /// @return remaining tries
  int readFailed(TagUid uid) {
    TagPresence place = places.getOrDefault(uid, new TagPresence(0, 1, PresenceKind.NOT_YET_READ));
    places.put(uid, new TagPresence(place.missed, place.readsLeft - 1, place.kind));
    return place.readsLeft - 1;
  }
}
