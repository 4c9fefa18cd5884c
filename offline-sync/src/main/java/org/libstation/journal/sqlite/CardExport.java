package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.libstation.circulation.PatronId;
import org.libstation.file.DurableFiles;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

/// A file of sealed cards for the library: a heading, then a line of [Fields] a card, which names
/// the item and the hand-over time in plain and carries the card under the library's key.
final class CardExport {
  static final String HEADING = "libstation card export 1";

  private CardExport() {}

  /// @param key the id of the key that opens it
  record ExportedCard(long entry, String key, Fields fields) {}

  static ExportedCard line(JournalEntry entry, PatronId card, LibraryKey key, SecureRandom random) {
    byte[][] sealed =
        CardSealer.sealFor(key, card, JournalFile.context(entry.at(), entry.what()), random);
    return line(entry, key.id(), sealed[0], sealed[1]);
  }

  /// A card that this machine cannot open goes as it is, for the recovery key it was sealed for.
  static ExportedCard line(JournalEntry entry, SealedCard sealed) {
    return line(entry, sealed.recoveryKey(), sealed.keyForRecovery(), sealed.card());
  }

  private static ExportedCard line(JournalEntry entry, String key, byte[] wrapped, byte[] card) {
    EventText what = EventText.of(entry.what());
    EventTimeText at = EventTimeText.of(entry.at());
    Fields fields =
        new Fields()
            .put("entry", Long.toString(entry.number()))
            .put("what", what.kind())
            .put("item", what.item())
            .put("wall", at.wall())
            .put("boot", at.boot())
            .put("monotonic", at.monotonic());
    entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.StaffLine.class::isInstance)
        .map(Mark.StaffLine.class::cast)
        .findFirst()
        .ifPresent(staff -> fields.put("staff line", staff.kind()));
    fields
        .put("key", key)
        .put("wrapped", Base64.getEncoder().encodeToString(wrapped))
        .put("card", Base64.getEncoder().encodeToString(card));
    return new ExportedCard(entry.number(), key, fields);
  }

  /// Writes the file; it is on the disk under its name when this returns.
  static void write(Path out, List<ExportedCard> lines) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    lines.forEach(line -> text.append(line.fields().line()).append('\n'));
    Path draft = out.resolveSibling(out.getFileName() + ".new");
    try {
      if (Files.exists(out)) {
        throw new JournalException(JournalException.FaultKind.DISK, out + " is there already");
      }
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, out);
      DurableFiles.syncDirectory(DurableFiles.directoryOf(out));
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.DISK, "the cards could not be exported to " + out, e);
    }
  }
}
