package org.libstation.device.escpos;

import java.time.Duration;
import org.libstation.device.SelfNote;
import org.libstation.device.escpos.PrinterSettings.PrintedMark;
import org.libstation.device.link.LinkLostException;

/// Finds out, once per connection, how this printer can mark that everything before was printed,
/// and asks for such marks.
///
/// `GS r` alone cannot show that the printer was switched off and on in the middle of a parcel. The
/// end of the parcel and its mark may arrive after the power is back. So the mark is stored as a
/// macro too, which the printer forgets when its power is cut (Epson, `GS :`). Behind each parcel
/// the macro runs and a plain mark follows. One answer instead of two shows that the power was cut.
final class MarkWays {
  /// Whether marks can be used: still asking, ready, or not possible.
  enum MarkReadiness {
    WORKING,
    READY,
    UNABLE
  }

  private enum MarkPhase {
    BEGIN,
    KEEPING,
    TRYING,
    KNOWN
  }

  private static final int IDS = 1 << 16;

  private final PrintedMark wanted;
  private final Marks marks;
  private final PrintDesk.PrinterOutput out;
  private MarkPhase step = MarkPhase.BEGIN;
  private PrintedMark way;
  private boolean checking;
  private int lastId;
  private String askedId = "";

  MarkWays(PrintedMark wanted, Marks marks, PrintDesk.PrinterOutput out) {
    this.wanted = wanted;
    this.marks = marks;
    this.out = out;
    this.way = wanted;
  }

  /// Whether the printer gives any mark.
  boolean marks() {
    return wanted != PrintedMark.NONE;
  }

  /// Whether [#prepare] has found out how the printer marks.
  boolean known() {
    return step == MarkPhase.KNOWN || !marks();
  }

  /// Describes the printer and its kind of mark.
  ///
  /// @param dots width of the paper
  SelfNote says(int dots) {
    return switch (way) {
      case AUTO -> SelfNote.of("PRINTER", "ESC/POS, %s dots, mark not tried yet", dots);
      case MACRO -> marks(dots, "macro");
      case STATUS -> marks(dots, "status");
      case ID -> marks(dots, "name");
      case NONE ->
          SelfNote.of(
              "PRINTER_BLIND", "ESC/POS, %s dots, no mark: its prints cannot be confirmed", dots);
    };
  }

  private static SelfNote marks(int dots, String by) {
    return SelfNote.of("PRINTER_MARKS", "ESC/POS, %s dots, marks by %s", dots, by);
  }

  /// Forgets everything at a new connection: another printer may be there now.
  void forget() {
    step = MarkPhase.BEGIN;
    way = wanted;
    checking = false;
    askedId = "";
  }

  /// Waits for the answers to earlier marks, then tries the macro if one is wanted.
  MarkReadiness prepare(Duration now) throws LinkLostException {
    if (wanted == PrintedMark.NONE) {
      return MarkReadiness.READY;
    }
    return switch (step) {
      case BEGIN -> {
        step = MarkPhase.KEEPING;
        if (wanted == PrintedMark.AUTO || wanted == PrintedMark.MACRO) {
          out.write(EscPos.keepMark());
        }
        out.write(EscPos.mark());
        marks.askAll(now);
        yield MarkReadiness.WORKING;
      }
      case KEEPING ->
          switch (marks.state(now)) {
            case NONE, WAITING -> MarkReadiness.WORKING;
            case LATE -> {
              step = MarkPhase.BEGIN;
              yield MarkReadiness.UNABLE;
            }
            case DONE, SHORT -> tried(now);
          };
      case TRYING ->
          switch (marks.state(now)) {
            case NONE, WAITING -> MarkReadiness.WORKING;
            case LATE -> {
              step = MarkPhase.BEGIN;
              yield MarkReadiness.UNABLE;
            }
            case DONE -> known(PrintedMark.MACRO);
            case SHORT -> wanted == PrintedMark.MACRO ? again() : known(PrintedMark.STATUS);
          };
      case KNOWN -> MarkReadiness.READY;
    };
  }

  private MarkReadiness tried(Duration now) throws LinkLostException {
    if (wanted == PrintedMark.STATUS || wanted == PrintedMark.ID) {
      return known(wanted);
    }
    step = MarkPhase.TRYING;
    askTwice(now);
    return MarkReadiness.WORKING;
  }

  private MarkReadiness again() {
    step = MarkPhase.BEGIN;
    return MarkReadiness.UNABLE;
  }

  private MarkReadiness known(PrintedMark mark) {
    way = mark;
    step = MarkPhase.KNOWN;
    return MarkReadiness.READY;
  }

  /// Checks whether the printer still has its macro. The first call asks; later calls look at the
  /// answers.
  MarkReadiness stillThere(Duration now) throws LinkLostException {
    if (way != PrintedMark.MACRO) {
      return MarkReadiness.READY;
    }
    if (!checking) {
      checking = true;
      askTwice(now);
      return MarkReadiness.WORKING;
    }
    MarkReadiness found =
        switch (marks.state(now)) {
          case NONE, WAITING -> MarkReadiness.WORKING;
          case DONE -> MarkReadiness.READY;
          case SHORT, LATE -> MarkReadiness.UNABLE;
        };
    checking = found == MarkReadiness.WORKING;
    return found;
  }

  /// Asks for the mark behind a parcel.
  void ask(Duration now) throws LinkLostException {
    switch (way) {
      case MACRO -> askTwice(now);
      case AUTO, STATUS -> {
        out.write(EscPos.mark());
        marks.ask(1, now);
      }
      case ID -> {
        lastId = (lastId + 1) % IDS;
        askedId = name(lastId);
        out.write(EscPos.markNamed(askedId));
        marks.ask(1, now);
      }
      case NONE -> {}
    }
  }

  /// Whether this is the name of the mark that is awaited.
  boolean asked(String id) {
    return !askedId.isEmpty() && askedId.equals(id);
  }

  private void askTwice(Duration now) throws LinkLostException {
    out.write(EscPos.obeyMacro());
    out.write(EscPos.mark());
    marks.ask(2, now);
  }

  /// Four letters that no other answer resembles: their bits 4 and 7 are clear.
  private static String name(int id) {
    StringBuilder name = new StringBuilder();
    for (int shift = 12; shift >= 0; shift -= 4) {
      name.append((char) (0x60 + ((id >> shift) & 0x0F)));
    }
    return name.toString();
  }
}
