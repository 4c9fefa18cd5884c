package org.libstation.device.ippprinter;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.device.link.WireBytes;

/// A request or a response of the Internet Printing Protocol (encoding: RFC 8010).
///
/// @param code the operation of a request, or the status of a response
/// @param id number of the request; its response repeats it
record IppMessage(int code, int id, List<AttributeGroup> groups) {
  static final int PRINT_JOB = 0x0002;
  static final int CANCEL_JOB = 0x0008;
  static final int GET_JOB = 0x0009;
  static final int GET_JOBS = 0x000A;
  static final int GET_PRINTER = 0x000B;

  static final int OPERATION_GROUP = 1;
  static final int JOB_GROUP = 2;
  static final int PRINTER_GROUP = 4;

  static final int INTEGER = 0x21;
  static final int BOOLEAN = 0x22;
  static final int ENUM = 0x23;
  static final int NAME = 0x42;
  static final int KEYWORD = 0x44;
  static final int URI = 0x45;
  static final int CHARSET = 0x47;
  static final int LANGUAGE = 0x48;
  static final int MEDIA_TYPE = 0x49;

  private static final int VERSION = 0x0101;
  private static final int END = 3;
  private static final int FIRST_VALUE_TAG = 0x10;
  private static final int MOST_VALUES = 10_000;

  IppMessage {
    groups = List.copyOf(groups);
  }

  /// Attributes of one kind, in order.
  record AttributeGroup(int tag, Map<String, List<IppValue>> attributes) {
    Optional<IppValue> first(String name) {
      return attributes.getOrDefault(name, List.of()).stream().findFirst();
    }

    List<String> texts(String name) {
      return attributes.getOrDefault(name, List.of()).stream().map(IppValue::text).toList();
    }

    int number(String name, int fallback) {
      return first(name).map(value -> value.number(fallback)).orElse(fallback);
    }
  }

  /// One value of an attribute.
  ///
  /// @param tag type of the value
  record IppValue(int tag, WireBytes bytes) {
    static IppValue of(int tag, String text) {
      return new IppValue(tag, WireBytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    static IppValue of(int tag, int number) {
      return new IppValue(tag, WireBytes.of(ByteBuffer.allocate(4).putInt(number).array()));
    }

    static IppValue of(boolean yes) {
      return new IppValue(BOOLEAN, WireBytes.of(yes ? 1 : 0));
    }

    String text() {
      return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }

    int number(int fallback) {
      return bytes.length() == 4 ? ByteBuffer.wrap(bytes.toArray()).getInt() : fallback;
    }
  }

  Optional<AttributeGroup> group(int tag) {
    return groups.stream().filter(each -> each.tag() == tag).findFirst();
  }

  boolean successful() {
    return code < 0x0100;
  }

  /// @param document follows the attributes; may be empty
  byte[] encode(byte[] document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    word(out, VERSION);
    word(out, code);
    word(out, id >>> 16);
    word(out, id);
    for (AttributeGroup group : groups) {
      out.write(group.tag());
      group.attributes().forEach((name, values) -> attribute(out, name, values));
    }
    out.write(END);
    out.writeBytes(document);
    return out.toByteArray();
  }

  private static void attribute(ByteArrayOutputStream out, String name, List<IppValue> values) {
    String written = name;
    for (IppValue value : values) {
      out.write(value.tag());
      word(out, written.length());
      out.writeBytes(written.getBytes(StandardCharsets.US_ASCII));
      word(out, value.bytes().length());
      out.writeBytes(value.bytes().toArray());
      written = "";
    }
  }

  private static void word(ByteArrayOutputStream out, int value) {
    out.write(value >> 8 & 0xFF);
    out.write(value & 0xFF);
  }

  /// Reads received bytes; empty if they are not an IPP message.
  static Optional<IppMessage> decode(byte[] bytes) {
    try {
      return Optional.of(decode(ByteBuffer.wrap(bytes)));
    } catch (BufferUnderflowException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static IppMessage decode(ByteBuffer in) {
    int version = in.getShort() >> 8;
    if (version != 1 && version != 2) {
      throw new IllegalArgumentException("version " + version);
    }
    int code = in.getShort() & 0xFFFF;
    int id = in.getInt();
    List<AttributeGroup> groups = new ArrayList<>();
    List<IppValue> last = new ArrayList<>();
    int values = 0;
    for (int tag = in.get() & 0xFF; tag != END; tag = in.get() & 0xFF) {
      if (tag < FIRST_VALUE_TAG) {
        groups.add(new AttributeGroup(tag, new LinkedHashMap<>()));
        continue;
      }
      String name = new String(take(in), StandardCharsets.US_ASCII);
      IppValue value = new IppValue(tag, WireBytes.of(take(in)));
      if (groups.isEmpty() || ++values > MOST_VALUES) {
        throw new IllegalArgumentException("values in no group, or without an end");
      }
      if (!name.isEmpty()) {
        last = new ArrayList<>();
        groups.getLast().attributes().put(name, last);
      }
      last.add(value);
    }
    return new IppMessage(code, id, groups);
  }

  private static byte[] take(ByteBuffer in) {
    byte[] taken = new byte[in.getShort() & 0xFFFF];
    in.get(taken);
    return taken;
  }
}
