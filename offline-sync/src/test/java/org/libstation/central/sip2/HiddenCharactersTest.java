package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a central system, or somebody who wrote into its catalogue, sends and nobody sees.
final class HiddenCharactersTest {
  @Test
  void a_title_or_a_message_comes_without_what_is_not_seen_and_keeps_the_rest() {
    Sip2Fields fields =
        Sip2Fields.read("AJ紅樓\u202E夢\u200B e\u0301\uFEFF|AFask\u001B[2J at\u2028the desk|");

    assertThat(fields.first("AJ")).contains("紅樓夢 e\u0301");
    assertThat(fields.first("AF")).contains("ask [2J at the desk");
  }

  @Test
  void a_number_stays_as_it_came_so_that_it_never_becomes_another_items() {
    Sip2Fields fields = Sip2Fields.read("AB3000000000\u200B0017|");

    assertThat(fields.first("AB")).contains("3000000000\u200B0017");
  }
}
