package org.libstation.flow.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "devices.pad.model              | device.model           | ''       | pad",
        "devices.pad.options.afi.onloan | device.option          | afi.onloan | pad",
        "central.options.login.delay    | central.option         | login.delay | ''",
        "central.port                   | central.port           | ''       | ''",
        "barcodes.rules.12.pattern      | barcodes.rules.pattern | ''       | ''",
        "alternatives.0.name.en         | alternatives.name.in   | English  | ''",
        "name.zh-Hans                   | name.in                | 简体中文 | ''",
        "devices.pad                    | devices.pad            | ''       | ''",
        "central.options                | central.options        | ''       | ''"
      })
  void a_key_is_read_once(String key, String text, String told, String device) {
    SettingName name = SettingName.of(key);
    assertThat(name.text()).isEqualTo(text);
    assertThat(name.told()).isEqualTo(told);
    assertThat(name.device()).isEqualTo(device.isEmpty() ? Optional.empty() : Optional.of(device));
  }

  @Test
  void what_is_of_a_device_has_its_key_again() {
    assertThat(new SettingName.DevicePart("pad", "port").key()).isEqualTo("devices.pad.port");
    assertThat(new SettingName.DeviceOption("bin", "empty.mm").key())
        .isEqualTo("devices.bin.options.empty.mm");
    assertThat(new SettingName.CentralOptionName("login").key()).isEqualTo("central.options.login");
  }
}
