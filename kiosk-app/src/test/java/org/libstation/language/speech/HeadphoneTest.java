package org.libstation.language.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadphoneTest {
  @TempDir private Path dir = Path.of("");

  @Test
  void a_file_of_the_system_tells_it() throws Exception {
    Path state = dir.resolve("state");
    Files.writeString(state, "USB=1\nHEADPHONE=0\n");
    Headphone headphone = headphone("file:" + state + "?on=HEADPHONE=1");
    assertThat(headphone.watched()).isTrue();
    assertThat(headphone.look()).isEmpty();
    assertThat(headphone.present()).isFalse();
    Files.writeString(state, "USB=1\nHEADPHONE=1\n");
    assertThat(headphone.look()).contains(true);
    assertThat(headphone.look()).isEmpty();
    assertThat(headphone.present()).isTrue();
    Files.delete(state);
    assertThat(headphone.look()).contains(false);
  }

  @Test
  void a_command_tells_it() {
    assertThat(headphone("command:echo values=on?on=values=on").look()).contains(true);
    assertThat(headphone("command:echo values=off?on=values=on").look()).isEmpty();
    assertThat(headphone("command:/nowhere/amixer cget?on=on").look()).isEmpty();
  }

  @Test
  void a_keypad_tells_it_only_where_the_site_has_one() {
    Headphone keys = headphone("keys");
    keys.told(true);
    assertThat(keys.present()).isTrue();
    assertThat(keys.watched()).isFalse();
    Headphone never = headphone("never");
    never.told(true);
    assertThat(never.present()).isFalse();
    Headphone always = headphone("always");
    always.told(false);
    assertThat(always.present()).isTrue();
  }

  @Test
  void anything_else_is_refused() {
    assertThatThrownBy(() -> headphone("maybe")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> headphone("file:relative"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> headphone("command:")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Headphone headphone(String setting) {
    return new Headphone(Headphone.HeadphoneDetection.of(setting));
  }
}
