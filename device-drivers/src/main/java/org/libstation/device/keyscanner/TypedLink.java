package org.libstation.device.keyscanner;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

/// Presents the typing of a scanner as a line of text, for examinations. A spoilt character is a
/// zero byte.
final class TypedLink implements ByteLink {
  private final ByteLink inner;
  private final KeystrokeDecoder typing;
  private final byte[] events = new byte[1536];
  private byte[] rest = new byte[0];

  TypedLink(ByteLink inner, KeystrokeDecoder typing) {
    this.inner = inner;
    this.typing = typing;
    typing.begin();
  }

  /// The text that these bytes type.
  static byte[] text(KeystrokeDecoder typing, byte[] came) {
    typing.begin();
    TypedBytes text = new TypedBytes();
    typing.take(came, came.length, text);
    return text.bytes.toByteArray();
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    if (rest.length == 0) {
      int count = inner.read(events, timeout);
      TypedBytes text = new TypedBytes();
      typing.take(events, count, text);
      Arrays.fill(events, (byte) 0);
      rest = text.bytes.toByteArray();
    }
    int count = Math.min(rest.length, buffer.length);
    System.arraycopy(rest, 0, buffer, 0, count);
    rest = Arrays.copyOfRange(rest, count, rest.length);
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration deadline) throws LinkLostException {
    inner.write(bytes, deadline);
  }

  @Override
  public void close() {
    inner.close();
  }

  private static final class TypedBytes implements TypingListener {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void typed(char character, long micros) {
      bytes.write(Math.min(character, 0xFF));
    }

    @Override
    public void spoilt(String reason) {
      bytes.write(0);
    }

    @Override
    public void strange(String what) {
      // The code is reported as spoilt too.
    }

    @Override
    public void unfit(String why) {
      bytes.write(0);
    }
  }
}
