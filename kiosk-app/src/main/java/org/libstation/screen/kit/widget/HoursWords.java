package org.libstation.screen.kit.widget;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Opening.Today;
import org.libstation.flow.state.Opening.Why;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.words.SiteWords.SitePlace;
import org.libstation.screen.kit.words.Voice;

/// Says in words when the library and other places are open.
public final class HoursWords {
  private HoursWords() {}

  /// Fact for the foot of the start screen: the rest of today, or when the library opens again. It
  /// is empty if that is not known.
  public static Optional<String> fact(Voice voice, FlowState state) {
    return said(
        voice, state, _ -> voice.say("hours.fact.closed"), hours -> fact(voice, state, hours));
  }

  /// Returns what is said of today: open all day, closed, or its hours.
  private static Optional<String> said(
      Voice voice,
      FlowState state,
      Function<Why, String> closed,
      Function<Today.HoursToday, String> open) {
    return state
        .station()
        .opening()
        .today()
        .map(
            today ->
                switch (today) {
                  case Today.AllDay _ -> voice.say("hours.fact.allday");
                  case Today.ClosedToday(Why why) -> closed.apply(why);
                  case Today.HoursToday hours -> open.apply(hours);
                });
  }

  /// Hours of an unusual day; empty on a usual one.
  private static Optional<String> part(Voice voice, Today.HoursToday hours) {
    return hours
        .why()
        .map(
            why ->
                voice.say(
                    "hours.part", opens(voice, hours), closes(voice, hours), reason(voice, why)));
  }

  private static String opens(Voice voice, Today.HoursToday hours) {
    return clock(voice, hours.opens());
  }

  private static String closes(Voice voice, Today.HoursToday hours) {
    return clock(voice, hours.closes());
  }

  private static String fact(Voice voice, FlowState state, Today.HoursToday hours) {
    OffsetDateTime now = now(state);
    boolean over =
        !hours.closes().equals(LocalTime.MIDNIGHT) && !now.toLocalTime().isBefore(hours.closes());
    Optional<OffsetDateTime> next = state.station().opening().library().opensAfter(now);
    return over && next.isPresent()
        ? voice.say("hours.fact.next", soon(voice, now.toLocalDate(), next.get()))
        : voice.say("hours.fact.today", opens(voice, hours), closes(voice, hours));
  }

  /// Returns a notice about a day that is not as its weekday usually is; empty on any other.
  ///
  /// @param serves whether this station works all the same
  public static Optional<NoticeBar.NoticeBarWords> unusual(
      Voice voice, FlowState state, boolean serves) {
    return state
        .station()
        .opening()
        .today()
        .flatMap(
            today ->
                switch (today) {
                  case Today.AllDay _ -> Optional.<String>empty();
                  case Today.HoursToday hours -> part(voice, hours);
                  case Today.ClosedToday(Why why) -> Optional.of(closed(voice, why));
                })
        .map(
            head ->
                NoticeBar.NoticeBarWords.of(Ink.ASK, Icon.CLOCK, head, line(voice, state, serves)));
  }

  private static String line(Voice voice, FlowState state, boolean serves) {
    String next = next(voice, state).orElse("");
    String here = serves ? voice.say("hours.station") : "";
    return next.isEmpty() || here.isEmpty() ? next + here : next + voice.say("sentence.gap") + here;
  }

  /// Returns a sentence about today, for a station that is shut.
  public static Optional<String> today(Voice voice, FlowState state) {
    return said(
        voice,
        state,
        why -> closed(voice, why),
        hours ->
            part(voice, hours)
                .orElseGet(
                    () -> voice.say("hours.today", opens(voice, hours), closes(voice, hours))));
  }

  /// Returns a sentence that says when the library opens again; empty while it is open or if that
  /// is not known.
  public static Optional<String> next(Voice voice, FlowState state) {
    OffsetDateTime now = now(state);
    Opening.Times library = state.station().opening().library();
    return library.closedAt(now)
        ? library
            .opensAfter(now)
            .map(at -> voice.say("hours.next", when(voice, now.toLocalDate(), at)))
        : Optional.empty();
  }

  /// Whether a place is open now, in words; empty if its hours are not known.
  public static Optional<String> of(Voice voice, FlowState state, SitePlace place) {
    Opening.Times times =
        state.station().opening().places().getOrDefault(place.calendar(), Opening.Times.UNKNOWN);
    OffsetDateTime now = now(state);
    if (!times.known()) {
      return Optional.empty();
    }
    return Optional.of(
        times.openAt(now)
            ? voice.say("hours.place.open")
            : times
                .opensAfter(now)
                .map(at -> voice.say("hours.place.opens", soon(voice, now.toLocalDate(), at)))
                .orElseGet(() -> voice.say("hours.place.closed")));
  }

  /// Whether a place is known to be closed now.
  static boolean closed(FlowState state, SitePlace place) {
    return state
        .station()
        .opening()
        .places()
        .getOrDefault(place.calendar(), Opening.Times.UNKNOWN)
        .closedAt(now(state));
  }

  private static String closed(Voice voice, Why why) {
    return why == Why.WEEKLY
        ? voice.say("hours.closed.weekly")
        : voice.say("hours.closed", reason(voice, why));
  }

  private static String reason(Voice voice, Why why) {
    return voice.say("hours.why." + why.name());
  }

  /// Returns a moment in few words: `tomorrow 10:00`.
  private static String soon(Voice voice, LocalDate today, OffsetDateTime at) {
    LocalDate day = at.toLocalDate();
    String time = clock(voice, at.toLocalTime());
    if (day.equals(today)) {
      return voice.say("hours.soon.today", time);
    }
    return day.equals(today.plusDays(1))
        ? voice.say("hours.soon.tomorrow", time)
        : voice.say("hours.soon.day", voice.words().stampDate(day), time);
  }

  private static String when(Voice voice, LocalDate today, OffsetDateTime at) {
    LocalDate day = at.toLocalDate();
    String time = clock(voice, at.toLocalTime());
    if (day.equals(today)) {
      return voice.say("hours.when.today", time);
    }
    return day.equals(today.plusDays(1))
        ? voice.say("hours.when.tomorrow", time)
        : voice.say("hours.when.day", voice.words().date(day), time);
  }

  private static String clock(Voice voice, LocalTime time) {
    return time.equals(LocalTime.MIDNIGHT) ? voice.say("hours.midnight") : voice.words().time(time);
  }

  private static OffsetDateTime now(FlowState state) {
    return state.now().corrected();
  }
}
