package org.libstation.command;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import org.libstation.circulation.PlainText;

/// Filters all output of the commands. Text of an item, title or message thus cannot move the
/// cursor, or colour, hide or reverse text, in a terminal or file. Line ends and tabs stay.
final class TerminalWriter extends FilterWriter {
  private static final char NOTHING = 0;

  /// The first half of a surrogate pair, or a carriage return that may begin a line end.
  private char waiting = NOTHING;

  TerminalWriter(Writer out) {
    super(out);
  }

  /// @param out an output of this process
  static PrintWriter over(PrintStream out) {
    return new PrintWriter(new TerminalWriter(new OutputStreamWriter(out, out.charset())), true);
  }

  @Override
  public void write(int c) throws IOException {
    synchronized (lock) {
      next((char) c);
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    synchronized (lock) {
      for (int i = from; i < from + length; i++) {
        next(text[i]);
      }
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    synchronized (lock) {
      for (int i = from; i < from + length; i++) {
        next(text.charAt(i));
      }
    }
  }

  private void next(char c) throws IOException {
    char before = waiting;
    waiting = NOTHING;
    if (Character.isHighSurrogate(before) && Character.isLowSurrogate(c)) {
      out.write(PlainText.escaped(String.valueOf(new char[] {before, c})));
      return;
    }
    if (before == '\r' && c == '\n') {
      out.write("\r\n");
      return;
    }
    if (before != NOTHING) {
      out.write(PlainText.escaped(String.valueOf(before)));
    }
    if (Character.isHighSurrogate(c) || c == '\r') {
      waiting = c;
    } else if (c == '\n' || c == '\t') {
      out.write(c);
    } else {
      out.write(PlainText.escaped(String.valueOf(c)));
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (lock) {
      if (waiting != NOTHING) {
        out.write(PlainText.escaped(String.valueOf(waiting)));
        waiting = NOTHING;
      }
    }
    super.close();
  }
}
