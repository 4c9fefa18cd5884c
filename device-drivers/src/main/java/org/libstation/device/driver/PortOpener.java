package org.libstation.device.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Opens one port of [Ports]. Hands it to its driver only if no other device of the site was found
/// there.
final class PortOpener implements LinkOpener {
  private final Ports ports;
  private final Ports.Port port;
  private final LinkOpener inner;
  private int turn;

  PortOpener(Ports ports, Ports.Port port, LinkOpener inner) {
    this.ports = ports;
    this.port = port;
    this.inner = inner;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    for (Ports.PortCandidate candidate : ports.candidates(port, turn++)) {
      byte[] _ = ports.ask(port, candidate);
    }
    Optional<String> elsewhere = ports.foundElsewhere(port);
    if (elsewhere.isPresent()) {
      throw new WrongDeviceException(elsewhere.get());
    }
    ByteLink link = inner.open();
    ports.handedOut(port);
    return new OpenPort(link);
  }

  @Override
  public String describe() {
    return inner.describe();
  }

  @Override
  public Optional<Path> path() {
    return inner.path();
  }

  /// The open port. If its own device never answers, other missing devices are asked for here, each
  /// once, while the line is quiet. Data that the own device sends meanwhile is kept.
  private final class OpenPort implements ByteLink {
    private final Map<String, Integer> asked = new HashMap<>();
    private byte[] meanwhile = new byte[0];
    private boolean quiet;
    private volatile ByteLink link;
    private volatile boolean closed;

    OpenPort(ByteLink link) {
      this.link = link;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws LinkLostException {
      if (quiet && meanwhile.length == 0) {
        look();
      }
      int count = Math.min(meanwhile.length, buffer.length);
      if (count > 0) {
        System.arraycopy(meanwhile, 0, buffer, 0, count);
        meanwhile = Arrays.copyOfRange(meanwhile, count, meanwhile.length);
      } else {
        count = link.read(buffer, timeout);
      }
      quiet = count == 0;
      return count;
    }

    private void look() throws LinkLostException {
      Optional<Ports.PortCandidate> visitor = ports.visitor(port, asked);
      if (visitor.isPresent() && !closed) {
        link.close();
        meanwhile = ports.ask(port, visitor.get());
        link = inner.open();
        if (closed) {
          link.close();
        }
      }
    }

    @Override
    public void write(byte[] bytes, Duration deadline) throws LinkLostException {
      link.write(bytes, deadline);
    }

    @Override
    public OptionalInt portStatus() {
      return link.portStatus();
    }

    @Override
    public void close() {
      closed = true;
      link.close();
    }
  }
}
