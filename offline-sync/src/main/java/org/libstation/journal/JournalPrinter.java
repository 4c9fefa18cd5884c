package org.libstation.journal;

import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.TaskNote;

/// Prints the journal as text for people (`station journal list|show|audit`). It is given entries,
/// which hold no card number. So it prints none, but says whether one is kept.
///
/// @param notes puts the notes of a task into words
public record JournalPrinter(Function<List<TaskNote>, String> notes) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx");

  /// Makes a printer that writes notes as codes and values, without the text files.
  public static JournalPrinter plain() {
    return new JournalPrinter(TaskNote::asWritten);
  }

  private MarkWords marks() {
    return new MarkWords(notes);
  }

  /// Prints one line for each entry: number, time, event, item, state, and the newest staff line.
  public List<String> list(List<JournalEntry> entries) {
    return entries.stream().map(this::line).toList();
  }

  private String line(JournalEntry entry) {
    String line =
        "%6d  %s  %-14s  %-16s  %s"
            .formatted(
                entry.number(),
                time(entry.at()),
                EventKind.of(entry.what()).inPrint(),
                MarkWords.oneLine(entry.what().item().value()),
                MarkWords.word(entry.state()));
    return entry.marks().reversed().stream()
        .map(JournalEntry.Noted::mark)
        .filter(Mark.StaffLine.class::isInstance)
        .findFirst()
        .map(staff -> line + "  " + marks().of(staff))
        .orElse(line);
  }

  /// Prints everything about one entry, with a line for each mark.
  public List<String> show(JournalEntry entry) {
    List<String> lines = new java.util.ArrayList<>();
    lines.add("entry   " + entry.number());
    lines.add(
        "what    " + EventKind.of(entry.what()).inPrint() + " (" + nature(entry.what()) + ")");
    lines.add("item    " + MarkWords.oneLine(entry.what().item().value()));
    lines.add("time    " + fullTime(entry.at()));
    details(entry.what(), lines);
    lines.add("state   " + MarkWords.word(entry.state()));
    lines.add("card    " + (entry.cardSealed() ? "kept, sealed" : "not kept"));
    for (JournalEntry.Noted noted : entry.marks()) {
      lines.add("  " + time(noted.at()) + "  " + marks().of(noted.mark()));
    }
    return lines;
  }

  /// Lists what is still open, so that a person can check the books: how many entries in each state
  /// and how many cards are kept. Then follow the open staff lines, what staff did or closed, each
  /// opening and export of a card, and each entry with a doubtful clock.
  public List<String> audit(List<JournalEntry> entries) {
    List<String> lines = new java.util.ArrayList<>();
    Map<EntryState, Integer> states = new EnumMap<>(EntryState.class);
    entries.forEach(entry -> states.merge(entry.state(), 1, Integer::sum));
    lines.add("entries " + entries.size());
    for (EntryState state : EntryState.values()) {
      lines.add("  %-11s %d".formatted(MarkWords.word(state), states.getOrDefault(state, 0)));
    }
    lines.add("cards kept, sealed " + entries.stream().filter(JournalEntry::cardSealed).count());
    for (JournalEntry entry : entries) {
      if (entry.at().doubtful()) {
        lines.add("%6d  its clock is in doubt: %s".formatted(entry.number(), time(entry.at())));
      }
      for (JournalEntry.Noted noted : entry.marks()) {
        if (audited(entry, noted.mark())) {
          lines.add(
              "%6d  %s  %s  %s"
                  .formatted(
                      entry.number(),
                      time(noted.at()),
                      MarkWords.oneLine(entry.what().item().value()),
                      marks().of(noted.mark())));
        }
      }
    }
    return lines;
  }

  private static boolean audited(JournalEntry entry, Mark mark) {
    return switch (mark) {
      case Mark.StaffLine line -> StaffToDo.isOpen(entry, line);
      case Mark.StaffDone _, Mark.OfCard _ -> true;
      case Mark.EntryClosed(var reason, _) -> reason == Mark.EntryClosed.ClosingReason.BY_STAFF;
      case Mark.Fine _, Mark.OfRequest _, Mark.Looked _, Mark.OfItem _ -> false;
    };
  }

  private static void charge(Payment payment, String amount, List<String> lines) {
    payment
        .charge()
        .ifPresent(number -> lines.add("charge  " + amount + MarkWords.oneLine(number)));
  }

  private static void details(CirculationEvent what, List<String> lines) {
    switch (what) {
      case CirculationEvent.LoanAsked(_, ItemLook before, _) -> look(before, lines);
      case CirculationEvent.RenewAsked(_, var before) ->
          before.ifPresent(look -> look(look, lines));
      case CirculationEvent.PaymentAsked(var payment, var shares) -> {
        lines.add("amount  " + payment.amount());
        shares.forEach(share -> charge(share, share.amount() + " of ", lines));
      }
      case CirculationEvent.Ask _ -> lines.add("title   not noted");
      case CirculationEvent.MoneyTaken(var payment, var before, String receipt) -> {
        lines.add("amount  " + payment.amount());
        charge(payment, "", lines);
        before.ifPresent(owed -> lines.add("before  owed " + owed));
        lines.add("receipt " + MarkWords.oneLine(receipt));
      }
      case CirculationEvent.LoanGiven(_, var due, String title, boolean tagged) -> {
        lines.add("title   " + MarkWords.oneLine(title));
        lines.add("due     " + due + (tagged ? "" : ", no tag"));
      }
      case CirculationEvent.ObjectDropped(EventTime handedOver, var dark, String sign) -> {
        lines.add("handed  " + fullTime(handedOver) + ", dropped");
        dark.ifPresent(time -> lines.add("eye     dark for " + time.toMillis() + " ms"));
        lines.add("sign    " + (sign.isEmpty() ? "none" : MarkWords.oneLine(sign)));
      }
      case CirculationEvent.BinEmptied(EventTime taken, String by, long counted, var percent) -> {
        lines.add("taken   " + fullTime(taken));
        lines.add("by      " + (by.isEmpty() ? "nobody said" : MarkWords.oneLine(by)));
        lines.add(
            "counted "
                + counted
                + (percent.isPresent() ? ", " + percent.getAsInt() + " % full" : ""));
      }
      case CirculationEvent.EntriesLost(String journal, _, long atLeast) -> {
        lines.add("journal " + MarkWords.oneLine(journal));
        lines.add("lost    an unknown number" + (atLeast > 0 ? ", at least " + atLeast : ""));
      }
      case CirculationEvent.ItemReturned(_, EventTime handedOver, var how, boolean tagged) ->
          lines.add(
              "handed  "
                  + fullTime(handedOver)
                  + ", "
                  + MarkWords.word(how)
                  + (tagged ? ", to be armed" : ""));
    }
  }

  private static void look(ItemLook look, List<String> lines) {
    lines.add("title   " + MarkWords.oneLine(look.title()));
    lines.add("before  " + MarkWords.word(look.status()));
  }

  private static String nature(CirculationEvent what) {
    return switch (what) {
      case CirculationEvent.Ask _ -> "an ask: it changed nothing by itself";
      case CirculationEvent.Fact _ -> "a fact: it happened here";
    };
  }

  private static String time(EventTime time) {
    return TIME.format(time.wall());
  }

  private static String fullTime(EventTime time) {
    return time(time)
        + time.skew().map(skew -> ", central clock differs by " + skew).orElse("")
        + (time.doubtful() ? ", clock in doubt" : "");
  }
}
