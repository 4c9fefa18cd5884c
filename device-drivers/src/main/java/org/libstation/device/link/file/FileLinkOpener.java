package org.libstation.device.link.file;

import java.io.FileNotFoundException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

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
    try {
      // Once for both ways: Linux lets a USB printer be opened by one at a time (usblp).
      return new FileLink(path, new RandomAccessFile(path.toFile(), "rw"), reads);
    } catch (FileNotFoundException e) {
      throw new LinkLostException(
          path
              + " may not be opened (put this user into the group that owns it, lp): "
              + e.getMessage());
    }
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
