package org.libstation.device.link.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.NoRightsException;

/// Opens a serial port by its configured path.
///
/// Each open makes a new port object from the path. jSerialComm follows a symbolic link only once,
/// so an old object would open the wrong device after a re-plug. Flow control stays off: with
/// XON/XOFF, a `13` in binary data would stop the line for good.
public final class SerialLinkOpener implements LinkOpener {
  private static final int EACCES = 13;
  private static final int EAGAIN = 11;
  private static final int EBUSY = 16;
  private static final int ENOENT = 2;

  private static final int ENOTTY = 25;
  private static final String NO_PORT = " is no serial port: another file or device is there";

  private final String path;
  private final SerialSettings settings;

  public SerialLinkOpener(String path, SerialSettings settings) {
    this.path = path;
    this.settings = settings;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    if (!Files.exists(Path.of(path))) {
      throw new LinkLostException(path + " is not there: is it plugged in and switched on?");
    }
    if (Files.isRegularFile(Path.of(path))) {
      throw new LinkLostException(path + NO_PORT);
    }
    SerialPort port = port();
    port.setComPortParameters(settings.baud(), settings.dataBits(), stopBits(settings), parity());
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    // Reads return only bytes that have arrived; [InputWatch] waits for them.
    port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
    if (!port.openPort()) {
      throw refused(path, port.getLastErrorCode());
    }
    // After a successful open of a line without modem signals the error code is 25 (ENOTTY). It
    // means nothing, and neither does a false result of these two calls.
    port.setDTR();
    port.setRTS();
    // Data that arrived before the opening does not belong to this connection.
    port.flushIOBuffers();
    return new SerialLink(port, path, InputWatch.of(path));
  }

  @Override
  public Optional<Path> path() {
    return Optional.of(Path.of(path));
  }

  @Override
  public String describe() {
    return path
        + " at "
        + settings.baud()
        + " "
        + settings.dataBits()
        + settings.parity()
        + settings.stopBits();
  }

  private SerialPort port() throws LinkLostException {
    try {
      return SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException _) {
      throw new LinkLostException(path + " is not there: is it plugged in and switched on?");
    }
  }

  /// The reason why a port could not be opened, for a technician.
  static LinkLostException refused(String path, int error) {
    return switch (error) {
      case EAGAIN, EBUSY -> new LinkLostException(path + ": another program has it");
      // jSerialComm returns 2 when another port object of this same process holds the lock.
      case ENOENT ->
          new LinkLostException(
              path + ": another part of this program has it, or it has just gone");
      case EACCES -> NoRightsException.of(Path.of(path));
      case ENOTTY -> new LinkLostException(path + NO_PORT);
      default -> new LinkLostException(path + " could not be opened (error " + error + ")");
    };
  }

  private static int stopBits(SerialSettings settings) {
    return settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
  }

  /// The parity to set; none for a pseudo-terminal, which has no parity. The C library refuses its
  /// parity with EINVAL if no other setting changes, which is so at every open but the first.
  private int parity() {
    return isPseudoTerminal() ? SerialPort.NO_PARITY : parity(settings);
  }

  private boolean isPseudoTerminal() {
    try {
      return Path.of(path).toRealPath().startsWith("/dev/pts");
    } catch (IOException _) {
      // The port has just disappeared; opening it reports that.
      return false;
    }
  }

  private static int parity(SerialSettings settings) {
    return switch (settings.parity()) {
      case 'E' -> SerialPort.EVEN_PARITY;
      case 'O' -> SerialPort.ODD_PARITY;
      default -> SerialPort.NO_PARITY;
    };
  }
}
