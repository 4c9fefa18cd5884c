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

/// What a closed station shows.
public final class OutOfServiceViewModel extends StageModel {
  public final ModelValue<ClosedNotice> closed =
      new ModelValue<>(new ClosedNotice("", "", "", false, List.of(), Optional.empty()));

  /// The program itself does not run: nobody would answer the technician's key.
  private static final Set<Code> STOPPED =
      EnumSet.of(Code.K41, Code.K42, Code.K43, Code.K44, Code.K45);

  public OutOfServiceViewModel(Voice voice, Look look) {
    super(voice, look);
  }

  /// @param what what happened, in plain words
  /// @param returnsPossible items can still be taken back
  /// @param others where else to go, the nearest first; empty where the site names none
  /// @param rest of a station that is well and keeps the library's hours: lines on those
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
    // Before what is drawn: what stands beside its keys must know them.
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

  /// The other two languages' words for *out of service*, under the first.
  public List<Language> otherLanguages() {
    List<Language> all = new ArrayList<>(List.of(Language.values()));
    all.remove(look.language());
    return List.copyOf(all);
  }

  /// What stands on the board: out of service, or that it rests.
  public String board(Language language) {
    boolean rests = closed.get().rest().isPresent();
    return voice.words().in(language).say(rests ? "closed.board.rest" : "closed.board");
  }
}
