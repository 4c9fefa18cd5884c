package org.libstation.journal.sqlite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Blanks a central system's own words in the bytes of a journal that SQLite cannot open any more,
/// or of its log: each is overwritten with spaces as long as it was, so that nothing moves and all
/// that could be salvaged still can (fileformat2, 1.6 and 2.1; WAL, "file format").
///
/// A mark is found by its own text, in whole pages and in broken ones alike; its record header says
/// how long the details are. Where that header is gone, they end with the first byte that is no
/// text.
final class WordsInBytes {
  private static final int DEFAULT_PAGE = 4096;
  private static final int SMALLEST_PAGE = 512;
  private static final int PAGE_SIZE_OFFSET = 16;
  private static final int LOG_HEADER = 32;
  private static final int FRAME_HEADER = 24;

  /// `number`, which is the row's key, to `details`.
  private static final int COLUMNS = 9;

  private static final int KIND_COLUMN = 7;

  /// A header of nine columns and the columns before `kind`: times, a boot id and small numbers.
  private static final int FURTHEST_HEADER = 600;

  private static final int LONGEST_VARINT = 9;
  private static final String DETAIL = "detail=";

  private static final List<String> BEGINNINGS =
      List.of(WordsOfMark.REFUSED + "reason=", WordsOfMark.STAFF_LINE + "line=");

  private final byte[] bytes;
  private final int first;
  private final int stride;
  private final int ahead;
  private final int pageSize;
  private int blanked;

  private WordsInBytes(byte[] bytes, int first, int ahead, int pageSize) {
    this.bytes = bytes;
    this.first = first;
    this.ahead = ahead;
    this.pageSize = pageSize;
    this.stride = ahead + pageSize;
  }

  /// Blanks them in the bytes of a `journal.db`.
  ///
  /// @return in how many places
  static int inFile(byte[] bytes) {
    WordsInBytes work = new WordsInBytes(bytes, 0, 0, pageSize(bytes, PAGE_SIZE_OFFSET, 2));
    work.blank();
    return work.blanked;
  }

  /// Blanks them in the bytes of a log, and makes its checksums right again as far as they were.
  ///
  /// @return in how many places
  static int inLog(byte[] bytes) {
    if (bytes.length < LOG_HEADER) {
      return 0;
    }
    byte[] before = bytes.clone();
    WordsInBytes work =
        new WordsInBytes(bytes, LOG_HEADER, FRAME_HEADER, pageSize(bytes, Long.BYTES, 4));
    work.blank();
    if (work.blanked > 0) {
      work.checkAgain(before);
    }
    Arrays.fill(before, (byte) 0);
    return work.blanked;
  }

  private static int pageSize(byte[] bytes, int at, int width) {
    if (bytes.length < at + width) {
      return DEFAULT_PAGE;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int size = width == 2 ? header.getShort(at) & 0xFFFF : header.getInt(at);
    int read = width == 2 && size == 1 ? 65_536 : size;
    boolean possible = read >= SMALLEST_PAGE && read <= 65_536 && Integer.bitCount(read) == 1;
    return possible ? read : DEFAULT_PAGE;
  }

  private void blank() {
    for (String beginning : BEGINNINGS) {
      byte[] sought = beginning.getBytes(StandardCharsets.US_ASCII);
      String kind =
          beginning.startsWith(WordsOfMark.REFUSED) ? WordsOfMark.REFUSED : WordsOfMark.STAFF_LINE;
      for (int at = find(sought, 0); at >= 0; at = find(sought, at + 1)) {
        mark(kind, at);
      }
    }
    blankOverflow();
  }

  private int find(byte[] sought, int from) {
    for (int i = from; i <= bytes.length - sought.length; i++) {
      if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
        return i;
      }
    }
    return -1;
  }

  private int pageEnd(int at) {
    int page = at < first ? 0 : (at - first) / stride;
    return (int) Math.min(bytes.length, first + (long) (page + 1) * stride);
  }

  private int pageStart(int at) {
    return at < first ? 0 : first + (at - first) / stride * stride + ahead;
  }

  private void mark(String kind, int at) {
    int details = at + kind.length();
    int end = end(kind, at, details, pageEnd(at));
    String text = new String(bytes, details, end - details, StandardCharsets.ISO_8859_1);
    int detail = text.indexOf(DETAIL);
    if (detail < 0) {
      return;
    }
    int from = detail + DETAIL.length();
    int own = WordsOfMark.ownEnd(kind, text.substring(from));
    blanked += text.substring(from + own).isBlank() ? 0 : 1;
    Arrays.fill(bytes, details + from + own, end, (byte) ' ');
  }

  /// Where the details end on this page.
  private int end(String kind, int at, int details, int pageEnd) {
    for (int header = at - 1; header >= Math.max(pageStart(at), at - FURTHEST_HEADER); header--) {
      int length = detailsLength(kind, header, at);
      if (length >= 0) {
        int local = local(details + length - header);
        return Math.max(details, Math.min(pageEnd, Math.min(details + length, header + local)));
      }
    }
    return endOfText(details, pageEnd);
  }

  /// How much of a payload lies on a leaf page of a table (fileformat2, 1.6).
  private int local(int payload) {
    int most = pageSize - 35;
    if (payload <= most) {
      return payload;
    }
    int least = (pageSize - 12) * 32 / 255 - 23;
    int wanted = least + (payload - least) % (pageSize - 4);
    return wanted <= most ? wanted : least;
  }

  /// The length of the details where a record's header begins here and its `kind` lies there; -1
  /// where none does.
  private int detailsLength(String kind, int header, int at) {
    int size = bytes[header];
    if (size < COLUMNS + 1 || header + size >= at) {
      return -1;
    }
    int place = header + 1;
    long body = 0;
    long details = -1;
    for (int column = 0; column < COLUMNS; column++) {
      long serial = 0;
      int used = 0;
      do {
        if (place >= header + size || used == LONGEST_VARINT) {
          return -1;
        }
        serial = (serial << 7) | (bytes[place] & 0x7F);
        used++;
      } while ((bytes[place++] & 0x80) != 0);
      if (column == KIND_COLUMN && serial != 13 + 2L * kind.length()) {
        return -1;
      }
      if (column < KIND_COLUMN) {
        body += width(serial);
      }
      details = serial;
    }
    boolean fits = place == header + size && place + body == at;
    return fits && details >= 13 && details % 2 == 1 && details < Integer.MAX_VALUE
        ? (int) ((details - 13) / 2)
        : -1;
  }

  private static long width(long serial) {
    if (serial >= 12) {
      return (serial - 12) / 2;
    }
    return switch ((int) serial) {
      case 1, 2, 3, 4 -> serial;
      case 5 -> 6;
      case 6, 7 -> 8;
      default -> 0;
    };
  }

  private int endOfText(int from, int pageEnd) {
    int at = from;
    while (at < pageEnd) {
      int wide = characterAt(at, pageEnd);
      if (wide == 0) {
        return at;
      }
      at += wide;
    }
    return pageEnd;
  }

  /// The length of the UTF-8 character here; 0 where there is none that a line of the journal has.
  private int characterAt(int at, int pageEnd) {
    int lead = bytes[at] & 0xFF;
    int wide = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (lead < ' ' || lead == 0x7F || wide == 0 || lead > 0xF4 || at + wide > pageEnd) {
      return 0;
    }
    for (int i = 1; i < wide; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return wide;
  }

  /// Blanks the pages on which long details go on, whoever points to them. Such a page begins with
  /// the number of the next one, where all others have their type or, if they are free, a count
  /// behind it; in the last value of a line there is no bar, and an entry's line has one.
  private void blankOverflow() {
    for (int page = first; page + ahead < bytes.length; page += stride) {
      int text = page + ahead + Integer.BYTES;
      int end = Math.min(bytes.length, page + stride);
      boolean goesOn =
          text < end && bytes[page + ahead] == 0 && (bytes[text] & 0xFF) >= ' ' && noBar(text, end);
      if (goesOn && !isBlank(text, end)) {
        Arrays.fill(bytes, text, end, (byte) ' ');
        blanked++;
      }
    }
  }

  private boolean noBar(int from, int end) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == '|') {
        return false;
      }
    }
    return true;
  }

  private boolean isBlank(int from, int end) {
    for (int i = from; i < end; i++) {
      if (bytes[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  /// Writes the checksum of each frame that had a right one; the first that had none ends it, as it
  /// does for SQLite.
  private void checkAgain(byte[] before) {
    ByteBuffer old = ByteBuffer.wrap(before);
    ByteBuffer now = ByteBuffer.wrap(bytes);
    ByteOrder order = (old.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    Sum was = new Sum(old.getInt(24), old.getInt(28));
    Sum is = was;
    long salt = old.getLong(16);
    for (int frame = first; frame + stride <= bytes.length; frame += stride) {
      was = was.over(old, frame, 8, order).over(old, frame + ahead, pageSize, order);
      boolean right =
          old.getLong(frame + 8) == salt
              && old.getInt(frame + 16) == was.one()
              && old.getInt(frame + 20) == was.two();
      if (!right) {
        return;
      }
      is = is.over(now, frame, 8, order).over(now, frame + ahead, pageSize, order);
      now.putInt(frame + 16, is.one()).putInt(frame + 20, is.two());
    }
  }

  /// The checksum of a log (WAL, "checksum algorithm").
  private record Sum(int one, int two) {
    Sum over(ByteBuffer of, int from, int length, ByteOrder order) {
      ByteBuffer words = of.duplicate().order(order);
      int a = one;
      int b = two;
      for (int i = from; i < from + length; i += 2 * Integer.BYTES) {
        a += words.getInt(i) + b;
        b += words.getInt(i + Integer.BYTES) + a;
      }
      return new Sum(a, b);
    }
  }
}
