package org.libstation.device.link.input;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.posix.Libc;

/// Opens a keyboard of Linux' input subsystem, such as `/dev/input/by-id/usb-…-event-kbd`, for
/// exclusive use: its keys reach no window and no console.
///
/// The link delivers records of `struct input_event` (linux/input.h): 24 bytes on a 64-bit system.
/// First come two made-up events with the current state of Num Lock and Caps Lock.
public final class EvdevLinkOpener implements LinkOpener {
  /// `EVIOCGRAB`, `_IOW('E', 0x90, int)`.
  private static final long GRAB = 0x40044590L;

  /// `EVIOCGLED(1)`, `_IOR('E', 0x19, 1)`: one bit per light.
  private static final long LIGHTS = 0x80014519L;

  private static final short EV_LED = 0x11;
  private static final int LED_NUML = 0;
  private static final int LED_CAPSL = 1;
  private static final int EVENT = 24;

  private final Path path;
  private final boolean alone;

  /// @param alone false shares the keyboard with other programs; used to find out which device it
  ///   is
  public EvdevLinkOpener(Path path, boolean alone) {
    this.path = path;
    this.alone = alone;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    InputLink link = new InputLink(path.toString(), false);
    if (alone) {
      grab(link);
    }
    MemorySegment lights = link.allocate(1);
    if (!link.ioctl(LIGHTS, lights).failed()) {
      byte lit = lights.get(ValueLayout.JAVA_BYTE, 0);
      link.ahead(light(LED_NUML, lit));
      link.ahead(light(LED_CAPSL, lit));
    }
    return link;
  }

  /// Takes the keyboard for this program alone. A pipe or a pseudo-terminal (of a recording or a
  /// twin) cannot be grabbed (ENOTTY), but no other program hears it. The kernel grabs each
  /// keyboard that it shows.
  private void grab(InputLink link) throws LinkLostException {
    Libc.LibcResult grabbed = link.ioctl(GRAB, MemorySegment.ofAddress(1));
    if (grabbed.failed() && grabbed.errno() == Libc.EBUSY) {
      link.close();
      throw new LinkLostException(path + ": another program has it for itself");
    }
  }

  private static byte[] light(int which, byte lit) {
    return ByteBuffer.allocate(EVENT)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(16, EV_LED)
        .putShort(18, (short) which)
        .putInt(20, (lit >> which) & 1)
        .array();
  }

  @Override
  public Optional<Path> path() {
    return Optional.of(path);
  }

  @Override
  public String describe() {
    return path.toString();
  }
}
