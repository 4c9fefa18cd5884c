package org.libstation.lab.link.simulated;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.lab.link.Twin;

/// A line in memory to a twin. Drivers open it like any other line. It can be unplugged and plugged
/// in again.
public final class LoopLine implements LinkOpener {
  private final String name;
  private final Twin twin;
  private final Consumer<Duration> spend;
  private boolean plugged = true;
  private LoopLink.@Nullable LoopLinkPair open;

  /// @param spend passes time on the manual clock while a read waits in vain
  public LoopLine(String name, Twin twin, Consumer<Duration> spend) {
    this.name = name;
    this.twin = twin;
    this.spend = spend;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    if (!plugged) {
      throw new LinkLostException(name + " is not there: is it plugged in and switched on?");
    }
    LoopLink.LoopLinkPair pair = LoopLink.pair(spend);
    pair.near().beforeRead(() -> turn(pair.far()));
    open = pair;
    return pair.near();
  }

  @Override
  public String describe() {
    return name;
  }

  /// Pulls the plug: reads and writes of the open link fail.
  public void unplug() {
    plugged = false;
    LoopLink.LoopLinkPair pair = open;
    if (pair != null) {
      pair.near().close();
      // The bytes on the wire are lost.
      pair.near().drain();
      open = null;
    }
  }

  public void plug() {
    plugged = true;
  }

  private void turn(LoopLink far) {
    byte[] answer = twin.exchange(twin.ready() ? far.drain() : new byte[0]);
    if (answer.length > 0) {
      try {
        far.write(answer, Duration.ZERO);
      } catch (LinkLostException _) {
        // The driver closed its end: the bytes are lost, as on a wire.
      }
    }
  }
}
