package org.libstation.journal.sqlite;

import static org.libstation.file.table.FieldTable.component;
import static org.libstation.file.table.FieldTable.optional;
import static org.libstation.file.table.FieldTable.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.file.DurableFiles;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.FieldText;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

/// A file of sealed cards for the library: a heading, then one [JournalLine] for each card. The
/// line has the item and the time of the entry in plain text, and the card encrypted for the
/// library's key.
final class CardExport {
  static final String HEADING = "libstation card export 1";

  private CardExport() {}

  private static final FieldText<byte[]> BASE64 =
      new FieldText<>(Base64.getEncoder()::encodeToString, Base64.getDecoder()::decode);

  private static final FieldTable<SealedFor> SEALED_FOR =
      FieldTable.of(
          SealedFor::new,
          text("item", SealedFor::item),
          component("wall", SealedFor::wall, FieldText.of(OffsetDateTime::parse)),
          text("boot", SealedFor::boot),
          text("monotonic", SealedFor::monotonic));

  private static final FieldTable<SealedCard> SEALED =
      FieldTable.of(
          (key, wrapped, card) -> new SealedCard(card, new byte[0], wrapped, key),
          text("key", SealedCard::recoveryKey),
          component("wrapped", SealedCard::keyForRecovery, BASE64),
          component("card", SealedCard::card, BASE64));

  static final FieldTable<ExportedCard> FIELDS =
      FieldTable.of(
          ExportedCard::new,
          component("entry", ExportedCard::entry, FieldText.LONG),
          text("what", ExportedCard::what),
          component(ExportedCard::sealedFor, SEALED_FOR),
          optional("staff line", ExportedCard::staffLine, FieldText.TEXT),
          component(ExportedCard::sealed, SEALED));

  /// @param what the entry's kind in words
  /// @param staffLine the reason of its first staff line, in words
  record ExportedCard(
      long entry,
      String what,
      SealedFor sealedFor,
      Optional<String> staffLine,
      SealedCard sealed) {}

  /// What a card is bound to when it is sealed ([JournalFile#context]).
  record SealedFor(String item, OffsetDateTime wall, String boot, String monotonic) {
    String context() {
      return String.join("\n", wall.toString(), boot, monotonic, item);
    }
  }

  /// Makes the line of a card, sealed for the library's key alone.
  static ExportedCard line(JournalEntry entry, PatronId card, LibraryKey key, SecureRandom random) {
    byte[][] sealed =
        CardSealer.sealFor(key, card, JournalFile.context(entry.at(), entry.what()), random);
    return line(entry, new SealedCard(sealed[1], new byte[0], sealed[0], key.id()));
  }

  /// Makes the line of a card that this machine cannot open. The card stays encrypted for its
  /// recovery key.
  static ExportedCard line(JournalEntry entry, SealedCard sealed) {
    EventText what = EventText.of(entry.what());
    EventTimeText at = EventTimeText.of(entry.at());
    return new ExportedCard(
        entry.number(),
        what.kind(),
        new SealedFor(what.item(), entry.at().wall(), at.boot(), at.monotonic()),
        entry.marks().stream()
            .map(JournalEntry.Noted::mark)
            .filter(Mark.StaffLine.class::isInstance)
            .map(Mark.StaffLine.class::cast)
            .findFirst()
            .map(line -> FieldText.word(line.kind())),
        sealed);
  }

  /// Writes the file, which is on the disk under its name when this returns.
  ///
  /// @throws JournalException DISK if the file exists or cannot be written
  static void write(Path out, List<ExportedCard> lines) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    lines.forEach(line -> text.append(JournalLine.write(FIELDS, line)).append('\n'));
    Path draft = out.resolveSibling(out.getFileName() + ".new");
    try {
      if (Files.exists(out)) {
        throw new JournalException(JournalException.FaultKind.DISK, out + " exists");
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
