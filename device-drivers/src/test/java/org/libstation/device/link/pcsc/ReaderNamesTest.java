package org.libstation.device.link.pcsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderNamesTest {
  @Test
  void a_reader_is_called_without_its_serial_number_and_its_slot() {
    assertThat(PcscLinkOpener.names(List.of("ACS ACR122U PICC Interface (12345) 00 00")))
        .containsExactly("ACS ACR122U PICC Interface");
  }

  @Test
  void two_of_one_make_keep_what_tells_them_apart_and_a_slot_inside_is_none() {
    List<String> there =
        List.of(
            "OMNIKEY 5022 (A1) 00 00",
            "OMNIKEY 5022 (B2) 01 00",
            "ACS ACR1252 Reader 02 00",
            "ACS ACR1252 Reader SAM 02 01");
    assertThat(PcscLinkOpener.names(there))
        .containsExactly(
            "OMNIKEY 5022 (A1) 00 00", "OMNIKEY 5022 (B2) 01 00", "ACS ACR1252 Reader 02 00");
  }

  @Test
  void each_name_leads_to_its_own_reader() throws Exception {
    List<String> there = List.of("Virtual PCD 00 00", "Virtual PCD 00 01", "Other 01 00");
    for (String name : PcscLinkOpener.names(there)) {
      assertThat(new PcscLinkOpener(name).chosen(there)).startsWith(name);
    }
  }
}
