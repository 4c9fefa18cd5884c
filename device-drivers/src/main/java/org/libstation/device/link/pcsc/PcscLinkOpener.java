package org.libstation.device.link.pcsc;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.LinkOpener;

/// Opens a reader of the machine's PC/SC service by a part of its name.
public final class PcscLinkOpener implements LinkOpener {
  /// Selects the only reader present, whatever its name.
  public static final String ANY = "any";

  private static final Path SERVICE = Path.of("/run/pcscd/pcscd.comm");

  private final String part;

  /// @param part a part of the reader's name in the service, in upper or lower case; or [#ANY]
  public PcscLinkOpener(String part) {
    this.part = part;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    Winscard calls = Winscard.load();
    long context = calls.establish();
    try {
      return new PcscLink(calls, context, chosen(calls.readers(context)));
    } catch (LinkLostException e) {
      calls.release(context);
      throw e;
    }
  }

  /// A short name for each reader present: its name without the serial number and slot that the
  /// service appends. A reader whose short name also begins another reader's name keeps its full
  /// name. Empty if no service answers.
  public static List<String> names() {
    try {
      Winscard calls = Winscard.load();
      long context = calls.establish();
      try {
        return names(calls.readers(context));
      } finally {
        calls.release(context);
      }
    } catch (LinkLostException _) {
      return List.of();
    }
  }

  /// As [#names()], for given readers. Slots for security modules (SAM) are left out: they are
  /// inside a reader, where no card can be laid.
  static List<String> names(List<String> readers) {
    return readers.stream()
        .filter(reader -> !reader.matches(".*\\bSAM\\b.*"))
        .map(reader -> called(reader, readers))
        .toList();
  }

  private static String called(String reader, List<String> readers) {
    String name = reader.replaceFirst(" [0-9]{2} [0-9]{2}$", "").replaceFirst(" *\\(.*", "");
    return !name.isBlank() && readers.stream().filter(each -> each.startsWith(name)).count() == 1
        ? name
        : reader;
  }

  /// The one reader whose name fits.
  ///
  /// @throws LinkLostException if none or several fit; the message lists the readers
  String chosen(List<String> there) throws LinkLostException {
    List<String> fitting = there.stream().filter(this::fits).toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    if (there.isEmpty()) {
      throw new LinkLostException(
          "no card reader is plugged in, or the PC/SC service does not support it");
    }
    throw new LinkLostException(
        fitting.isEmpty()
            ? "no reader is called '%s'; there are: %s".formatted(part, String.join(", ", there))
            : "more than one reader is called '%s': %s; name one of them"
                .formatted(part, String.join(", ", fitting)));
  }

  private boolean fits(String name) {
    return part.equals(ANY)
        || name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  @Override
  public String describe() {
    return part.equals(ANY) ? "the reader of PC/SC" : part;
  }

  /// The service's socket, which exists while the service can be reached.
  @Override
  public Optional<Path> path() {
    return Optional.of(SERVICE);
  }
}
