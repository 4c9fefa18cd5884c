package org.libstation.payment.zvt;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Collects the patron's lines among those that a terminal sends to print (06 D1, 06 D3). They are
/// collected during one payment, taken once, and then forgotten. A merchant's copy and an
/// administration report (tag 1F07: 1, 3) are discarded at once.
final class ReceiptText {
  /// Code page 437, unless another one is agreed (PA00P015, *ZVT character sets*).
  private static final Charset LETTERS = Charset.forName("IBM437");

  private static final int PATRONS = 2;
  private static final int MOST_LINES = 200;
  private static final int LONGEST = 48;

  private static final int CONTAINER = 0x06;
  private static final int RECEIPT_KIND = 0x1F07;
  private static final int BLOCK = 0x25;
  private static final int LINE = 0x07;

  private List<String> lines = new ArrayList<>();

  /// Takes one print line or text block and keeps the patron's lines of it.
  void add(Apdu print) {
    byte[] data = print.data();
    if (print.control() == Apdu.PRINT_BLOCK) {
      if (data.length > 0 && data[0] == CONTAINER) {
        tags(data, (tag, value) -> tags(value, this::ofBlock), 0);
      }
      return;
    }
    // The data: attribute, text, and perhaps a container that says whose line it is.
    int end = 1;
    while (end < data.length && data[end] != CONTAINER) {
      end++;
    }
    byte[] tail = Arrays.copyOfRange(data, Math.min(end, data.length), data.length);
    kind = Optional.empty();
    if (tail.length > 0) {
      tags(tail, (tag, value) -> tags(value, this::ofBlock), 0);
    }
    boolean paperEnds = data.length > 0 && (data[0] & 0x80) != 0;
    if (!paperEnds && data.length > 0) {
      keep(new String(data, 1, Math.max(0, end - 1), LETTERS));
    }
  }

  private Optional<Integer> kind = Optional.empty();

  private void ofBlock(int tag, byte[] value) {
    if (tag == RECEIPT_KIND && value.length == 1) {
      kind = Optional.of((int) value[0]);
    } else if (tag == BLOCK) {
      tags(value, this::ofBlock);
    } else if (tag == LINE) {
      keep(new String(value, LETTERS));
    }
  }

  private void keep(String line) {
    if (kind.orElse(PATRONS) == PATRONS && lines.size() < MOST_LINES) {
      lines.add(line.substring(0, Math.min(LONGEST, line.length())).stripTrailing());
    }
  }

  /// Returns the collected lines and forgets them.
  List<String> take() {
    List<String> all = lines;
    lines = new ArrayList<>();
    return all;
  }

  private static void tags(byte[] block, BiConsumer<Integer, byte[]> each) {
    tags(block, each, 0);
  }

  /// Reads BER-TLV as far as it is well formed.
  private static void tags(byte[] block, BiConsumer<Integer, byte[]> each, int from) {
    int at = from;
    while (at < block.length) {
      int tag = block[at++] & 0xFF;
      if ((tag & 0x1F) == 0x1F && at < block.length) {
        tag = tag << 8 | (block[at++] & 0xFF);
      }
      int length = at < block.length ? block[at++] & 0xFF : 0;
      if (length > 0x80) {
        int more = length & 0x7F;
        length = 0;
        for (int i = 0; i < more && i < 3 && at < block.length; i++) {
          length = length << 8 | (block[at++] & 0xFF);
        }
      }
      int end = Math.min(block.length, at + length);
      each.accept(tag, Arrays.copyOfRange(block, at, end));
      at = end;
    }
  }
}
