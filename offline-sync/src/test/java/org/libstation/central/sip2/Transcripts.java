package org.libstation.central.sip2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stations and servers said to each other, line by line, and the worked pairs.
final class Transcripts {

  static final List<String> FILES =
      List.of(
          "koha-2014-session.log",
          "koha-2014-a.log",
          "koha-2014-b.log",
          "sipserver-session.log",
          "edge-sip2-session.log",
          "edge-sip2-a.log",
          "pairs.txt");

  private static final Pattern LINE =
      Pattern.compile("(>>|<<|>|<) (?!\\[)(.*?)(?: {3}\\{[^{}]*\\})?");

  /// @param at file and number of the line
  record Said(String at, boolean byServer, String line) {
    byte[] bytes() {
      return line.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return at + " " + line;
    }
  }

  private Transcripts() {}

  static List<Said> all() {
    List<Said> said = new ArrayList<>();
    for (String file : FILES) {
      int number = 0;
      for (String line : text(file).split("\n", -1)) {
        number++;
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          said.add(
              new Said(file + ":" + number, matcher.group(1).startsWith("<"), matcher.group(2)));
        }
      }
    }
    return said;
  }

  static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(Transcripts.class.getResourceAsStream("/cases/sip2/" + file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
