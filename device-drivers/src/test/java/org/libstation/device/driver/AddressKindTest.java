package org.libstation.device.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.libstation.device.DeviceAddress;
import org.libstation.device.DeviceClock;
import org.libstation.device.WrongOptionException;
import org.libstation.device.WrongOptionException.OptionRule;

/// A device is refused at an address of a kind by which nothing of its model is reached.
class AddressKindTest {
  private static final DeviceClock CLOCK = DeviceClock.system();

  @ParameterizedTest
  @CsvSource({
    "ippprinter, serial:/tmp/x?baud=9600, tcp:",
    "chipcard, tcp:127.0.0.1:1, serial: or pcsc:",
    "linescanner, pcsc:any, serial: or tcp:",
    "escpos, pcsc:any, 'serial:, tcp: or file:'",
    "starline, evdev:/dev/null, 'serial:, tcp: or file:'",
    "feig, evdev:/dev/null, serial: or tcp:",
    "threem, file:/dev/null, serial: or tcp:",
    "modbusbin, hidraw:/dev/null, serial: or tcp:",
    "pdfprinter, tcp:127.0.0.1:1, file:",
    "keyscanner, serial:/dev/null, evdev: or hidraw:",
    "keyscanner, pcsc:any, evdev: or hidraw:"
  })
  void an_address_of_another_kind_is_refused_with_what_is_expected(
      String model, String address, String expected) {
    DeviceAddress at = DeviceAddress.parse(address);
    assertThatExceptionOfType(WrongOptionException.class)
        .isThrownBy(() -> Drivers.create(model, "it", at, Map.of(), CLOCK, _ -> {}))
        .withMessage("the driver '%s' is reached by %s, not by '%s:'", model, expected, at.scheme())
        .satisfies(
            wrong -> {
              assertThat(wrong.key()).isEqualTo(WrongOptionException.ADDRESS);
              assertThat(wrong.rule()).isEqualTo(OptionRule.ADDRESS_FORM);
            });
    assertThatExceptionOfType(WrongOptionException.class)
        .isThrownBy(
            () -> Drivers.examination(model, "it", at, Map.of(), CLOCK, DeviceSheets.shipped()));
  }

  @ParameterizedTest
  @CsvSource({
    "ippprinter, tcp:127.0.0.1:631",
    "chipcard, pcsc:any",
    "chipcard, serial:/dev/null",
    "linescanner, tcp:127.0.0.1:1",
    "escpos, file:/dev/usb/lp0",
    "pdfprinter, file:receipts",
    "keyscanner, hidraw:/dev/null",
    "modbusbin, tcp:127.0.0.1:1"
  })
  void an_address_of_its_own_kinds_is_taken(String model, String address) {
    assertThatCode(
            () ->
                Drivers.create(model, "it", DeviceAddress.parse(address), Map.of(), CLOCK, _ -> {}))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("models")
  void where_it_is_looked_for_usually_is_of_its_own_kinds(String model) {
    DeviceAddress usual =
        DeviceAddress.parse(Drivers.usualAddress(model, "it", DeviceSheets.shipped()));
    assertThatCode(() -> Drivers.create(model, "it", usual, Map.of(), CLOCK, _ -> {}))
        .doesNotThrowAnyException();
  }

  static Stream<String> models() {
    return StreamSupport.stream(Drivers.models().spliterator(), false);
  }
}
