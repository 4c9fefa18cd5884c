package org.libstation.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serial:/dev/libstation/pad",
        "serial:/dev/libstation/pad?baud=38400&frame=8E1",
        "tcp:192.0.2.7:10001",
        "pcsc:any"
      })
  void it_is_written_as_it_was_read(String text) {
    assertThat(DeviceAddress.parse(text).text()).isEqualTo(text);
  }

  @Test
  void an_option_is_set_and_taken_out() {
    DeviceAddress pad = DeviceAddress.parse("serial:/dev/libstation/pad?frame=8E1");
    assertThat(pad.with("baud", "38400").text())
        .isEqualTo("serial:/dev/libstation/pad?baud=38400&frame=8E1");
    assertThat(pad.with("frame", "").text()).isEqualTo("serial:/dev/libstation/pad");
  }

  @Test
  void a_serial_line_has_the_usual_speed_and_frame_where_its_address_names_none() {
    DeviceAddress bare = DeviceAddress.parse("serial:/dev/libstation/pad");
    assertThat(bare.baud() + " " + bare.frame()).isEqualTo("9600 8N1");
    DeviceAddress told = bare.with("baud", "19200").with("frame", "8O1");
    assertThat(told.baud() + " " + told.frame()).isEqualTo("19200 8O1");
  }
}
