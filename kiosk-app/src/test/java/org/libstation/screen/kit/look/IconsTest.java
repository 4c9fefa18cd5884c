package org.libstation.screen.kit.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.shape.SVGPath;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.screen.Fx;

/// The icons are those of the set, whole, and none is left over.
class IconsTest {
  @ParameterizedTest
  @EnumSource(Icon.class)
  void anIconFillsItsBoxAndStaysInIt(Icon icon) throws Exception {
    Bounds drawn = Fx.call(() -> outline(icon.path()).getLayoutBounds());
    assertThat(drawn.getMinX()).isBetween(0.0, 12.0);
    assertThat(drawn.getMinY()).isBetween(0.0, 12.0);
    assertThat(drawn.getMaxX()).isBetween(12.0, 24.0);
    assertThat(drawn.getMaxY()).isBetween(12.0, 24.0);
    assertThat(Math.max(drawn.getWidth(), drawn.getHeight())).isGreaterThan(10);
  }

  private static SVGPath outline(String path) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    return shape;
  }

  @Test
  void whatIsTakenFromTheSetIsWhatIsShown() throws IOException, URISyntaxException {
    Path folder = Path.of(Icon.class.getResource("icons/LICENSE").toURI()).getParent();
    // What is not there cannot be shown.
    List<String> shown = Arrays.stream(Icon.values()).map(Icon::path).toList();
    List<String> there;
    try (Stream<Path> files = Files.list(folder)) {
      there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("LICENSE"))
              .toList();
    }
    assertThat(there.stream().map(name -> SvgOutline.resource("icons/" + name)))
        .doesNotHaveDuplicates()
        .isSubsetOf(shown);
  }

  @Test
  void theLicenceIsShipped() throws IOException {
    try (var in = Icon.class.getResourceAsStream("icons/LICENSE")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("MIT License")
          .contains("Copyright");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<path d=\"M1 2h3\" />| 1 2 3 0",
        "<path d=\"M9 9h3\" /><path d=\"m1 2h3\" />| 1 2 11 7",
        "<circle cx=\"12\" cy=\"10\" r=\"4\" />| 8 6 8 8",
        "<ellipse cx=\"12\" cy=\"10\" rx=\"4\" ry=\"2\" />| 8 8 8 4",
        "<line x1=\"1\" y1=\"2\" x2=\"5\" y2=\"9\" />| 1 2 4 7",
        "<rect x=\"3\" y=\"4\" width=\"10\" height=\"6\" rx=\"2\" />| 3 4 10 6",
        "<rect x=\"3\" y=\"4\" width=\"10\" height=\"6\" />| 3 4 10 6",
        "<polyline points=\"1,2 5,2 5,9\" />| 1 2 4 7",
        "<polygon points=\"1,2 5,2 5,9\" />| 1 2 4 7",
        "<path stroke=\"none\" d=\"M0 0h24v24H0z\" /><path d=\"M1 2h3\" />| 1 2 3 0",
      })
  void eachShapeOfTheSetIsDrawnWhereItStands(String element, String place) throws Exception {
    Bounds drawn =
        Fx.call(
            () -> {
              SVGPath shape = outline(SvgOutline.of("<svg stroke=\"currentColor\">" + element));
              // Filled, bounds are those of the outline itself.
              return shape.getLayoutBounds();
            });
    List<Double> expected = Arrays.stream(place.strip().split(" ")).map(Double::valueOf).toList();
    assertThat(drawn.getMinX()).isCloseTo(expected.get(0), within());
    assertThat(drawn.getMinY()).isCloseTo(expected.get(1), within());
    assertThat(drawn.getWidth()).isCloseTo(expected.get(2), within());
    assertThat(drawn.getHeight()).isCloseTo(expected.get(3), within());
  }

  private static Offset<Double> within() {
    return Offset.offset(0.05);
  }

  @Test
  void whatIsNotDrawnIsNotPassedOver() {
    assertThatThrownBy(() -> SvgOutline.of("<svg><text x=\"1\">A</text></svg>"))
        .hasMessageContaining("<text>");
    assertThatThrownBy(() -> SvgOutline.of("<svg><path transform=\"scale(2)\" d=\"M1 1\"/></svg>"))
        .hasMessageContaining("transform");
    assertThatThrownBy(() -> SvgOutline.resource("icons/unheard-of.svg"))
        .hasMessageContaining("icons/unheard-of.svg is not in the program");
  }
}
