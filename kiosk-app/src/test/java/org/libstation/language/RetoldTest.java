package org.libstation.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.Language;

/// What lies in a journal or is said of a line in English reaches its reader in the language of the
/// screen.
class RetoldTest {
  private static final Texts TEXTS = TestTexts.OURS;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lent 2026-11-24T18:44:00+08:00; not booked: refused, reason not known",
        "lent by the station 2026-11-24T18:44:00+08:00, not released",
        "lent here 2026-11-24T18:44:00+08:00 (clock doubtful); status 03",
        "status 03, due 20261215    235900",
        "asked 2026-11-24T18:44:00+08:00; the due date has not moved",
        "asked 2026-11-24T18:44:00+08:00; not sent: the station was off, or its disk is an older"
            + " copy",
        "asked 2026-11-24T18:44:00+08:00, came to nothing; on loan now, due 2026-12-15",
        "settled 2026-11-24T18:44:00+08:00, due 2026-12-08; due 2026-12-15 now",
        "not released 2026-11-24T18:44:00Z: no connection: Connection refused",
        "handed over 2026-11-24T18:44:00+08:00; nobody said what it is",
        "booked for the card, not released; asked 2026-11-24T18:44:00+08:00",
        "the journal is older than it was (the last that was seen: 412)",
        "no answer to 99: no answer in time",
        "/dev/0 is not there: is it plugged in and switched on?",
        "the printer answers on the pad's port (/dev/0)",
        "no connection: Permission denied",
        "not connected yet: /dev/0",
        "/dev/0: No such file or directory",
        "no connection: PKIX path building failed: "
            + "sun.security.provider.certpath.SunCertPathBuilderException: "
            + "unable to find valid certification path to requested target",
        "the station was cut short; whether the terminal took it cannot be told: "
            + "/dev/0 was closed by the far end",
        "the terminal gave back 1: receipt 0005 trace 000101 terminal 52500038",
        "the terminal names no sum: receipt 0005",
        "whether the terminal took it cannot be told: its last transaction is another than before;"
            + " the terminal took nothing: receipt 0005 trace 000101",
        "the tag's answer was disturbed",
        "the reader's radio part fails: look at the antenna"
      })
  void nothing_of_it_stays_english_in_chinese(String english) {
    for (Language language : Language.values()) {
      String told = Retold.in(TEXTS.in(language), english);
      if (language != Language.EN) {
        assertThat(told.replace("/dev/0", "")).doesNotContainPattern("[A-Za-z]");
      }
      assertThat(told).doesNotContain("18:44:00");
    }
  }

  /// As the openers of devices say it.
  @ParameterizedTest
  @ValueSource(strings = {"dialout", "lp"})
  void a_port_that_may_not_be_opened_is_told_with_its_group(String group) {
    String english =
        "/dev/0 may not be opened (owner root, group "
            + group
            + ", mode 0660): put user libstation into group "
            + group
            + " and start the station anew";
    assertThat(Retold.in(TEXTS.in(Language.EN), english)).isEqualTo(english);
    assertThat(Retold.in(TEXTS.in(Language.ZH_HANS), english))
        .isEqualTo(
            "/dev/0 无权打开（所有者 root、组 "
                + group
                + "、权限 0660）：把用户 libstation 加入组 "
                + group
                + "，然后重新启动本机");
  }

  @Test
  void what_is_no_phrase_of_these_stays() {
    String own = "Okapi 7: scan head 3 stuck";
    assertThat(Retold.in(TEXTS.in(Language.ZH_HANS), own)).isEqualTo(own);
  }

  @Test
  void a_sentence_that_no_text_says_is_marked_as_a_machines_own() {
    String own = "read: some new kind of trouble";
    assertThat(Retold.evidence(TEXTS.in(Language.ZH_HANT_HK), own)).isEqualTo(own + "（機器原文）");
    assertThat(Retold.evidence(TEXTS.in(Language.EN), own)).isEqualTo(own);
    for (String name : new String[] {"FEIG 50h", "no answer in time", "/dev/0, 3", "41:07"}) {
      assertThat(Retold.evidence(TEXTS.in(Language.ZH_HANS), name))
          .isEqualTo(Retold.in(TEXTS.in(Language.ZH_HANS), name));
    }
  }

  @Test
  void a_moment_is_told_as_its_reader_writes_it() {
    String note = "lent 2026-11-24T18:44:00+08:00; not booked: CARD";
    assertThat(Retold.in(TEXTS.in(Language.ZH_HANT_HK), note))
        .isEqualTo("於 2026年11月24日 18:44 借出；未入帳：CARD");
  }
}
