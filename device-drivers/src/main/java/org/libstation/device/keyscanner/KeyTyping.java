package org.libstation.device.keyscanner;

/// Turns the events of a keyboard into characters. Repeats of a held key, and events that are no
/// key, type nothing. If the kernel lost events, the code is spoilt.
final class KeyTyping implements KeystrokeDecoder {
  private final InputEvent.Cutter cutter = new InputEvent.Cutter();
  private final Keyboard keyboard;

  KeyTyping(KeyLayout layout) {
    this.keyboard = new Keyboard(layout);
  }

  @Override
  public void begin() {
    cutter.begin();
    keyboard.begin();
  }

  @Override
  public void rest() {
    keyboard.rest();
  }

  @Override
  public void take(byte[] came, int count, TypingListener to) {
    cutter.take(came, count, event -> take(event, to));
  }

  private void take(InputEvent event, TypingListener to) {
    if (!event.isKeyboards()) {
      to.spoilt("something among its keys that is no key");
      to.strange("an event of type " + event.type() + ", which no keyboard sends");
      return;
    }
    if (event.type() == InputEvent.LED) {
      keyboard.light(event.code(), event.value() != 0);
    } else if (event.type() == InputEvent.SYN && event.code() == InputEvent.DROPPED) {
      keyboard.rest();
      to.spoilt("keys were lost: the station was too slow to take them");
    } else if (event.type() == InputEvent.KEY && event.value() != 2) {
      keyboard.key(event.code(), event.value() == 1, event.micros(), to);
    }
  }
}
