package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.journal.sqlite.RecoveryKeys;

/// What is asked for before patrons use a site: a test with an overdue item, and settings that do
/// not contradict each other.
class BeforeLiveTest {
  private static final String LEFT = "Left to do before patrons use it:";

  private static final String HASH =
      "pbkdf2-sha256$100000$MDEyMzQ1Njc4OWFiY2RlZg$+cymV461EfF1RClXXrwHHn8wHvqXrjQaePZhTY6JKjI";
  private static final String OTHER_HASH =
      "pbkdf2-sha256$100000$ZmVkY2JhOTg3NjU0MzIxMA$Iy7pxMDsxVx0KOPEKTwSFjSHQEElf9ylxPcC+n47cWI";

  @TempDir private Path dir = Path.of("");
  private Path site = Path.of("");

  @BeforeEach
  void aSiteThatCouldBeLive() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
    edit("\"246810\"", HASH);
    edit("\"135790\"", OTHER_HASH);
    edit("terminal: simulated", "terminal: none");
    edit("dialect: embedded", "dialect: koha-25");
    edit("recovery-key: \"\"", "recovery-key: " + RecoveryKeys.publicPem());
  }

  private void edit(String from, String to) throws IOException {
    Path settings = site.resolve("station.yaml");
    String yaml = Files.readString(settings);
    assertThat(yaml).contains(from);
    Files.writeString(settings, yaml.replace(from, to));
  }

  private Called setup(String... words) {
    Called called = new Called(SetupCommand.with(InputStream.nullInputStream()));
    int _ = called.with(words);
    return called;
  }

  private Called set(String... values) {
    String[] words = new String[values.length + 4];
    System.arraycopy(new String[] {"setup", "set", "--config", site.toString()}, 0, words, 0, 4);
    System.arraycopy(values, 0, words, 4, values.length);
    return setup(words);
  }

  private Called doctor() {
    Called called = new Called(new DoctorCommand(InputStream.nullInputStream()));
    int _ = called.with("doctor", "--config", site.toString(), "--only", "golive");
    return called;
  }

  private void confirm() {
    Called done =
        setup("setup", "confirm", "overdue-test", "--config", site.toString(), "--by", "Chan");
    assertThat(done.out()).as(done.err()).contains("recorded: ", "says Chan");
  }

  @Test
  void a_site_that_goes_live_is_asked_for_a_test_with_an_overdue_item() {
    assertThat(set("mode=training").out()).doesNotContain(LEFT);
    assertThat(set("mode=live").out())
        .contains("can start with these settings")
        .contains(LEFT, "G18 No test with an overdue item", "setup confirm overdue-test");
    assertThat(set("mode=live", "--write", "--by", "Chan").out()).contains("Written.", "G18 ");
    assertThat(doctor().out()).contains("G18");
  }

  @Test
  void a_test_that_was_done_is_recorded_and_asked_for_no_more() throws IOException {
    confirm();

    assertThat(Files.readString(site.resolve("data/overdue-test")))
        .matches("by Chan\nat \\S+\ncentral \\S+:\\d+\ndialect koha-25\n");
    assertThat(set("mode=live").out()).doesNotContain(LEFT);
    edit("mode: demo", "mode: live");
    assertThat(doctor().out()).doesNotContain("G18").contains("confirmed by Chan");
    assertThat(Files.readString(site.resolve("data/logs/staff.log")))
        .contains("the return of an overdue item was tried with koha-25, says Chan");
  }

  /// Another system may charge otherwise.
  @Test
  void with_another_library_system_or_dialect_the_test_is_asked_for_again() {
    confirm();

    assertThat(set("mode=live", "central.port=6999").out()).contains("G18 ");
    assertThat(set("mode=live", "central.dialect=koha-2014").out()).contains("G18 ");
  }

  @Test
  void a_record_that_cannot_be_read_is_none() throws IOException {
    confirm();
    Files.writeString(site.resolve("data/overdue-test"), "by Chan\nat yesterday\n");

    assertThat(set("mode=live").out()).contains("G18 ");
  }

  @Test
  void a_payment_terminal_beside_a_dialect_without_payments_is_told_by_setup() throws IOException {
    Files.writeString(
        site.resolve("dialects/no-payments.yaml"),
        """
        dialect:
          based-on: koha-25
          system: ours, without payments
          messages:
            supported: ["09", "11", "17", "23", "29", "35", "63", "93", "97", "99"]
        """);

    assertThat(set("central.dialect=no-payments").out()).doesNotContain(LEFT);
    assertThat(set("central.dialect=no-payments", "payment.terminal=simulated").out())
        .contains(LEFT, "G87 There is a payment terminal, but payments cannot be booked");
  }

  @Test
  void only_a_test_that_is_known_is_recorded_and_only_with_a_name() {
    assertThat(
            setup("setup", "confirm", "fines", "--config", site.toString(), "--by", "Chan").err())
        .contains("TEST: expected overdue-test");
    assertThat(
            setup("setup", "confirm", "overdue-test", "--config", site.toString(), "--by", " ")
                .err())
        .contains("--by: expected a text");
  }
}
