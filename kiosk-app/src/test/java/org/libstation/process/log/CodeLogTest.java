package org.libstation.process.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.EventTime;
import org.libstation.flow.Flow;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.lab.measure.UsualFlow;
import org.slf4j.LoggerFactory;

/// What staff's log says that patrons saw is what they saw.
class CodeLogTest {
  private final Logger staff = (Logger) LoggerFactory.getLogger("staff");
  private final ListAppender<ILoggingEvent> written = new ListAppender<>();
  private boolean ending;
  private final CodeLog log = new CodeLog(() -> ending);
  private final Flow flow = new Flow(UsualFlow.settings(), _ -> "#");
  private Duration at = Duration.ofHours(1);
  private FlowState state = FlowState.initial(flow.settings(), now());

  @BeforeEach
  void listen() {
    written.start();
    staff.setLevel(Level.INFO);
    staff.addAppender(written);
    tell(device(DeviceRole.PAD, "pad", DeviceCondition.READY, "", ""));
    tell(device(DeviceRole.SCANNER, "scanner", DeviceCondition.READY, "", ""));
    tell(new FlowEvent.PlaceListed(Place.PAD));
    written.list.clear();
  }

  @AfterEach
  void quiet() {
    staff.detachAppender(written);
    staff.setLevel(null);
  }

  private EventTime now() {
    OffsetDateTime wall = OffsetDateTime.parse("2026-11-24T10:00:00+08:00");
    return new EventTime(wall.plus(at), "boot", at, Optional.empty(), false);
  }

  private static FlowEvent device(
      DeviceRole role, String name, DeviceCondition condition, String code, String reason) {
    return new FlowEvent.DeviceChanged(DeviceLine.plain(role, name, condition, code, reason));
  }

  private void tell(FlowEvent event) {
    state = flow.step(state, event).state();
    log.accept(state);
  }

  private List<String> lines() {
    return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void a_device_that_says_what_looks_like_any_code_is_nothing_that_a_patron_saw(Code alike) {
    tell(device(DeviceRole.DROP, "bin", DeviceCondition.CONNECTING, alike.name(), "no answer"));
    tell(device(DeviceRole.DROP, "bin", DeviceCondition.READY, "", "all well; firmware " + alike));
    assertThat(lines()).isEmpty();
  }

  @Test
  void a_code_on_the_start_screen_is_told_once_as_long_as_it_is_shown() {
    tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.BadCheck("1234")));
    tell(device(DeviceRole.DROP, "bin", DeviceCondition.CONNECTING, "", "no answer"));
    assertThat(lines()).containsExactly("SHOWN B14: " + Code.B14.meaning());
  }

  @Test
  void devices_that_fall_silent_at_an_orderly_end_are_told_to_nobody() {
    ending = true;
    tell(device(DeviceRole.PAD, "pad", DeviceCondition.CONNECTING, "DR10", "closed"));
    tell(device(DeviceRole.SCANNER, "scanner", DeviceCondition.CONNECTING, "DS10", "closed"));
    assertThat(state.screen()).isEqualTo(new Screen.OutOfService(Code.K11, false));
    assertThat(lines()).isEmpty();
  }

  @Test
  void a_row_that_was_not_recognised_is_told_by_its_code() {
    tell(new FlowEvent.Pressed(new Key.StartReturn()));
    tell(new FlowEvent.BarcodeRead(Place.PAD, new ScannedCode.Isbn("9780306406157")));
    assertThat(lines()).containsExactly("SHOWN R12: " + Code.R12.meaning());
  }
}
