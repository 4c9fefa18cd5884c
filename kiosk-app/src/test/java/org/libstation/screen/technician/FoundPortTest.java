package org.libstation.screen.technician;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.States;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;

class FoundPortTest {
  /// Lines of the board: pad, printer, nothing, something, spared, not opened, not asked.
  @Test
  void a_port_is_offered_where_what_answers_there_can_be_the_device() {
    Texts texts = TestTexts.OURS;
    Voice voice =
        new Voice(
            texts.in(Language.EN),
            "",
            "",
            SiteWords.NONE,
            Duration.ofMinutes(1),
            new BuiltInBrand());
    SetupViewModel model = new SetupViewModel(voice, Look.technician(Language.EN));
    model.show(Objects.requireNonNull(States.all().get("setup-ports")));
    List<Key> offered =
        model.rows.get().stream().flatMap(row -> row.key().stream()).map(key -> key.key()).toList();
    assertThat(offered)
        .containsExactly(
            new Key.TakePort(0),
            new Key.TakePort(2),
            new Key.TakePort(3),
            new Key.TakePort(4),
            new Key.TakePort(6));
  }
}
