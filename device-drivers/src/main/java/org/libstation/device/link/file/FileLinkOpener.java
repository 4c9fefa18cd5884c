package org.libstation.device.link.file;

import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;
import org.libstation.device.link.NoRightsException;
import org.libstation.device.link.posix.Libc;

/// Opens a device file, such as a USB printer's `/dev/usb/lp0`.
public final class FileLinkOpener implements LinkOpener {
  private final Path path;
  private final boolean reads;

  /// @param reads false for a device that is only written to
  public FileLinkOpener(Path path, boolean reads) {
    this.path = path;
    this.reads = reads;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    if (!Files.exists(path)) {
      throw new LinkLostException(path + " is not there: is it plugged in and switched on?");
    }
    try (Arena arena = Arena.ofConfined()) {
      // Opened once for both directions: Linux lets only one opener at a time use a USB printer
      // (usblp).
      Libc.LibcResult opened = new Libc(arena).open(path.toString(), Libc.O_NONBLOCK);
      if (opened.failed()) {
        throw refused(path, opened.errno());
      }
      return new FileLink(path, Math.toIntExact(opened.value()), reads);
    }
  }

  /// The reason why a file could not be opened, for a technician.
  static LinkLostException refused(Path path, int errno) {
    return switch (errno) {
      case Libc.EACCES -> NoRightsException.of(path);
      case Libc.EBUSY ->
          new LinkLostException(
              path + " is open in another program: CUPS, if it has a queue for this printer");
      default ->
          new LinkLostException(
              path + " could not be opened: is it switched on? (error " + errno + ")");
    };
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
