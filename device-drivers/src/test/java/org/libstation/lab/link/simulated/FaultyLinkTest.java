package org.libstation.lab.link.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

class FaultyLinkTest {
  private static final Duration WAIT = Duration.ofMillis(100);

  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final LoopLine line = new LoopLine("echo", received -> received, clock::advance);
  private final LineFaults faults = new LineFaults();

  @Test
  void a_line_without_faults_brings_back_what_an_echo_says() throws Exception {
    ByteLink link = open();
    link.write(bytes(1, 2, 3), WAIT);
    assertThat(read(link)).containsExactly(1, 2, 3);
    assertThat(clock.monotonic()).isEqualTo(Duration.ZERO);
    assertThat(read(link)).isEmpty();
    assertThat(clock.monotonic()).isEqualTo(WAIT);
  }

  @Test
  void a_dropped_write_is_lost_and_the_next_one_passes() throws Exception {
    ByteLink link = open();
    faults.dropWrites(1);
    link.write(bytes(1), WAIT);
    link.write(bytes(2), WAIT);
    assertThat(read(link)).containsExactly(2);
  }

  @Test
  void a_corrupted_read_has_one_bit_turned() throws Exception {
    ByteLink link = open();
    faults.corruptReads(1);
    link.write(bytes(0, 0, 0), WAIT);
    assertThat(read(link)).containsExactly(0, 4, 0);
  }

  @Test
  void split_reads_bring_the_bytes_in_pieces() throws Exception {
    ByteLink link = open();
    faults.split(2);
    link.write(bytes(1, 2, 3), WAIT);
    assertThat(read(link)).containsExactly(1, 2);
    assertThat(read(link)).containsExactly(3);
  }

  @Test
  void a_stalled_line_brings_nothing_until_it_is_resumed() throws Exception {
    ByteLink link = open();
    faults.stall();
    link.write(bytes(1), WAIT);
    assertThat(read(link)).isEmpty();
    faults.resume();
    link.write(bytes(2), WAIT);
    assertThat(read(link)).containsExactly(2);
  }

  @Test
  void an_unplugged_line_refuses_until_it_is_plugged_in_again() throws Exception {
    ByteLink link = open();
    faults.unplugAfterWrites(1);
    link.write(bytes(1), WAIT);
    assertThatThrownBy(() -> link.write(bytes(2), WAIT)).isInstanceOf(LinkLostException.class);
    assertThatThrownBy(() -> read(link)).isInstanceOf(LinkLostException.class);
    assertThatThrownBy(this::open).isInstanceOf(LinkLostException.class);
    faults.plug();
    ByteLink again = open();
    again.write(bytes(3), WAIT);
    assertThat(read(again)).containsExactly(3);
  }

  @Test
  void unplugging_the_line_itself_cuts_the_open_link() throws Exception {
    ByteLink link = open();
    line.unplug();
    assertThatThrownBy(() -> read(link)).isInstanceOf(LinkLostException.class);
    assertThatThrownBy(line::open).isInstanceOf(LinkLostException.class);
    line.plug();
    line.open().close();
  }

  private ByteLink open() throws LinkLostException {
    return FaultyLink.over(line, faults).open();
  }

  private static byte[] read(ByteLink link) throws LinkLostException {
    byte[] buffer = new byte[64];
    return Arrays.copyOf(buffer, link.read(buffer, WAIT));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
