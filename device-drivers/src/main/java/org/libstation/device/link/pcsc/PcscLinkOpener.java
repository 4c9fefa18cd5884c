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
