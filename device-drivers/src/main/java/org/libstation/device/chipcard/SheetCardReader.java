package org.libstation.device.chipcard;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.BarcodeReader;
import org.libstation.device.CardProblem;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.SelfNote;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// Reads cards at a serial reader whose commands and answers a [ReaderSheet] describes.
///
/// A number counts once when the card is laid down, however often the reader repeats it. A reader
/// that is polled reports itself that the card is gone. With any other reader a card is gone when
/// it was not reported for a while.
///
/// A card that already lies there when the reader connects may have been forgotten and does not
/// count. Only a reader that is polled shows this.
final class SheetCardReader implements BarcodeReader {
  private static final Duration READ_WAIT = Duration.ofMillis(50);
  private static final Duration WRITE_LIMIT = Duration.ofMillis(500);
  private static final Duration ANSWER_LIMIT = Duration.ofMillis(800);

  /// After this long without a report the card is gone. A reader that is not polled reports a card
  /// repeatedly, or once.
  private static final Duration GONE_AFTER = Duration.ofMillis(1500);

  /// People do not lay down cards faster than this; an earlier report is judged when it is
  /// repeated.
  private static final Duration FASTEST = Duration.ofMillis(250);

  private static final int PATIENCE = 3;

  /// This many bytes outside frames, without a frame between them, count as nonsense.
  private static final int NONSENSE_LIMIT = 64;

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final String name;
  private final ReaderSheet sheet;
  private final NumberForm form;
  private final DeviceListener listener;
  private final Connection connection;
  private final SheetFrames frames;
  private final byte[] buffer = new byte[256];
  private @Nullable Duration askedAt;
  private Duration nextPoll = Duration.ZERO;
  private Duration namedAt = Duration.ZERO;
  private Duration countedAt = Duration.ofDays(-1);
  private WireBytes lying = WireBytes.of();
  private boolean left;
  private int unanswered;
  private int strays;
  private boolean doubted;

  SheetCardReader(DriverSetup setup, ReaderSheet sheet, NumberForm form) {
    this.name = setup.name();
    this.sheet = sheet;
    this.form = form;
    this.listener = setup.listener();
    this.frames = new SheetFrames(sheet.frame());
    this.connection = new Connection(setup, ChipCardReader.NOT_THERE);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DeviceHealth health() {
    return connection.health();
  }

  /// Does nothing: the reader cannot be switched.
  @Override
  public void reading(boolean wanted) {
    // A card is read when it is laid down; the flow decides whether it counts.
  }

  /// Does nothing: the makes have no common signal for good and bad.
  @Override
  public boolean judged(boolean good) {
    return true;
  }

  @Override
  public Duration leisure() {
    return connection.leisure();
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public void step() {
    try {
      if (connection.connect()) {
        begin();
      }
      ByteLink link = connection.link();
      if (link == null) {
        return;
      }
      ask(link);
      int count = link.read(buffer, READ_WAIT);
      frames.take(buffer, count).forEach(this::hear);
      Arrays.fill(buffer, 0, count, (byte) 0);
      judge();
    } catch (LinkLostException e) {
      connection.lost(connection.codeOf(e), String.valueOf(e.getMessage()));
    }
  }

  private void begin() throws LinkLostException {
    frames.reset();
    askedAt = null;
    nextPoll = connection.now();
    unanswered = 0;
    strays = 0;
    left = sheet.isAsked();
    lying = WireBytes.of();
    ByteLink link = connection.link();
    if (link != null && sheet.init().length() > 0) {
      link.write(sheet.init().toArray(), WRITE_LIMIT);
    }
    if (!sheet.isAsked()) {
      if (doubted) {
        connection.doubted(
            Connection.NONSENSE,
            "nothing the reader sent fits a frame of its sheet; the station listens again");
      } else {
        connection.ready(SelfNote.plain(sheet.maker()));
      }
      listener.on(new DeviceEvent.CardLying(name, false));
    }
  }

  private void ask(ByteLink link) throws LinkLostException {
    Duration now = connection.now();
    if (sheet.isAsked() && askedAt == null && now.compareTo(nextPoll) >= 0) {
      link.write(sheet.poll().toArray(), WRITE_LIMIT);
      askedAt = now;
      nextPoll = now.plus(sheet.every());
    }
  }

  private void hear(byte[] inside) {
    ReaderSheet.ReaderMessage said = sheet.said(inside);
    Arrays.fill(inside, (byte) 0);
    strays = 0;
    if (doubted) {
      doubted = false;
      connection.ready(SelfNote.plain(sheet.maker()));
    }
    switch (said) {
      case ReaderSheet.ReaderMessage.OtherReaderAnswer _ -> {}
      case ReaderSheet.ReaderMessage.NoCardReported _ -> {
        answered();
        gone();
      }
      case ReaderSheet.ReaderMessage.CardReported(WireBytes number) -> {
        answered();
        namedAt = connection.now();
        card(number);
      }
    }
  }

  private void answered() {
    if (sheet.isAsked()) {
      askedAt = null;
      unanswered = 0;
      connection.ready(SelfNote.plain(sheet.maker()));
    }
  }

  private void gone() {
    if (left || lying.length() > 0) {
      listener.on(new DeviceEvent.CardLying(name, false));
    }
    left = false;
    lying = WireBytes.of();
  }

  private void card(WireBytes number) {
    Duration now = connection.now();
    if (left || number.equals(lying) || now.minus(countedAt).compareTo(FASTEST) < 0) {
      return;
    }
    countedAt = now;
    boolean other = lying.length() > 0 && sheet.isAsked();
    lying = number;
    byte[] value = number.toArray();
    if (other) {
      // There was no gap between them: two cards lie there, and the reader reports them in turn.
      refuse(CardProblem.TWO_CARDS, "another card answers in its place");
    } else if (ChipCardReader.isRandom(value)) {
      refuse(CardProblem.RANDOM_NUMBER, "the card gives another number each time");
    } else {
      String made = form.of(value);
      if (made.isEmpty()) {
        refuse(CardProblem.NOT_OURS, "the card gives no number in the form that is set");
      } else {
        listener.on(
            new DeviceEvent.ScanSeen(
                name, HEX.formatHex(value), Optional.empty(), made, Optional.empty()));
        listener.on(new DeviceEvent.CardLying(name, true));
        listener.on(new DeviceEvent.BarcodeScanned(name, made, Optional.empty()));
      }
    }
    Arrays.fill(value, (byte) 0);
  }

  private void refuse(CardProblem problem, String why) {
    listener.on(new DeviceEvent.ScanSeen(name, "", Optional.empty(), "", Optional.of(why)));
    listener.on(new DeviceEvent.CardRefused(name, problem));
  }

  /// Judges missing answers and bytes outside frames.
  private void judge() {
    Duration now = connection.now();
    strays += frames.takeStrays();
    if (strays >= NONSENSE_LIMIT) {
      strays = 0;
      doubted = true;
      connection.nonsense("what it sends is in no frame of its sheet");
      return;
    }
    Duration asked = askedAt;
    if (asked != null && now.minus(asked).compareTo(ANSWER_LIMIT) > 0) {
      askedAt = null;
      unanswered++;
      listener.on(new DeviceEvent.ReadRepeated(name));
      if (unanswered >= PATIENCE) {
        connection.silent(
            ChipCardReader.SILENT, "it does not answer: is it switched on, does its sheet fit?");
      }
    }
    if (!sheet.isAsked() && lying.length() > 0 && now.minus(namedAt).compareTo(GONE_AFTER) > 0) {
      gone();
    }
  }
}
