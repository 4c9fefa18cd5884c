package org.libstation.screen.kit.widget;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.flow.state.FlowState;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.words.SiteWords.Offer;
import org.libstation.screen.kit.words.SiteWords.SitePlace;
import org.libstation.screen.kit.words.Voice;

/// Names other places to go to when this station cannot serve, from the site's own list.
public final class Elsewhere {
  /// Greatest number of places named.
  private static final int MOST = 2;

  private Elsewhere() {}

  /// Returns a sentence about the nearest place that offers one of these; empty if the site names
  /// none.
  public static Optional<String> nearest(Voice voice, FlowState state, Set<Offer> offers) {
    String key = offers.equals(Set.of(Offer.DROP)) ? "nearest.drop" : "nearest";
    return offering(voice, state, offers).stream()
        .findFirst()
        .map(place -> voice.say(key, place.name(), way(voice, state, place)));
  }

  /// Places, nearest first; places known to be closed now come last.
  private static List<SitePlace> offering(Voice voice, FlowState state, Set<Offer> offers) {
    return voice.site().offering(offers).stream()
        .sorted(Comparator.comparing(place -> HoursWords.closed(state, place)))
        .toList();
  }

  /// Nearest places for what cannot be done at a station that is shut.
  ///
  /// @param returns whether items can still be returned here
  public static List<SitePlace> shut(Voice voice, FlowState state, boolean returns) {
    Set<Offer> wanted = returns ? Set.of(Offer.BORROW) : Set.of(Offer.values());
    List<SitePlace> all = offering(voice, state, wanted);
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /// Notice that a drop is locked or full, and where else to return.
  public static NoticeBar.NoticeBarWords dropLocked(Voice voice, FlowState state) {
    String instead = voice.say(Say.here(state, "drop.locked.line"));
    return NoticeBar.NoticeBarWords.of(
        Ink.STOP,
        Icon.DROP,
        voice.say(state.station().dropFull() ? "drop.full.head" : "drop.locked.head"),
        nearest(voice, state, Set.of(Offer.DROP))
            .map(where -> instead + voice.say("sentence.gap") + where + voice.say("sentence.end"))
            .orElse(instead));
  }

  /// Returns how to get to a place, and when it is open: by its calendar, otherwise as the site
  /// says.
  public static String way(Voice voice, FlowState state, SitePlace place) {
    String way =
        place.minutes() > 0
            ? voice.count("walk.minutes", place.minutes())
            : place.where().isBlank() ? voice.say("walk.here") : "";
    String where = joined(voice, way, place.where());
    return joined(voice, where, HoursWords.of(voice, state, place).orElse(place.hours()));
  }

  private static String joined(Voice voice, String one, String other) {
    return one.isBlank() || other.isBlank() ? one + other : voice.say("list.and", one, other);
  }
}
