package org.libstation.device.escpos;

import java.time.Duration;
import org.libstation.device.SelfNote;
import org.libstation.device.escpos.PrinterSettings.PrintedMark;
import org.libstation.device.link.LinkLostException;

/// How this printer marks that all before was printed, found out once a connection.
///
/// `GS r` alone cannot tell that the printer was switched off and on in the middle of a parcel: the
/// tail of the parcel and the mark behind it may arrive after the power is back. So the mark is
/// kept as a macro too, which the printer forgets with its power (Epson, `GS :`): behind each
/// parcel the macro is obeyed and a plain mark follows, and where one answer comes instead of two,
/// the power was cut.
final class MarkWays {
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

  /// Whether it has any mark.
  boolean marks() {
    return wanted != PrintedMark.NONE;
  }

  /// Whether [#prepare] has found its way.
  boolean known() {
    return step == MarkPhase.KNOWN || !marks();
  }

  /// @param dots of its width
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

  /// A new connection: the printer may be another one.
  void forget() {
    step = MarkPhase.BEGIN;
    way = wanted;
    checking = false;
    askedId = "";
  }

  /// Lets marks of before come out, and tries the macro where one is wanted.
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

  /// Whether the printer still knows its macro; asks at the first call.
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

  /// The mark behind a parcel.
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

  /// Four letters that cannot be taken for any other answer: their bits 4 and 7 are clear.
  private static String name(int id) {
    StringBuilder name = new StringBuilder();
    for (int shift = 12; shift >= 0; shift -= 4) {
      name.append((char) (0x60 + ((id >> shift) & 0x0F)));
    }
    return name.toString();
  }
}
