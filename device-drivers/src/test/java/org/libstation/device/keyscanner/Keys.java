package org.libstation.device.keyscanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.libstation.device.driver.DeviceSheets;

/// Types on a keyboard by its keys' codes, and hears what comes of it.
final class Keys implements TypingListener {
  static final int SHIFT = 42;
  static final int CTRL = 29;
  static final int ALT = 56;
  static final int ALT_GR = 100;
  static final int CAPS = 58;
  static final int NUM = 69;
  static final int ENTER = 28;
  static final int TAB = 15;
  static final int SPACE = 57;

  /// The keypad's digits from 0 to 9.
  static final int[] PAD = {82, 79, 80, 81, 75, 76, 77, 71, 72, 73};

  final StringBuilder text = new StringBuilder();
  final List<String> spoilt = new ArrayList<>();
  final List<String> strange = new ArrayList<>();
  final KeystrokeDecoder typing;

  Keys(KeystrokeDecoder typing) {
    this.typing = typing;
    typing.begin();
  }

  static Keys of(String layout) {
    return new Keys(
        new KeyTyping(
            KeyLayout.of("layout", DeviceSheets.shipped().named("layout", "keyboards", layout))));
  }

  static byte[] event(int type, int code, int value) {
    return ByteBuffer.allocate(24)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(1_700_000_000L)
        .putLong(1)
        .putShort((short) type)
        .putShort((short) code)
        .putInt(value)
        .array();
  }

  Keys send(int type, int code, int value) {
    return bytes(event(type, code, value));
  }

  Keys bytes(byte[] came) {
    typing.take(came, came.length, this);
    return this;
  }

  Keys down(int key) {
    return send(1, key, 1);
  }

  Keys up(int key) {
    return send(1, key, 0);
  }

  /// Presses and lets go of each.
  Keys press(int... keys) {
    for (int key : keys) {
      down(key).up(key);
    }
    return this;
  }

  Keys with(int modifier, int... keys) {
    return down(modifier).press(keys).up(modifier);
  }

  @Override
  public void typed(char character, long micros) {
    text.append(character);
  }

  @Override
  public void spoilt(String reason) {
    spoilt.add(reason);
  }

  @Override
  public void strange(String what) {
    strange.add(what);
  }

  @Override
  public void unfit(String why) {
    strange.add(why);
  }
}
