package org.libstation.screen.technician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.flow.state.Key;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;
import org.libstation.screen.kit.widget.ActionKey;

/// Draws a run of the checks: a tile each, and one finding in detail. Also draws the health page
/// with its plots, and the comparison of payments.
public final class ServiceView extends ServicePageView<ServiceViewModel> {
  private static final double PART_NAME = 110;

  private final Tiles tiles;
  private final StackPane first;

  public ServiceView(ServiceViewModel model, Consumer<Key> pressed) {
    super(model, pressed, model.voice().say("technician.head", model.voice().station()), Tiles.GAP);
    tiles = new Tiles(type, pressed);
    StackPane title = part();
    // With keys at the side there is no heading; the progress says the same.
    title.setManaged(!keysBeside);
    title.setVisible(!keysBeside);
    model.head.subscribe(text -> title.getChildren().setAll(type.techHead(text)));
    part(model.progress, this::progress);
    first = part();
    model.first.subscribe(_ -> first());
    model.body.subscribe(_ -> first());
    model.body.subscribe(this::body);
    model.body.subscribe(_ -> actions(keys()));
  }

  private void first() {
    boolean told = layouts.staff().evidenceApart() && model.body.get().card().isPresent();
    put(first, model.first.get().filter(_ -> !told).map(words -> notice(words, 12)));
  }

  /// With keys at the side, the keys of the shown finding stand among those of the page.
  @Override
  List<ActionKey> keys() {
    List<ActionKey> keys = new ArrayList<>();
    model.body.get().card().filter(_ -> keysBeside).ifPresent(card -> keys.addAll(card.keys()));
    keys.addAll(model.actions.get());
    return keys;
  }

  private void body(ServiceViewModel.ServicePageBody shown) {
    List<Region> rows = new ArrayList<>();
    shown.code().ifPresent(text -> rows.add(code(text)));
    if (!shown.live().isEmpty()) {
      rows.addAll(keysBeside ? lines(shown.live()) : List.of(live(shown.live())));
    }
    // The finding comes first.
    shown.card().map(this::card).ifPresent(rows::add);
    shown
        .card()
        .flatMap(ServiceViewModel.FindingCard::evidence)
        .filter(_ -> layouts.staff().evidenceApart())
        .map(this::apart)
        .ifPresent(rows::add);
    rows.addAll(
        tiles.rows(shown.tiles(), tile -> Optional.ofNullable(shown.keys().get(tile.name()))));
    if (!shown.lives().isEmpty()) {
      VBox lives = Box.column(12, type.techHead(say("board.lives")));
      rows.add(Box.add(lives, rows(shown.lives(), metrics.staff().health().livesInARow())));
    }
    rows.addAll(
        tiles.rows(
            shown.plots().stream()
                .map(words -> new Plot(type, words, tiles.width(), say("plot.none")))
                .toList()));
    body.show(rows, -1);
  }

  private HBox progress(ServiceViewModel.CheckProgress words) {
    double width = metrics.staff().health().bar();
    Writing line = type.write(Role.TECH, false, Ink.TEXT_2, words.line());
    if (width <= 0) {
      return Box.row(20, type.techHead(words.count()).oneLine(), Box.grow(line));
    }
    Region done = Box.styled(new Region(), Ink.ACTION.back());
    Box.fixed(done, Math.max(1, width * words.share()), 20);
    StackPane bar = Box.styled(new StackPane(done), "box");
    bar.setAlignment(Pos.CENTER_LEFT);
    Box.fixed(bar, width + 8, 32);
    return Box.row(20, type.techHead(words.count()).oneLine(), bar, Box.grow(line));
  }

  /// A region for each line, so that they can go on several pages.
  private List<Region> lines(List<String> lines) {
    return lines.stream()
        .<Region>map(
            line -> Box.padded(Box.styled(Box.column(0, type.tech(false, line)), "box"), 6, 16))
        .toList();
  }

  private VBox live(List<String> lines) {
    VBox box = Box.column(8, type.techHead(say("board.live")));
    lines.forEach(line -> Box.add(box, type.tech(false, line)));
    return Box.padded(Box.styled(box, "box"), 16, 24);
  }

  /// Used if there is no room for the evidence beside the words.
  private VBox apart(Evidence evidence) {
    VBox box = Box.column(0, new EvidencePlot(type, evidence));
    return Box.padded(Box.styled(box, "box"), 12, 16);
  }

  private VBox card(ServiceViewModel.FindingCard words) {
    Ink ink = words.fault() ? Ink.STOP : Ink.ASK;
    HBox stamp =
        Box.row(
            16,
            new IconView(Icon.WARNING, 40, ink),
            type.write(Role.TECH_HEAD, true, ink, words.code()).oneLine(),
            Box.space(),
            type.write(Role.TECH, false, Ink.TEXT_2, words.place()).oneLine());
    VBox parts = Box.column(8);
    for (ServiceViewModel.ServiceDetail part : words.parts()) {
      Writing name = type.write(Role.TECH, true, Ink.TEXT_2, part.name()).oneLine();
      name.setMinWidth(PART_NAME);
      Box.add(parts, Box.top(Box.row(16, name, Box.grow(type.tech(false, part.text())))));
    }
    VBox text = Box.column(8, stamp, type.techHead(words.head()));
    Box.add(
        text,
        words
            .evidence()
            .filter(_ -> !layouts.staff().evidenceApart())
            .<Region>map(it -> Box.top(Box.row(32, Box.grow(parts), new EvidencePlot(type, it))))
            .orElse(parts));
    if (!words.keys().isEmpty() && !keysBeside) {
      Box.add(text, rows(words.keys(), words.keys().size()));
    }
    return edged(text, ink, 16);
  }

  /// Draws evidence: each bar below its name, with its figure at the end.
  private static final class EvidencePlot extends VBox {
    static final double WIDTH = 340;

    private static final double BAR = 20;
    private static final double FIGURE = 120;

    EvidencePlot(Type type, Evidence evidence) {
      super(6);
      Box.wide(this, WIDTH);
      setMinHeight(Region.USE_PREF_SIZE);
      setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      setAccessibleText(
          evidence.bars().stream()
              .map(bar -> bar.name() + " " + bar.figure())
              .reduce(evidence.title(), (all, next) -> all + " · " + next));
      getChildren().add(type.write(Role.TECH_SMALL, true, Ink.TEXT, evidence.title()));
      for (Evidence.Bar bar : evidence.bars()) {
        getChildren()
            .addAll(
                type.write(Role.TECH_SMALL, false, Ink.TEXT_2, bar.name()),
                Box.row(
                    12,
                    drawn(bar),
                    type.write(Role.TECH_SMALL, true, Ink.TEXT, bar.figure()).oneLine()));
      }
    }

    private static StackPane drawn(Evidence.Bar bar) {
      double width = WIDTH - FIGURE;
      Region part = Box.styled(new Region(), bar.ink().back());
      Box.fixed(part, Math.max(2, width * bar.part()), BAR);
      StackPane all = Box.styled(new StackPane(part), "frame");
      all.setAlignment(Pos.CENTER_LEFT);
      return Box.fixed(all, width, BAR);
    }
  }
}
