package org.libstation.device.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.libstation.device.link.LinkLostException;
import org.libstation.lab.link.TwinFault;

/// The twins' own lists of faults against the examinations: each is found, named rightly, and not
/// found any more once it is mended.
class EveryFaultTest {

  @Test
  void a_fault_that_no_finding_is_known_for_fails_here() {
    for (Patient patient : Patient.all()) {
      assertThat(patient.names().keySet())
          .as(patient.name())
          .containsExactlyInAnyOrderElementsOf(
              patient.faults().stream().map(TwinFault::name).toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> nothing_is_found_where_nothing_is_wrong() {
    return Patient.all().stream()
        .map(
            patient ->
                DynamicTest.dynamicTest(
                    patient.name(),
                    () -> {
                      Examined examined = patient.examined(Optional.empty());
                      assertThat(examined.found()).isEmpty();
                      assertThat(examined.identity()).isNotBlank();
                    }));
  }

  @TestFactory
  @Tag("full")
  Stream<DynamicTest> each_fault_is_found_by_its_name_and_clears_when_mended() {
    return Patient.all().stream()
        .flatMap(
            any ->
                any.faults().stream()
                    .map(
                        fault ->
                            DynamicTest.dynamicTest(
                                any.name() + ": " + fault.name(), () -> found(any.name(), fault))));
  }

  private static void found(String who, TwinFault fault) throws LinkLostException {
    Patient patient =
        Patient.all().stream().filter(it -> it.name().equals(who)).findFirst().orElseThrow();
    DeviceFault name = patient.names().get(fault.name());
    List<DeviceFault> found = ailments(patient.examined(Optional.of(fault)));
    assertThat(found).as(fault.words()).containsOnly(name);
    patient.mend();
    assertThat(ailments(patient.examined(Optional.empty()))).as("once mended").isEmpty();
  }

  private static List<DeviceFault> ailments(Examined examined) {
    return examined.found().stream().map(Found::fault).toList();
  }
}
