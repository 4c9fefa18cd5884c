package org.libstation.screen.kit.widget;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.screen.kit.words.Voice;

/// What stands around every stage: the names of library and station, the steps of the visit, the
/// key to leave.
///
/// @param practice words of the band on a demonstration or training station
/// @param strip empty if there is no session
/// @param titlesKey whether there is a key that hides titles
/// @param door whether staff may come in, because nobody is served
public record Chrome(
    String library,
    String station,
    Optional<String> practice,
    Optional<Strip> strip,
    boolean titlesKey,
    boolean door) {

  /// The session strip.
  ///
  /// @param steps empty if there are none
  /// @param mask last four digits of the card
  /// @param instead words instead of the mask
  /// @param leave word on the key to leave
  public record Strip(
      List<StepMark> steps, Optional<String> mask, Optional<String> instead, String leave) {
    public Strip {
      steps = List.copyOf(steps);
    }
  }

  /// A step of the visit, and whether it is done.
  public record StepMark(String word, StepState place) {
    public enum StepState {
      DONE,
      CURRENT,
      AHEAD
    }
  }

  /// Chrome without a session.
  public static Chrome plain(FlowState state, Voice voice) {
    return new Chrome(
        voice.library(),
        voice.station(),
        practice(state, voice),
        Optional.empty(),
        false,
        state.screen() instanceof Screen.Idle);
  }

  /// Chrome with the strip of a session.
  ///
  /// @param steps names of the texts of the steps
  /// @param current current step, counted from 0
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
