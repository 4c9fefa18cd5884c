package org.libstation.screen.common;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.flow.StationFacts;
import org.libstation.screen.common.SiteWords.Offer;
import org.libstation.screen.common.SiteWords.Place;

/// Where else to go when this station cannot: by the site's own list.
public final class Elsewhere {
  /// More are not named.
  private static final int MOST = 2;

  private Elsewhere() {}

  /// The nearest place that offers one of these, in a sentence; empty where the site names none.
  public static Optional<String> nearest(Voice voice, Set<Offer> offers) {
    String key = offers.equals(Set.of(Offer.DROP)) ? "nearest.drop" : "nearest";
    return voice.site().offering(offers).stream()
        .findFirst()
        .map(place -> voice.say(key, place.name(), way(voice, place)));
  }

  /// Of a station that is shut: the nearest places for what cannot be done here.
  ///
  /// @param returns items can still be taken back here
  public static List<Place> shut(Voice voice, boolean returns) {
    Set<Offer> wanted = returns ? Set.of(Offer.BORROW) : Set.of(Offer.values());
    List<Place> all = voice.site().offering(wanted);
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /// What is locked of a drop, and where else to drop.
  public static Notice.Words dropLocked(Voice voice, StationFacts station) {
    String instead = voice.say("drop.locked.line");
    return Notice.Words.of(
        Ink.STOP,
        Icon.DROP,
        voice.say(station.dropFull() ? "drop.full.head" : "drop.locked.head"),
        nearest(voice, Set.of(Offer.DROP))
            .map(where -> instead + voice.say("sentence.gap") + where + voice.say("sentence.end"))
            .orElse(instead));
  }

  /// How to get there, and when it is open.
  public static String way(Voice voice, Place place) {
    String way =
        place.minutes() > 0
            ? voice.count("walk.minutes", place.minutes())
            : place.where().isBlank() ? voice.say("walk.here") : "";
    String where = joined(voice, way, place.where());
    return joined(voice, where, place.hours());
  }

  private static String joined(Voice voice, String one, String other) {
    return one.isBlank() || other.isBlank() ? one + other : voice.say("list.and", one, other);
  }
}
