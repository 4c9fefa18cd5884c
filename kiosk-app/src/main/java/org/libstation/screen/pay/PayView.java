package org.libstation.screen.pay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.picture.PinPicture;
import org.libstation.screen.kit.picture.TerminalPicture;
import org.libstation.screen.kit.widget.FittedPicture;
import org.libstation.screen.kit.widget.Keypad;
import org.libstation.screen.kit.widget.NoticeBar;
import org.libstation.screen.kit.widget.StagePane;
import org.libstation.screen.kit.widget.StageView;
import org.libstation.screen.kit.words.SiteWords.TerminalPlace;

/// Draws the keypad for an amount or a PIN, where the payment terminal is and what it asks for, and
/// the result.
public final class PayView extends StageView<PayViewModel> {
  private static final List<Double> SCALES = List.of(1.3, 1.0, 0.7, 0.5);

  private static final double CHECK = 200;

  private final VBox field = Box.column(0);
  private final Keypad keypad;

  public PayView(PayViewModel model, Consumer<Key> pressed) {
    super(model, pressed);
    keypad = new Keypad(type, model.voice(), pressed);
    model.told.subscribe(this::stage);
  }

  private void stage(PayViewModel.Shown told) {
    List<Node> parts = new ArrayList<>();
    List<Node> hand = new ArrayList<>();
    List<Node> beside = new ArrayList<>();
    boolean typed =
        told.stage() instanceof PayViewModel.PayStage.AmountStage
            || told.stage() instanceof PayViewModel.PayStage.PinStage;
    String head = told.head().head();
    boolean wrong = typed && told.notice().isPresent();
    parts.add(
        wrong
            ? head(head, 2, 1, look.step())
            : told.notice().isPresent() || typed
                // The heading gives way before the allowed range of sums does.
                ? head(head, typed ? 2 : 1, 0, look.step())
                : type.h1(head));
    // The allowed range gives way to what is wrong with the typed amount.
    told.head()
        .line()
        .map(line -> wrong ? StagePane.rank(4, type.body(line)) : line(line, look.step()))
        .ifPresent(parts::add);
    told.sum().ifPresent(sum -> parts.add(sum(sum)));
    switch (told.stage()) {
      case PayViewModel.PayStage.AmountStage(String written, int digits) ->
          typing(written(written), digits, parts);
      case PayViewModel.PayStage.PinStage(int digits) ->
          typing(Keypad.field(type, digits), digits, parts);
      case PayViewModel.PayStage.TerminalStage(TerminalPlace place) -> {
        frame.controls(Optional.empty());
        // In large text the terminal takes the place of each hand picture, or the place above the
        // key.
        boolean room = look.large() && look.split();
        (frame.handsBelow() ? hand : room ? beside : parts)
            .add(picture(place, room ? look.aside() : Double.MAX_VALUE));
      }
      case PayViewModel.PayStage.PaidStage _ -> {
        frame.controls(Optional.empty());
        parts.add(StagePane.rank(4, Box.middle(new IconView(Icon.CHECK, CHECK, Ink.DONE))));
      }
      case PayViewModel.PayStage.NoStage _ -> frame.controls(Optional.empty());
    }
    told.notice().ifPresent(words -> parts.add(notice(words, look.step())));
    if (typed && !layouts.typing().fieldOnStage()) {
      parts.add(FittedPicture.spare(PinPicture.of()));
    }
    frame.hand(hand);
    frame.stage(parts, beside);
  }

  /// The sum, as large as fits.
  private Writing sum(String sum) {
    Writing least = StagePane.rank(1, type.atStep(1).figure(Role.SUM, Ink.TEXT, sum));
    Writing large = StagePane.rank(2, type.figure(Role.SUM, Ink.TEXT, sum));
    return StagePane.orElse(
        StagePane.rank(2, type.figure(Role.DISPLAY, Ink.TEXT, sum)),
        look.step() == 1 ? least : StagePane.orElse(large, least));
  }

  private void typing(HBox shown, int digits, List<Node> parts) {
    field.getChildren().setAll(Box.middle(shown));
    keypad.typed(digits);
    frame.controls(
        Optional.of(
            switch (layouts.typing().back()) {
              case WITH_ACTIONS -> Box.column(20, field, keypad);
              case BESIDE_FIELD -> {
                HBox.setHgrow(field, Priority.ALWAYS);
                parts.add(Box.row(Tokens.TARGET_GAP, field, back(type.atStep(1))));
                yield keypad;
              }
              // Everything that can be pressed is in the lower half.
              case BESIDE_DIGITS -> {
                parts.add(field);
                HBox.setHgrow(keypad, Priority.ALWAYS);
                yield Box.row(Tokens.TARGET_GAP, keypad, back(type.atStep(1)));
              }
              case UNDER_DIGITS -> {
                parts.add(field);
                yield Box.column(Tokens.TARGET_GAP, keypad, back(type.atMost(2)));
              }
              case NOWHERE -> {
                parts.add(field);
                yield keypad;
              }
            }));
  }

  /// @param size size of its words
  private KeyCap back(Type size) {
    return model
        .back()
        .cap(size, pressed, Optional.of(Role.BODY))
        .styled("narrow")
        .sized(Tokens.TARGET_MIN, Tokens.KEY_SMALL)
        .whole();
  }

  /// Draws the allowed range, the place of the terminal, or what is still owed. The text is as
  /// large as fits, and shrinks before the sum does.
  private Writing line(String words, int step) {
    Writing drawn = StagePane.rank(step == 1 ? 1 : 3, type.atStep(step).body(words));
    return step == 1 ? drawn : StagePane.orElse(drawn, line(words, step - 1));
  }

  private HBox written(String sum) {
    Writing figure = type.atStep(1).figure(Role.SUM, Ink.TEXT, sum).oneLine();
    HBox line = Box.styled(Box.row(8, figure, Keypad.caret(look)), "field");
    line.setMinHeight(metrics.keypads().field());
    line.setMaxWidth(732);
    return Box.padded(line, 0, 28);
  }

  /// The terminal, as large as fits.
  private static Node picture(TerminalPlace place, double width) {
    Node least = StagePane.rank(3, Box.middle(TerminalPicture.at(place, SCALES.getLast())));
    for (double scale : SCALES.reversed().subList(1, SCALES.size())) {
      if (TerminalPicture.WIDTH * scale <= width) {
        least =
            StagePane.orElse(
                StagePane.rank(3, Box.middle(TerminalPicture.at(place, scale))), least);
      }
    }
    return least;
  }

  /// The heading, as large as fits beside the words about the money.
  ///
  /// @param least rank of its smallest form
  private Writing head(String words, int rank, int least, int step) {
    Writing drawn = type.atStep(step).h1(words);
    return step == 1
        ? StagePane.rank(least, drawn)
        : StagePane.orElse(StagePane.rank(rank, drawn), head(words, rank, least, step - 1));
  }

  /// A notice about the money: readable at every text size, as large as fits, and smaller before
  /// the heading is.
  private NoticeBar notice(NoticeBar.NoticeBarWords words, int step) {
    NoticeBar drawn = StagePane.rank(step == 1 ? 1 : 2, new NoticeBar(type.atStep(step), words));
    return step == 1 ? drawn : StagePane.orElse(drawn, notice(words, step - 1));
  }
}
