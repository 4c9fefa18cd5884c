package org.libstation.screen.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ActionKey;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.words.Voice;

/// Content of the sheet over a screen.
public final class SheetViewModel extends Saying {
  public final ModelValue<Optional<Sheet>> sheet = new ModelValue<>(Optional.empty());

  /// The help sheet while it is shown.
  public final ModelValue<Optional<HelpWords>> help = new ModelValue<>(Optional.empty());

  /// The privacy notice while it is shown.
  public final ModelValue<Optional<PrivacyWords>> privacy = new ModelValue<>(Optional.empty());

  /// Seconds left, drawn with the ring; empty if no time is running.
  public final ModelValue<OptionalInt> seconds = new ModelValue<>(OptionalInt.empty());

  private final Look look;

  public SheetViewModel(Voice voice, Look look) {
    super(voice);
    this.look = look;
  }

  /// A question.
  ///
  /// @param facts consequences for the items
  /// @param primary the wide key
  /// @param others further keys, the safe one at the left
  public record Sheet(
      String head,
      String line,
      List<SheetFact> facts,
      Optional<ActionKey> primary,
      List<ActionKey> others) {
    public Sheet {
      facts = List.copyOf(facts);
      others = List.copyOf(others);
    }
  }

  /// A consequence for the items.
  public record SheetFact(Icon icon, Ink ink, String text) {}

  public Look look() {
    return look;
  }

  /// @param overlay the sheet of the state
  public void show(FlowState state, Overlay overlay) {
    switch (overlay) {
      case Overlay.IdleWarning warning -> {
        only(sheet);
        seconds.set(OptionalInt.of(warning.secondsLeft()));
        sheet.set(Optional.of(idle(state)));
      }
      case Overlay.ConfirmLeave leave -> {
        only(sheet);
        seconds.set(OptionalInt.empty());
        sheet.set(Optional.of(leave(state, leave)));
      }
      case Overlay.Help called -> {
        only(help);
        help.set(Optional.of(HelpWords.of(voice, called)));
      }
      case Overlay.Dark _ -> only(sheet);
      case Overlay.Privacy _ -> {
        only(privacy);
        privacy.set(Optional.of(PrivacyWords.of(voice)));
      }
    }
  }

  /// Empties the other sheets: only one is shown at a time.
  private void only(ModelValue<?> shown) {
    clear(sheet, shown);
    clear(help, shown);
    clear(privacy, shown);
  }

  private static <T> void clear(ModelValue<Optional<T>> held, ModelValue<?> shown) {
    if (!held.equals(shown)) {
      held.set(Optional.empty());
    }
  }

  private Sheet idle(FlowState state) {
    List<ActionKey> others = new ArrayList<>();
    if (!state.access().slow()) {
      others.add(plain("idle.slow", Icon.SLOW, new Key.Slow()));
    }
    others.add(plain("idle.leave", Icon.LEAVE, new Key.Leave()));
    return new Sheet(
        say("idle.head"),
        say("idle.line"),
        facts(state),
        Optional.of(primary("idle.stay", new Key.Stay())),
        others);
  }

  private List<SheetFact> facts(FlowState state) {
    List<SheetFact> facts = new ArrayList<>();
    int borrowed = Say.borrowed(state);
    int refused = Say.refused(state);
    int open = Say.openMatters(state);
    if (borrowed > 0) {
      facts.add(new SheetFact(Icon.CHECK, Ink.DONE, count("idle.borrowed", borrowed)));
    }
    // The same number as on the screen below the sheet.
    if (open > refused) {
      facts.add(new SheetFact(Icon.HAND, Ink.ASK, count("idle.open", open)));
    } else if (refused > 0) {
      facts.add(new SheetFact(Icon.MINUS, Ink.STOP, count("idle.refused", refused)));
    }
    if (facts.isEmpty()) {
      facts.add(new SheetFact(Icon.CHECK, Ink.DONE, say("idle.nothing")));
    }
    return facts;
  }

  private Sheet leave(FlowState state, Overlay.ConfirmLeave leave) {
    List<SheetFact> facts = new ArrayList<>();
    int borrowed = Say.borrowed(state);
    if (borrowed > 0) {
      facts.add(new SheetFact(Icon.CHECK, Ink.DONE, count("idle.borrowed", borrowed)));
    }
    facts.add(new SheetFact(Icon.HAND, Ink.ASK, count("leave.open", leave.openMatters())));
    return new Sheet(
        say("leave.head"),
        say("leave.line"),
        facts,
        Optional.empty(),
        List.of(
            primary("leave.stay", new Key.Stay()),
            plain("leave.go", Icon.LEAVE, new Key.Confirm())));
  }
}
