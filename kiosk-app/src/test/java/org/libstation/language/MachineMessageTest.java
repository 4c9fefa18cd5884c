package org.libstation.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.flow.state.Language;

/// What is said of a line in English reaches its reader in the language of the screen.
class MachineMessageTest {
  private static final Texts TEXTS = TestTexts.OURS;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no answer to 99: no answer in time",
        "/dev/0 is not there: is it plugged in and switched on?",
        "the printer answers on the pad's port (/dev/0)",
        "no connection: Permission denied",
        "not connected yet: /dev/0",
        "/dev/0: No such file or directory",
        "no connection: PKIX path building failed: "
            + "sun.security.provider.certpath.SunCertPathBuilderException: "
            + "unable to find valid certification path to requested target",
        "the tag's answer was disturbed",
        "the reader's radio part fails: look at the antenna"
      })
  void nothing_of_it_stays_english_in_chinese(String english) {
    for (Language language : Language.values()) {
      String told = MachineMessage.in(TEXTS.in(language), english);
      if (language != Language.EN) {
        assertThat(told.replace("/dev/0", "")).doesNotContainPattern("[A-Za-z]");
      }
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
    assertThat(MachineMessage.in(TEXTS.in(Language.EN), english)).isEqualTo(english);
    assertThat(MachineMessage.in(TEXTS.in(Language.ZH_HANS), english))
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
    assertThat(MachineMessage.in(TEXTS.in(Language.ZH_HANS), own)).isEqualTo(own);
  }

  @Test
  void a_sentence_that_no_text_says_is_marked_as_a_machines_own() {
    String own = "read: some new kind of trouble";
    assertThat(MachineMessage.evidence(TEXTS.in(Language.ZH_HANT_HK), own))
        .isEqualTo(own + "（機器原文）");
    assertThat(MachineMessage.evidence(TEXTS.in(Language.EN), own)).isEqualTo(own);
    for (String name : new String[] {"FEIG 50h", "no answer in time", "/dev/0, 3", "41:07"}) {
      assertThat(MachineMessage.evidence(TEXTS.in(Language.ZH_HANS), name))
          .isEqualTo(MachineMessage.in(TEXTS.in(Language.ZH_HANS), name));
    }
  }
}
