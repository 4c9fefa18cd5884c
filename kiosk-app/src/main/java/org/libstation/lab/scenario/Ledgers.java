package org.libstation.lab.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.circulation.ItemId;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.lab.embedded.LedgerAction;
import org.libstation.lab.embedded.LedgerException;
import org.libstation.lab.embedded.LedgerReader;
import org.libstation.lab.embedded.LedgerReader.OpenLoan;
import org.libstation.lab.scenario.LedgerComparison.ItemTally;
import org.libstation.lab.scenario.ScenarioStage.ObservedState;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// Reads the files of the two ledgers: the station's journal and the embedded library's ledger.
public final class Ledgers {
  /// File name of the ledger in the library's directory.
  public static final String LEDGER = "ledger.db";

  /// Directory of the journal in the station's directory.
  static final String JOURNAL = "journal";

  private Ledgers() {}

  /// All entries of a station's journal, by number.
  public static List<JournalEntry> journal(Path station) throws ScenarioProblem {
    try (JournalReader reader = JournalStore.read(station.resolve(JOURNAL))) {
      return reader.everything();
    } catch (JournalException e) {
      throw new ScenarioProblem("the journal cannot be read: " + e.getMessage());
    }
  }

  /// Compares item by item what journal and ledger say of this station.
  ///
  /// @param login the station's login name at the library
  public static List<LedgerComparison.ItemBooks> compare(Path station, Path library, String login)
      throws ScenarioProblem {
    Map<ItemId, ItemTally> booked = new LinkedHashMap<>();
    try (LedgerReader ledger = LedgerReader.open(library.resolve(LEDGER))) {
      for (LedgerAction action : ledger.actionsDone(login)) {
        if (!action.item().isEmpty()) {
          booked.merge(new ItemId(action.item()), tally(action.kind()), ItemTally::plus);
        }
      }
    } catch (LedgerException e) {
      throw new ScenarioProblem("the library's ledger cannot be read: " + e.getMessage());
    }
    return LedgerComparison.compare(journal(station), booked);
  }

  private static ItemTally tally(String kind) {
    return switch (kind) {
      case "checkout" -> new ItemTally(1, 0, 0);
      case "checkin" -> new ItemTally(0, 1, 0);
      case "renewal" -> new ItemTally(0, 0, 1);
      default -> ItemTally.NOTHING;
    };
  }

  /// The borrowers' cards by barcode of the item on loan; empty before there is a ledger.
  public static Map<String, String> onLoan(Path library) throws ScenarioProblem {
    Path file = library.resolve(LEDGER);
    if (!Files.exists(file)) {
      return Map.of();
    }
    try (LedgerReader ledger = LedgerReader.open(file)) {
      return ledger.openLoans().stream()
          .collect(Collectors.toMap(loan -> loan.item().value(), OpenLoan::card));
    } catch (LedgerException e) {
      throw new ScenarioProblem("the library's ledger cannot be read: " + e.getMessage());
    }
  }

  /// Whether an item is on loan in the library's ledger.
  static boolean isOnLoan(Path library, String item) throws ScenarioProblem {
    return loan(library, item).isPresent();
  }

  static ObservedState loan(Path library, String item, Optional<String> card)
      throws ScenarioProblem {
    Optional<String> holder = loan(library, item).map(OpenLoan::card);
    return new ObservedState(
        holder.equals(card), holder.map(it -> "on loan to " + it).orElse("nobody"));
  }

  private static Optional<OpenLoan> loan(Path library, String item) throws ScenarioProblem {
    Path file = library.resolve(LEDGER);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (LedgerReader ledger = LedgerReader.open(file)) {
      return ledger.openLoan(new ItemId(item));
    } catch (LedgerException e) {
      throw new ScenarioProblem("the library's ledger cannot be read: " + e.getMessage());
    }
  }

  static ObservedState open(Path station, int count) throws ScenarioProblem {
    List<JournalEntry> open =
        journal(station).stream()
            .filter(
                entry ->
                    entry.state() != EntryState.CLOSED && entry.state() != EntryState.WITH_STAFF)
            .toList();
    return new ObservedState(open.size() == count, open.size() + " open: " + numbers(open));
  }

  static ObservedState staffLines(Path station, int count) throws ScenarioProblem {
    List<JournalEntry> staff =
        journal(station).stream().filter(entry -> entry.state() == EntryState.WITH_STAFF).toList();
    return new ObservedState(
        staff.size() == count, staff.size() + " with staff: " + numbers(staff));
  }

  static ObservedState agree(Path station, Path library, Site site) throws ScenarioProblem {
    List<LedgerComparison.ItemBooks> lines =
        compare(station, library, site.settings().central().user());
    String differ =
        lines.stream()
            .filter(line -> !line.agrees())
            .map(LedgerComparison.ItemBooks::toString)
            .collect(Collectors.joining("; "));
    return new ObservedState(
        differ.isEmpty(), differ.isEmpty() ? lines.size() + " items agree" : differ);
  }

  private static String numbers(List<JournalEntry> entries) {
    return entries.stream()
        .map(entry -> entry.number() + " " + entry.state())
        .collect(Collectors.joining(", "));
  }
}
