package org.libstation.command;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Stops reading at a line of more than a million characters, so that a file without line ends
/// cannot fill the memory.
final class BoundedLines extends FilterReader {
  private static final int LONGEST = 1_000_000;

  private int length;

  BoundedLines(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int from, int most) throws IOException {
    int read = in.read(into, from, most);
    for (int at = from; at < from + read; at++) {
      length = into[at] == '\n' ? 0 : length + 1;
      if (length > LONGEST) {
        throw new IOException("a line is longer than " + LONGEST + " characters");
      }
    }
    return read;
  }
}
