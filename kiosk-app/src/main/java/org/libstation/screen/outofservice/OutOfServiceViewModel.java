package org.libstation.screen.outofservice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.Elsewhere;
import org.libstation.screen.kit.widget.HoursWords;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.StageModel;
import org.libstation.screen.kit.words.SiteWords.Offer;
import org.libstation.screen.kit.words.Voice;

/// Content of the screen *out of service*.
public final class OutOfServiceViewModel extends StageModel {
  public final ModelValue<ClosedNotice> closed =
      new ModelValue<>(new ClosedNotice("", "", "", false, List.of(), Optional.empty()));

  /// Codes with which the program itself does not run; nothing would then answer the technician's
  /// key.
  private static final Set<Code> STOPPED =
      EnumSet.of(Code.K41, Code.K42, Code.K43, Code.K44, Code.K45);

  public OutOfServiceViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// Why the station is closed.
  ///
  /// @param what what happened, in plain words
  /// @param returnsPossible whether items can still be returned
  /// @param others other places, the nearest first; empty if the site names none
  /// @param rest lines about the opening hours, if the station is well and only keeps those hours
  public record ClosedNotice(
      String code,
      String what,
      String wayOut,
      boolean returnsPossible,
      List<AlternativePlace> others,
      Optional<List<String>> rest) {
    public ClosedNotice {
      others = List.copyOf(others);
      rest = rest.map(List::copyOf);
    }
  }

  /// Another place to go to.
  public record AlternativePlace(Icon icon, String name, String where) {}

  @Override
  public void show(FlowState state) {
    if (!(state.screen() instanceof Screen.OutOfService screen)) {
      return;
    }
    noSession(state);
    List<ActionKey> keys = new ArrayList<>();
    if (!STOPPED.contains(screen.code())) {
      keys.add(plain("closed.staff", Icon.TOOL, new Key.Technician()));
    }
    if (screen.returnsPossible()) {
      keys.add(primary("closed.return", Icon.RETURN, new Key.StartReturn()));
    }
    // Set before the notice, because the parts beside the keys depend on their number.
    actions.set(List.copyOf(keys));
    closed.set(
        new ClosedNotice(
            screen.code().name(),
            Say.what(voice, screen.code()),
            Say.wayOut(voice, screen.code()),
            screen.returnsPossible(),
            others(state, screen.returnsPossible()),
            screen.code() == Code.K51 ? Optional.of(hours(state)) : Optional.empty()));
  }

  private List<String> hours(FlowState state) {
    List<String> lines = new ArrayList<>();
    HoursWords.today(voice, state).ifPresent(lines::add);
    HoursWords.next(voice, state).ifPresent(lines::add);
    if (state.station().usable(DeviceRole.DROP) && !state.station().flapLocked()) {
      lines.add(say("hours.drop"));
    }
    return lines;
  }

  private List<AlternativePlace> others(FlowState state, boolean returnsPossible) {
    return Elsewhere.shut(voice, state, returnsPossible).stream()
        .map(
            place ->
                new AlternativePlace(
                    place.offers().equals(Set.of(Offer.DROP)) ? Icon.DROP : Icon.ARROW,
                    place.name(),
                    Elsewhere.way(voice, state, place)))
        .toList();
  }

  /// Returns the other languages; their words for *out of service* stand below the first.
  public List<Language> otherLanguages() {
    List<Language> all = new ArrayList<>(List.of(Language.values()));
    all.remove(look.language());
    return List.copyOf(all);
  }

  /// Returns the words on the board: out of service, or resting outside the opening hours.
  public String board(Language language) {
    boolean rests = closed.get().rest().isPresent();
    return voice.words().in(language).say(rests ? "closed.board.rest" : "closed.board");
  }
}
