package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Access;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Language;
import org.libstation.lab.screen.Png;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Tokens;
import org.libstation.testkit.Needs;

/// Who moves from key to key by a keyboard sees which one it is, on every kind of key.
class FocusRingTest {
  private static final Path PICTURES = Path.of("target/screens");
  private static final PseudoClass RING = PseudoClass.getPseudoClass("focus-visible");
  private static final Access LIGHT = Access.STANDARD;
  private static final Access LARGE = Access.silent(2, false, false, false, false);
  private static final Access CONTRAST = Access.silent(2, true, false, false, false);
  private static final List<String> STATES =
      List.of("welcome", "identify-pin", "borrow-stack", "help", "technician", "to-do-chosen");

  /// Outside of the key, and what it is drawn in.
  private static final List<Double> INSETS = List.of(-13.0, -10.0, -4.0);

  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  @Tag("full")
  void every_kind_of_key_shows_the_ring_in_the_usual_colours() throws Exception {
    Set<String> kinds = new TreeSet<>();
    List<String> findings = new ArrayList<>();
    findings.addAll(Fx.call(() -> ringless(LIGHT, kinds)));
    findings.addAll(Fx.call(() -> ringless(LARGE, kinds)));
    assertThat(findings).as(String.join("\n", findings)).isEmpty();
    assertThat(kinds)
        .contains(
            "key",
            "key primary",
            "key small",
            "key small primary",
            "key tile",
            "key tile primary",
            "key narrow",
            "key narrow primary",
            "key small narrow",
            "key small narrow lit");
  }

  @Test
  void every_kind_of_key_shows_the_ring_in_high_contrast() throws Exception {
    Set<String> kinds = new TreeSet<>();
    List<String> findings = Fx.call(() -> ringless(CONTRAST, kinds));
    assertThat(findings).as(String.join("\n", findings)).isEmpty();
    assertThat(kinds).contains("key tile", "key small", "key small narrow lit");
  }

  private static List<String> ringless(Access access, Set<String> kinds) throws Exception {
    List<String> findings = new ArrayList<>();
    for (String name : STATES) {
      FlowState state = States.in(States.named(name), Language.EN, access);
      ScreenHost host = ScreensTest.host(new ArrayList<>());
      ScreensTest.show(host, state);
      Map<String, KeyCap> one = new LinkedHashMap<>();
      for (KeyCap key : ScreensTest.keys(host)) {
        String kind = String.join(" ", key.getStyleClass());
        one.putIfAbsent(kind, key);
        List<BackgroundFill> plain = fills(host, key, false);
        List<BackgroundFill> ringed = fills(host, key, true);
        String what = name + ": " + kind + " " + key.getAccessibleText() + ": ";
        String wrong = wrong(plain, ringed, access.contrast());
        if (!wrong.isEmpty()) {
          findings.add(what + wrong);
        }
        Bounds box = key.localToScene(key.getLayoutBounds());
        if (box.getMinX() < 13
            || box.getMaxX() > Tokens.WIDTH - 13
            || box.getMaxY() > Tokens.HEIGHT - 13) {
          findings.add(what + "no room for the ring: " + box);
        }
        fills(host, key, false);
      }
      kinds.addAll(one.keySet());
      if (name.equals("welcome") || name.equals("borrow-stack")) {
        one.values().forEach(key -> key.pseudoClassStateChanged(RING, true));
        host.applyCss();
        keep("focus." + name + (access.contrast() ? ".contrast" : "." + access.textStep()), host);
      }
    }
    return findings;
  }

  /// The ring lies outside, and the key itself looks as it does without it.
  private static String wrong(
      List<BackgroundFill> plain, List<BackgroundFill> ringed, boolean contrast) {
    if (ringed.size() != plain.size() + INSETS.size()) {
      return ringed.size() + " layers";
    }
    Color ink = Color.web(contrast ? "#FFFFFF" : "#1C2127");
    Color mark = Color.web(contrast ? "#FFD23F" : "#EBAE2D");
    // A technician's screen has the colours of the night.
    boolean night = ringed.getFirst().getFill().equals(Color.web("#EEF2F6"));
    if (!night && !ringed.getFirst().getFill().equals(ink)) {
      return "outer line " + ringed.getFirst().getFill();
    }
    if (!night && !ringed.get(1).getFill().equals(mark)) {
      return "band " + ringed.get(1).getFill();
    }
    double corner = plain.getFirst().getRadii().getTopLeftHorizontalRadius();
    for (int layer = 0; layer < INSETS.size(); layer++) {
      BackgroundFill fill = ringed.get(layer);
      double out = INSETS.get(layer);
      if (!fill.getInsets().equals(new Insets(out))) {
        return "layer " + layer + " lies at " + fill.getInsets();
      }
      if (fill.getRadii().getTopLeftHorizontalRadius() != corner - out) {
        return "layer " + layer + " has the corners " + fill.getRadii();
      }
    }
    List<BackgroundFill> itself = ringed.subList(INSETS.size(), ringed.size());
    return itself.equals(plain) ? "" : "the key is " + itself + ", not " + plain;
  }

  private static List<BackgroundFill> fills(ScreenHost host, KeyCap key, boolean ring) {
    key.pseudoClassStateChanged(RING, ring);
    host.applyCss();
    return key.getBackground().getFills();
  }

  private static void keep(String name, ScreenHost host) throws Exception {
    SnapshotParameters whole = new SnapshotParameters();
    whole.setViewport(new Rectangle2D(0, 0, Tokens.WIDTH, Tokens.HEIGHT));
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(name + ".png"), Png.of(host.snapshot(whole, null)));
  }
}
