package org.libstation.han;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the words in Chinese text, which has no spaces. The words stand in lists, `TAG.words`
/// beside this class. Of all ways to divide a text into words, the one with the fewest pieces is
/// taken. Text that is in no list may be broken anywhere, as Chinese may.
public final class ChineseWords {
  /// Longest word that is looked for, in characters.
  private static final int MOST = 5;

  /// Words in traditional and simplified characters, because a title may use either.
  private static final Set<String> WORDS =
      Stream.of("zh-Hant-HK", "zh-Hans")
          .flatMap(ChineseWords::words)
          .collect(Collectors.toUnmodifiableSet());

  private ChineseWords() {}

  /// The positions inside words; no line may begin there.
  public static BitSet inside(String text) {
    BitSet inside = new BitSet(text.length());
    for (int at = 0; at < text.length(); ) {
      int end = at;
      while (end < text.length() && Character.isIdeographic(text.charAt(end))) {
        end++;
      }
      if (end - at > 1) {
        cut(text.substring(at, end), at, inside);
      }
      at = Math.max(end, at + 1);
    }
    return inside;
  }

  /// Divides a run of Chinese into the fewest words; of equal divisions, the one with the longer
  /// word first.
  private static void cut(String run, int offset, BitSet inside) {
    int length = run.length();
    int[] pieces = new int[length + 1];
    int[] taken = new int[length + 1];
    for (int at = length - 1; at >= 0; at--) {
      pieces[at] = Integer.MAX_VALUE;
      for (int size = Math.min(MOST, length - at); size >= 1; size--) {
        boolean word = size == 1 || WORDS.contains(run.substring(at, at + size));
        if (word && pieces[at + size] + 1 < pieces[at]) {
          pieces[at] = pieces[at + size] + 1;
          taken[at] = size;
        }
      }
    }
    for (int at = 0; at < length; at += taken[at]) {
      inside.set(offset + at + 1, offset + at + taken[at]);
    }
  }

  private static Stream<String> words(String tag) {
    String name = tag + ".words";
    try (InputStream file = ChineseWords.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("no file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
