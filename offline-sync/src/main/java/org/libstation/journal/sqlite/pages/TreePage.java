package org.libstation.journal.sqlite.pages;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.journal.sqlite.pages.RecordCodec.Varint;

/// A page of a b-tree (fileformat2, 1.6). Of a damaged page it has the cells that can be read.
///
/// @param rows the rows on a leaf of a table, or the records of an index
/// @param children the pages below an inner page, in order; the last has no upper bound
/// @param whole whether every cell could be read
public record TreePage(
    PageKind kind, List<TreePageRow> rows, List<ChildPage> children, boolean whole) {
  private static final int HEADER_OF_FILE = 100;

  /// Kinds of pages that a tree has.
  public enum PageKind {
    TABLE_LEAF,
    TABLE_INNER,
    INDEX
  }

  /// A row of a table with its number, or a record of an index with the number 0.
  public record TreePageRow(long number, List<ColumnValue> values) {}

  /// A page below an inner page.
  ///
  /// @param upTo the highest row number below it; [Long#MAX_VALUE] for the last
  public record ChildPage(int page, long upTo) {}

  /// Reads a page; empty if it is not a page of a tree.
  ///
  /// @param number its number; the first page begins with the file's header
  public static Optional<TreePage> read(Snapshot file, int number, byte[] page) {
    int start = number == 1 ? HEADER_OF_FILE : 0;
    return switch (page[start]) {
      case 0x0d ->
          Optional.of(new TreePageReader(file, page, start, PageKind.TABLE_LEAF, false).page());
      case 0x05 ->
          Optional.of(new TreePageReader(file, page, start, PageKind.TABLE_INNER, true).page());
      case 0x0a -> Optional.of(new TreePageReader(file, page, start, PageKind.INDEX, false).page());
      case 0x02 -> Optional.of(new TreePageReader(file, page, start, PageKind.INDEX, true).page());
      default -> Optional.empty();
    };
  }

  private static final class TreePageReader {
    private static final int LEAF_HEADER = 8;
    private static final int INNER_HEADER = 12;

    private final Snapshot file;
    private final byte[] page;
    private final int start;
    private final PageKind kind;
    private final boolean inner;
    private final List<TreePageRow> rows = new ArrayList<>();
    private final List<ChildPage> children = new ArrayList<>();
    private boolean whole = true;

    TreePageReader(Snapshot file, byte[] page, int start, PageKind kind, boolean inner) {
      this.file = file;
      this.page = page;
      this.start = start;
      this.kind = kind;
      this.inner = inner;
    }

    TreePage page() {
      ByteBuffer bytes = ByteBuffer.wrap(page);
      int cells = bytes.getShort(start + 3) & 0xffff;
      int pointers = start + (inner ? INNER_HEADER : LEAF_HEADER);
      for (int i = 0; i < cells; i++) {
        int pointer = pointers + 2 * i;
        if (pointer + 2 > page.length) {
          whole = false;
          break;
        }
        int at = bytes.getShort(pointer) & 0xffff;
        whole &= at >= pointers + 2 && at < file.usable() && cell(bytes, at);
      }
      if (inner) {
        children.add(new ChildPage(bytes.getInt(start + LEAF_HEADER), Long.MAX_VALUE));
      }
      return new TreePage(kind, List.copyOf(rows), List.copyOf(children), whole);
    }

    private boolean cell(ByteBuffer bytes, int from) {
      int at = from;
      int child = 0;
      if (inner) {
        if (at + Integer.BYTES > page.length) {
          return false;
        }
        child = bytes.getInt(at);
        at += Integer.BYTES;
      }
      Optional<Varint> first = RecordCodec.varint(page, at);
      if (first.isEmpty()) {
        return false;
      }
      at += first.get().length();
      if (kind == PageKind.TABLE_INNER) {
        children.add(new ChildPage(child, first.get().value()));
        return true;
      }
      long number = 0;
      if (kind == PageKind.TABLE_LEAF) {
        Optional<Varint> row = RecordCodec.varint(page, at);
        if (row.isEmpty()) {
          return false;
        }
        number = row.get().value();
        at += row.get().length();
      }
      Optional<List<ColumnValue>> values =
          payload(bytes, at, first.get().value()).flatMap(RecordCodec::values);
      if (values.isEmpty()) {
        return false;
      }
      rows.add(new TreePageRow(number, values.get()));
      return true;
    }

    /// Reads a record. A long one is partly on this page and partly on overflow pages (fileformat2,
    /// 1.6).
    private Optional<byte[]> payload(ByteBuffer bytes, int at, long length) {
      int usable = file.usable();
      int most = kind == PageKind.TABLE_LEAF ? usable - 35 : (usable - 12) * 64 / 255 - 23;
      if (length < 1 || length > (long) file.count() * usable) {
        return Optional.empty();
      }
      int here = (int) length;
      if (length > most) {
        int least = (usable - 12) * 32 / 255 - 23;
        int fitting = least + (int) ((length - least) % (usable - 4));
        here = fitting <= most ? fitting : least;
      }
      if (at + here + (length > most ? Integer.BYTES : 0) > usable) {
        return Optional.empty();
      }
      byte[] payload = new byte[(int) length];
      System.arraycopy(page, at, payload, 0, here);
      boolean complete = length <= most || overflow(bytes.getInt(at + here), payload, here);
      return complete ? Optional.of(payload) : Optional.empty();
    }

    /// Reads the overflow pages. Each names the next; the last names none.
    private boolean overflow(int first, byte[] payload, int from) {
      int next = first;
      int at = from;
      while (at < payload.length) {
        Optional<byte[]> part = file.page(next);
        if (part.isEmpty()) {
          return false;
        }
        int many = Math.min(file.usable() - Integer.BYTES, payload.length - at);
        System.arraycopy(part.get(), Integer.BYTES, payload, at, many);
        at += many;
        next = ByteBuffer.wrap(part.get()).getInt(0);
      }
      return next == 0;
    }
  }
}
