package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Code;
import org.libstation.process.Supervisor;

/// *Out of service* is read once, and not while the station starts.
class FaultFaceTest {
  private final List<String> happened = new CopyOnWriteArrayList<>();

  private final FaultFace face =
      new FaultFace(
          () -> {
            happened.add("read");
            return new Supervisor.Face() {
              @Override
              public void outOfService(Code code) {
                happened.add(code.name());
              }

              @Override
              public void serving() {
                happened.add("serving");
              }
            };
          });

  @Test
  void a_station_that_ends_before_it_served_is_told_of_at_once() {
    face.outOfService(Code.K41);
    face.outOfService(Code.K44);
    face.serving();
    assertThat(happened).containsExactly("read", "K41", "K44", "serving");
  }

  @Test
  void it_is_read_when_the_station_serves_and_then_lies_ready() {
    assertThat(happened).isEmpty();
    face.serving();
    await().until(() -> happened.contains("read"));
    face.outOfService(Code.K41);
    assertThat(happened).containsExactly("read", "K41");
  }

  @Test
  void words_that_cannot_be_read_end_no_supervisor() {
    FaultFace none =
        new FaultFace(
            () -> {
              throw new IllegalStateException("no words");
            });
    none.outOfService(Code.K41);
    none.serving();
  }
}
