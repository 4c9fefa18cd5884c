package org.libstation.device.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.libstation.device.DeviceEvent;
import org.libstation.device.driver.DriverOptions;

class PadFieldTest {
  @Test
  void a_tag_of_another_kind_is_told_by_its_kind_and_never_arrives() {
    List<DeviceEvent> events = new ArrayList<>();
    PadField field =
        new PadField("pad", PadOptions.read(new DriverOptions(Map.of()), 64), events::add);
    for (int i = 0; i < 3; i++) {
      field.present(List.of(new Seen.Other(0x05)));
    }
    assertThat(field.ghosts()).singleElement().asString().contains("another kind (type 05)");
    assertThat(events).isEmpty();
    assertThat(field.lying()).isEmpty();
  }
}
