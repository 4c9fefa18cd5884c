package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.libstation.lab.screen.Png;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.IconView;
import org.libstation.screen.kit.look.Ink;

/// All icons at the sizes in which they stand beside words and in tiles, for a person to look at.
class IconSheetTest {
  @Test
  void every_icon_can_be_drawn_at_its_sizes() throws Exception {
    byte[] png =
        Fx.call(
            () -> {
              FlowPane sheet = new FlowPane(28, 20);
              for (Icon icon : Icon.values()) {
                VBox one =
                    new VBox(
                        6,
                        new IconView(icon, 104, Ink.TEXT).stroked(3.2),
                        new IconView(icon, 48, Ink.TEXT),
                        new IconView(icon, 34, Ink.TEXT),
                        new Text(icon.name()));
                sheet.getChildren().add(one);
              }
              sheet.getStyleClass().addAll("ground", "light");
              sheet.getStylesheets().addAll(Styles.sheets());
              sheet.setPrefWrapLength(1200);
              Scene scene = new Scene(sheet, 1200, 1400);
              return Png.of(scene.snapshot(null));
            });
    Path folder = Files.createDirectories(Path.of("target/screens"));
    Files.write(folder.resolve("icons.png"), png);
    assertThat(png.length).isGreaterThan(20_000);
  }
}
