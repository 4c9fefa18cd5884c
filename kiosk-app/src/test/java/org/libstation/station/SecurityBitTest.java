package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libstation.device.TagSecurity;
import org.libstation.flow.state.PadTag.SecurityBit;

class SecurityBitTest {
  @Test
  void each_constant_of_the_drivers_has_its_counterpart_in_the_flow_and_there_are_no_others() {
    assertThat(Stream.of(TagSecurity.values()).map(DeviceBridge::bit))
        .containsExactly(SecurityBit.values());
    assertThat(TagSecurity.values())
        .allSatisfy(
            security -> assertThat(DeviceBridge.bit(security)).hasToString(security.name()));
  }
}
