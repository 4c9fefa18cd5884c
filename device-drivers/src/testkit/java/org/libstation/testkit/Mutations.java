package org.libstation.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Damaged copies of good inputs, the same for the same seed: bytes flipped, dropped, doubled,
/// inserted, cut off, or joined to another input; and now and then pure noise.
///
/// What the wire, a worn tag or a foreign maker does to a parser's input, many times faster.
public final class Mutations {
  private static final int MOST_CHANGES = 4;
  private static final int LONGEST_NOISE = 300;
  private static final byte[] EDGES = {0, 1, 2, 3, 0x0A, 0x0D, 0x10, 0x7F, (byte) 0x80, -2, -1};

  private final List<byte[]> corpus;
  private final SplittableRandom random;

  private Mutations(List<byte[]> corpus, long seed) {
    this.corpus = corpus;
    this.random = new SplittableRandom(seed);
  }

  /// Gives `count` damaged inputs to a parser.
  ///
  /// @param corpus good inputs, at least one
  /// @throws AssertionError when the parser throws; names the seed, the number and the input
  public static void feed(List<byte[]> corpus, long seed, int count, Consumer<byte[]> parser) {
    Mutations mutations = new Mutations(corpus, seed);
    for (int number = 0; number < count; number++) {
      byte[] input = mutations.next();
      try {
        parser.accept(input.clone());
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "seed %d, input %d: %s"
                .formatted(seed, number, HexFormat.ofDelimiter(" ").formatHex(input)),
            broken);
      }
    }
  }

  /// An input cut at random places, for parsers that are fed piece by piece.
  ///
  /// @return pieces of 1 to 40 bytes; joined they are the input
  public static List<byte[]> pieces(byte[] input, long seed) {
    SplittableRandom cuts = new SplittableRandom(seed);
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    while (from < input.length) {
      int to = Math.min(input.length, from + 1 + cuts.nextInt(40));
      pieces.add(Arrays.copyOfRange(input, from, to));
      from = to;
    }
    return pieces;
  }

  private byte[] next() {
    if (random.nextInt(20) == 0) {
      return noise(random.nextInt(LONGEST_NOISE));
    }
    byte[] input = any();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int change = 0; change < changes; change++) {
      input = changed(input);
    }
    return input;
  }

  private byte[] any() {
    return corpus.get(random.nextInt(corpus.size())).clone();
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] changed(byte[] input) {
    if (input.length == 0) {
      return any();
    }
    int at = random.nextInt(input.length);
    return switch (random.nextInt(8)) {
      case 0 -> set(input, at, (byte) (input[at] ^ (1 << random.nextInt(8))));
      case 1 -> set(input, at, (byte) random.nextInt(256));
      case 2 -> set(input, at, EDGES[random.nextInt(EDGES.length)]);
      case 3 -> joined(Arrays.copyOf(input, at), rest(input, at + 1));
      case 4 -> joined(Arrays.copyOf(input, at), noise(1 + random.nextInt(3)), rest(input, at));
      case 5 -> joined(Arrays.copyOf(input, at), rest(input, at / 2));
      case 6 -> Arrays.copyOf(input, at);
      default -> joined(Arrays.copyOf(input, at), any());
    };
  }

  private static byte[] set(byte[] input, int at, byte value) {
    input[at] = value;
    return input;
  }

  private static byte[] rest(byte[] input, int from) {
    return Arrays.copyOfRange(input, from, input.length);
  }

  private static byte[] joined(byte[]... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
