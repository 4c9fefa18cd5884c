package org.libstation.screen.technician;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;

/// Draws the bars of an evidence, each below its name, with its figure at the end.
final class EvidencePlot extends VBox {
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
