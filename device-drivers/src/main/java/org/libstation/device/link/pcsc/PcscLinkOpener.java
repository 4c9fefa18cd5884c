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
  /// The only reader there is, whatever it is called.
  public static final String ANY = "any";

  private static final Path SERVICE = Path.of("/run/pcscd/pcscd.comm");

  private final String part;

  /// @param part of the reader's name as the service tells it, in capitals or not; or [#ANY]
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

  /// What to call each reader that is there: its name as far as no other begins so, without the
  /// serial number and the slot that the service puts behind it. Empty where no service answers.
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

  /// A slot for security modules (SAM) is inside a reader, where nobody lays a card.
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

  String chosen(List<String> there) throws LinkLostException {
    List<String> fitting = there.stream().filter(this::fits).toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    if (there.isEmpty()) {
      throw new LinkLostException(
          "no reader of cards is plugged in, or the PC/SC service knows none of its make");
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

  /// There while the service can be spoken to.
  @Override
  public Optional<Path> path() {
    return Optional.of(SERVICE);
  }
}
