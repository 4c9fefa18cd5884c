package org.libstation.device.feig;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.device.TagUid;

/// Which tags lie in the field, with hysteresis: a tag is new once, and it has left only when
/// several inventories in a row did not name it (a hand over the pad, a tag at a bad angle).
final class FieldPresence {

  /// @param missed inventories in a row that did not name it
  /// @param readsLeft how often its content may still be tried; 0 when it was read or given up
  private record Place(int missed, int readsLeft) {}

  private final int leaveAfter;
  private final int readTries;
  private final Map<TagUid, Place> places = new LinkedHashMap<>();
  private final List<TagUid> announced = new ArrayList<>();

  /// @param leaveAfter inventories without a tag until it has left, at least 1
  /// @param readTries how often a tag's content is tried, at least 1
  FieldPresence(int leaveAfter, int readTries) {
    this.leaveAfter = leaveAfter;
    this.readTries = readTries;
  }

  /// Takes a complete inventory.
  ///
  /// @return the tags that have left now and had been announced
  List<TagUid> seen(Collection<TagUid> tags) {
    for (TagUid uid : tags) {
      Place place = places.get(uid);
      places.put(uid, new Place(0, place == null ? readTries : place.readsLeft));
    }
    List<TagUid> left = new ArrayList<>();
    for (TagUid uid : List.copyOf(places.keySet())) {
      if (!tags.contains(uid) && missed(uid)) {
        places.remove(uid);
        if (announced.remove(uid)) {
          left.add(uid);
        }
      }
    }
    return left;
  }

  private boolean missed(TagUid uid) {
    Place place = places.getOrDefault(uid, new Place(0, 0));
    places.put(uid, new Place(place.missed + 1, place.readsLeft));
    return place.missed + 1 >= leaveAfter;
  }

  /// Tags that the last inventory named and whose content is still to be read.
  List<TagUid> unread() {
    return places.entrySet().stream()
        .filter(e -> e.getValue().readsLeft > 0 && e.getValue().missed == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The content was read, or there is none to read.
  void announced(TagUid uid) {
    places.put(uid, new Place(0, 0));
    announced.add(uid);
  }

  /// A read failed.
  ///
  /// @return whether it was the last one
  boolean readFailed(TagUid uid) {
    Place place = places.getOrDefault(uid, new Place(0, 1));
    places.put(uid, new Place(place.missed, place.readsLeft - 1));
    return place.readsLeft <= 1;
  }
}
