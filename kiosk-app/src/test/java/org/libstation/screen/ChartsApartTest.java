package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.libstation.lab.screen.ScreenPictures;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.testkit.Needs;

/// JavaFX's charts bring a style of the toolkit with them; what patrons see is not touched by it.
class ChartsApartTest {
  @BeforeAll
  static void needsFonts() {
    Needs.screens();
  }

  @Test
  void patrons_screens_are_the_same_after_a_technician_looked_at_charts() throws Exception {
    byte[] before = picture("borrow-stack");
    assertThat(picture("health").length).isGreaterThan(20_000);
    assertThat(picture("borrow-stack")).isEqualTo(before);
  }

  private static byte[] picture(String name) throws Exception {
    Texts texts = TestTexts.OURS;
    return Fx.call(
        () ->
            new ScreenPictures(texts, ScreensTest.names(), Duration.ofSeconds(60), Optional.empty())
                .of(States.named(name)));
  }
}
