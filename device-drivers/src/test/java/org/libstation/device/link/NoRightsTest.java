package org.libstation.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NoRightsTest {
  private static final Path PORT = Path.of("/dev/ttyUSB0");

  @Test
  void the_real_group_and_mode_are_named_and_what_to_do_with_them() {
    assertThat(NoRightsException.of(PORT, "root", "uucp", 0660, "libstation"))
        .hasMessage(
            "/dev/ttyUSB0 may not be opened (owner root, group uucp, mode 0660): put user"
                + " libstation into group uucp and start the station anew");
  }

  @Test
  void a_group_that_has_no_right_itself_needs_a_rule() {
    assertThat(NoRightsException.of(PORT, "tester", "tty", 0620, "libstation"))
        .hasMessage(
            "/dev/ttyUSB0 may not be opened (owner tester, group tty, mode 0620): user libstation"
                + " needs a udev rule that gives it GROUP and MODE=\"0660\"");
  }
}
