package org.libstation.device.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What came held against what was shown; each wrong setting of a scanner has its own name.
class ScanVerdictTest {
  private static final String CODE = "LS-Test-aZ47yQ12";

  private static Optional<DeviceFault> judged(String prefix, String suffix, String came) {
    return new ScanVerdict(prefix, suffix)
        .of(came.getBytes(StandardCharsets.ISO_8859_1), CODE)
        .map(Found::fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LS-Test-aZ47yQ12/|",
        "]C0LS-Test-aZ47yQ12/|",
        "~LS-Test-aZ47yQ12/|OTHER_PREFIX",
        "]Q1~LS-Test-aZ47yQ12/|OTHER_PREFIX",
        "LS-Test-aZ47yQ12#/|OTHER_SUFFIX",
        "ls-test-az47yq12/|CASE_CHANGED",
        "LS-TEST-AZ47YQ12/|CASE_CHANGED",
        "LS\u00dfTest\u00dfaY47zQ12/|OTHER_LAYOUT",
        "LS)Test)qW'\u00e8yA&\u00e9/|OTHER_LAYOUT",
        "LS-Test-aZ47yQ12|SCAN_BROKEN_OFF",
        "S-Test-aZ47yQ12/|SCAN_LOST_START",
        "LS-Test-aZ47yQ13/|MISREAD",
        "38801000001484/|MISREAD",
        "LS-Test-aZ47yQ12/LS-Test-aZ47yQ12/|SCAN_REPEATED",
      })
  void without_prefix_and_suffix(String came, String fault) {
    assertThat(judged("", "", came.replace('/', '\r')))
        .isEqualTo(Optional.ofNullable(fault).map(DeviceFault::valueOf));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<LS-Test-aZ47yQ12>/|",
        "LS-Test-aZ47yQ12>/|OTHER_PREFIX",
        "<LS-Test-aZ47yQ12/|OTHER_SUFFIX",
        "<ls-test-az47yq12>/|CASE_CHANGED",
      })
  void with_a_prefix_and_a_suffix_of_the_site(String came, String fault) {
    assertThat(judged("<", ">", came.replace('/', '\r')))
        .isEqualTo(Optional.ofNullable(fault).map(DeviceFault::valueOf));
  }

  @Test
  void of_another_code_only_its_length_is_shown() {
    ScanVerdict verdict = new ScanVerdict("", "");
    byte[] card = "29876000012345\r".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(verdict.shown(card, verdict.of(card, CODE))).isEqualTo(".".repeat(14));
    byte[] small = "ls-test-az47yq12\r".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(verdict.shown(small, verdict.of(small, CODE))).isEqualTo("ls-test-az47yq12");
  }

  @Test
  void each_code_is_another_and_both_layouts_would_change_it() {
    SplittableRandom random = new SplittableRandom(1);
    String first = TestCode.random(random);
    assertThat(TestCode.random(random)).isNotEqualTo(first).startsWith(TestCode.PREFIX);
    for (int i = 0; i < 200; i++) {
      assertThat(TestCode.random(random)).matches("LS-Test-[A-Za-z]{2}[0-9]{2}[A-Za-z]{2}[0-9]{2}");
    }
  }
}
