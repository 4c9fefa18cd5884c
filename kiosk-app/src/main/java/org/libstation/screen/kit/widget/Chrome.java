package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.screen.kit.words.Voice;

/// What stands around every stage: whose station it is, how far the person is, how to leave.
///
/// @param practice the banner of a demo or training station
/// @param strip absent where no session runs
/// @param titlesKey whether the screen shows titles, which can be hidden
/// @param door whether staff may come in: nobody is served
public record Chrome(
    String library,
    String station,
    Optional<String> practice,
    Optional<Strip> strip,
    boolean titlesKey,
    boolean door) {

  /// @param steps empty where there are none
  /// @param mask the last four of the card
  /// @param instead words instead of the mask
  /// @param leave the word on the key
  public record Strip(
      List<StepMark> steps, Optional<String> mask, Optional<String> instead, String leave) {
    public Strip {
      steps = List.copyOf(steps);
    }
  }

  public record StepMark(String word, StepState place) {
    public enum StepState {
      DONE,
      CURRENT,
      AHEAD
    }
  }

  /// Without a session.
  public static Chrome plain(FlowState state, Voice voice) {
    return new Chrome(
        voice.library(),
        voice.station(),
        practice(state, voice),
        Optional.empty(),
        false,
        state.screen() instanceof Screen.Idle);
  }

  /// With the strip of a session.
  ///
  /// @param steps keys of the words of the steps
  /// @param current which step, counted from 0
  public static Chrome session(
      FlowState state, Voice voice, List<String> steps, int current, boolean titlesKey) {
    Optional<String> mask = state.session().flatMap(Session::card).map(Session.SessionCard::masked);
    Strip strip =
        new Strip(
            steps(voice, steps, current),
            mask,
            mask.isPresent() ? Optional.empty() : Optional.of(voice.say(instead(state))),
            voice.say(leave(state)));
    return new Chrome(
        voice.library(),
        voice.station(),
        practice(state, voice),
        Optional.of(strip),
        titlesKey,
        false);
  }

  private static List<StepMark> steps(Voice voice, List<String> keys, int current) {
    return IntStream.range(0, keys.size())
        .mapToObj(
            at ->
                new StepMark(
                    voice.say(keys.get(at)),
                    at < current
                        ? StepMark.StepState.DONE
                        : at == current ? StepMark.StepState.CURRENT : StepMark.StepState.AHEAD))
        .toList();
  }

  private static String instead(FlowState state) {
    return state.session().filter(s -> s.purpose() == Session.Purpose.RETURN).isPresent()
        ? "strip.nocard"
        : "strip.lastfour";
  }

  private static String leave(FlowState state) {
    boolean nothingYet =
        state
            .session()
            .filter(s -> s.borrows().isEmpty() && s.returns().isEmpty() && s.card().isEmpty())
            .isPresent();
    return nothingYet ? "key.cancel" : "key.leave";
  }

  private static Optional<String> practice(FlowState state, Voice voice) {
    StationBanner banner = state.station().banner();
    return switch (banner) {
      case NONE -> Optional.empty();
      case DEMO -> Optional.of(voice.say("practice.demo"));
      case TRAINING -> Optional.of(voice.say("practice.training"));
    };
  }
}
