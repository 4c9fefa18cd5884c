package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.central.sip2.FarEnd.ay;
import static org.libstation.central.sip2.FarEnd.say;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.CentralSystem;
import org.libstation.central.TextShape;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.lab.embedded.LibraryDialects;
import org.slf4j.LoggerFactory;

/// Answers as a real Koha (2014 line) and SIPServer gave them, with made-up names in the places of
/// real ones: what they write about other readers goes no further than the line it came in.
class ForeignWordsTest {
  private static final String NAME = "Lindqvist";
  private static final String CARD = "23529000445172";
  private static final ItemId ITEM = new ItemId("3100000000222");
  private static final PatronId PATRON = new PatronId("2000000417");

  private static final Sip2Dialect DIALECT =
      LibraryDialects.generic()
          .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"))
          .withPlace(
              new Sip2Dialect.StationLocation(
                  "MAIN", "FOYER", ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"), "001"));

  private String answer = "";
  private final VirtualWire wire =
      new VirtualWire(FarEnd.ready(line -> List.of(say(answer, ay(line)))));
  private final CentralSystem system = new Sip2System(wire, DIALECT, wire);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AF" + NAME + "|",
        "AF" + CARD + "|",
        "AFBjörn " + NAME + "|",
        "AFItem not checked out to Björn " + NAME + "|",
        "AFInvalid Item|AFfor " + NAME + "|",
        "AFThe card " + CARD + " of " + NAME + " is lost|",
        "AF |AG" + NAME + "|",
      })
  void no_answer_carries_what_a_central_system_wrote_about_another_reader(String words) {
    String about = "AOMAIN|AA2000000417|AB3100000000222|AJBread and winter|AH|";
    OffsetDateTime now = OffsetDateTime.parse("2026-11-24T09:15:00+01:00");

    answer = "120NUN20261124    091201" + about + words;
    assertUnnamed(system.checkout(ITEM, PATRON, Optional.empty()));
    answer = "300NUN20261124    091201" + about + words;
    assertUnnamed(system.renew(ITEM, PATRON, Optional.empty()));
    answer = "100NUY20261124    091201AOMAIN|AB3100000000222|AQMAIN|" + words;
    assertUnnamed(system.checkin(ITEM, now));
    answer = "160N20261124    091201" + about + words;
    assertUnnamed(system.placeHold(ITEM, PATRON, Optional.empty()));
    answer = "1801010120261124    091201AB3100000000222|AJ|" + words;
    assertUnnamed(system.look(ITEM));
    answer =
        "64              00120261124    091100000000000000000000000000AOMAIN|AA2000000417|AEReader"
            + "|BLY|"
            + words;
    assertUnnamed(system.account(PATRON, Optional.empty()));
  }

  @Test
  void what_the_wire_log_shows_of_such_a_text_is_its_shape() {
    Logger log = (Logger) LoggerFactory.getLogger(WireLog.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    log.setLevel(Level.DEBUG);
    try {
      answer =
          "120NUN20261124    091201AOMAIN|AA2000000417|AB3100000000222|AJ|AH|AFto Björn "
              + NAME
              + ", 17|AG"
              + CARD
              + "|";
      assertThat(system.checkout(ITEM, PATRON, Optional.empty())).isNotNull();
    } finally {
      log.detachAppender(lines);
      log.setLevel(null);
    }

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("AFxx xxxxx xxxxxxxxx, 99|AG99999999999999|"))
        .noneMatch(line -> line.contains(NAME) || line.contains(CARD));
  }

  /// A destination is where a hold goes, and some libraries name that shelf after who waits; in an
  /// answer about a reader the place is that reader's.
  @ParameterizedTest
  @ValueSource(strings = {"AP", "AQ", "BG", "BS", "CL", "CR", "CT", "CV"})
  void a_place_is_a_shape_in_the_log(String id) {
    for (String said :
        List.of("Hold shelf, Björn " + NAME, NAME, NAME.toUpperCase(Locale.ROOT), CARD)) {
      String shown =
          Sip2Message.read("100NUY20261124    091201AOMAIN|" + id + said + "|").toString();
      assertThat(shown)
          .contains(id + TextShape.of(said) + "|")
          .doesNotContainIgnoringCase(NAME)
          .doesNotContain(CARD);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AH", "BW", "CJ", "CM", "BR", "BV", "CF", "CK", "BL", "CI"})
  void a_text_where_a_day_a_sum_or_a_flag_should_stand_is_a_shape_in_the_log(String id) {
    String shown =
        Sip2Message.read("120NUN20261124    091201AOMAIN|" + id + "ask " + NAME + "|").toString();
    assertThat(shown).contains(id + "xxx xxxxxxxxx|").doesNotContain(NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AH20261205    235900", "AH2026-12-05 23:59", "BV1.50", "CF3", "BLY", "CJ", "CIN"})
  void a_day_a_sum_or_a_flag_is_read_in_the_log(String field) {
    assertThat(Sip2Message.read("121NUY20261124    091201AOMAIN|" + field + "|").toString())
        .contains(field + "|");
  }

  @Test
  void the_number_of_an_alert_or_of_a_bin_is_read_in_the_log() {
    assertThat(
            Sip2Message.read("101YNY20261124    091511AOMAIN|AB3100000000789|AQ|CL9|CT|CV01|")
                .toString())
        .contains("AQ|CL9|CT|CV01|");
  }

  @Test
  void a_rule_that_fits_a_part_of_a_text_knows_nothing() {
    RefusalRule rule = RefusalRule.of("Item not checked out", RefusalReason.NOT_YOUR_LOAN);
    assertThat(rule.fits("Item not checked out")).isTrue();
    assertThat(rule.fits(" item  NOT checked out ")).isTrue();
    assertThat(rule.fits("Item not checked out to " + NAME)).isFalse();
    assertThat(
            RefusalRule.of(".*", RefusalReason.NOT_YOUR_LOAN)
                .fits("x".repeat(RefusalRule.LONGEST_TEXT + 1)))
        .isFalse();
  }

  /// A value's own words are all that a journal, a screen or a log can write of it.
  private static void assertUnnamed(Object answer) {
    assertThat(String.valueOf(answer)).doesNotContainIgnoringCase(NAME).doesNotContain(CARD);
  }
}
