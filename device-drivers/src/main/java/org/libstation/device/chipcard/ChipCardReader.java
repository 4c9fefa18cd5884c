package org.libstation.device.chipcard;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.BarcodeReader;
import org.libstation.device.CardProblem;
import org.libstation.device.DeviceClock;
import org.libstation.device.DeviceEvent;
import org.libstation.device.DeviceHealth;
import org.libstation.device.DeviceListener;
import org.libstation.device.SelfNote;
import org.libstation.device.driver.Connection;
import org.libstation.device.driver.DriverSetup;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.WireBytes;

/// Reads the number of each card that is laid on the reader.
///
/// A card that already lies there when the reader connects may have been forgotten. It counts only
/// after it was lifted and laid down again. A number is delivered only after it was read whole and
/// the card, powered off and on, still proved to be the same.
public final class ChipCardReader implements BarcodeReader {
  static final String NOT_THERE = "DC10";
  static final String SILENT = "DC11";

  /// How often the reader is asked whether a card lies there.
  static final Duration LOOK_EACH = Duration.ofMillis(150);

  /// This many questions in a row without a right answer are too many.
  static final int PATIENCE = 3;

  /// The same number within this time is not delivered again: at the edge of the field a card comes
  /// and goes.
  private static final Duration SAME = Duration.ofMillis(1500);

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final WireBytes WHO = WireBytes.of(0xFF, 0xCA, 0x00, 0x00, 0x00);
  private static final WireBytes FIRMWARE = WireBytes.of(0xFF, 0x00, 0x48, 0x00, 0x00);

  /// What lies on the reader.
  sealed interface CardPresence {
    record NoCard() implements CardPresence {}

    /// A card answers.
    ///
    /// @param uid the card's own number; no bytes if it reports none
    record LyingCard(WireBytes uid) implements CardPresence {}

    /// The card answers nothing.
    record Mute() implements CardPresence {}
  }

  private final String name;
  private final CardRecipe recipe;
  private final NumberForm form;
  private final DeviceClock clock;
  private final DeviceListener listener;
  private final Connection connection;
  private @Nullable CardTalk talk;
  private List<SelfNote> says = List.of();
  private CardPresence done = new CardPresence.NoCard();
  private boolean untilLifted;
  private Duration looked = Duration.ZERO;
  private int silent;
  private int odd;
  private int mute;
  private String last = "";
  private Duration lastAt = Duration.ZERO;

  ChipCardReader(DriverSetup setup, CardRecipe recipe, NumberForm form) {
    this.name = setup.name();
    this.recipe = recipe;
    this.form = form;
    this.clock = setup.clock();
    this.listener = setup.listener();
    this.connection = new Connection(setup, NOT_THERE);
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
    if (connection.link() == null) {
      return connection.leisure();
    }
    Duration left = looked.plus(LOOK_EACH).minus(connection.now());
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public void close() {
    talk = null;
    connection.close();
  }

  @Override
  public void step() {
    try {
      if (connection.connect()) {
        talk = null;
      }
      ByteLink link = connection.link();
      if (link == null || !leisure().isZero()) {
        return;
      }
      looked = connection.now();
      CardTalk open = talk;
      if (open == null) {
        greet(new CardTalk(link, clock));
      } else {
        look(open);
      }
    } catch (LinkLostException e) {
      connection.lost(connection.codeOf(e), String.valueOf(e.getMessage()));
    }
  }

  /// Asks for the reader's identity, and notes a card that already lies there.
  private void greet(CardTalk fresh) throws LinkLostException {
    Optional<WireBytes> firmware = good(fresh.exchange(FIRMWARE));
    if (firmware.isEmpty()) {
      return;
    }
    Optional<CardPresence> there = lying(fresh);
    if (there.isPresent()) {
      says = SelfNote.plain(ReaderIdentity.of(firmware.get()));
      done = there.get();
      untilLifted = !(done instanceof CardPresence.NoCard);
      talk = fresh;
      listener.on(new DeviceEvent.CardLying(name, untilLifted));
      connection.ready(says);
    }
  }

  private void look(CardTalk open) throws LinkLostException {
    Optional<CardPresence> there = lying(open);
    if (there.isEmpty()) {
      return;
    }
    connection.ready(says);
    switch (there.get()) {
      case CardPresence.NoCard nothing -> {
        if (!done.equals(nothing)) {
          listener.on(new DeviceEvent.CardLying(name, false));
        }
        done = nothing;
        untilLifted = false;
        mute = 0;
      }
      case CardPresence.Mute _ -> {
        mute++;
        if (mute == PATIENCE && !untilLifted) {
          refuse(CardProblem.TWO_CARDS);
          untilLifted = true;
        }
      }
      case CardPresence.LyingCard card -> {
        mute = 0;
        if (!untilLifted && !card.equals(done)) {
          read(open, card);
        }
      }
    }
  }

  private void read(CardTalk open, CardPresence.LyingCard card) throws LinkLostException {
    byte[] uid = card.uid().toArray();
    try {
      boolean random = isRandom(uid);
      if (random && recipe.isUid()) {
        throw new NotReadException(
            CardProblem.RANDOM_NUMBER, "the card gives another number each time");
      }
      byte[] value = recipe.read(open, uid);
      same(open, card, random);
      done = card;
      deliver(value);
    } catch (NotReadException e) {
      // After a tear, the next look shows what lies there. After any other failure the card counts
      // only when it is laid down again.
      untilLifted = e.problem() != CardProblem.TORN_AWAY;
      listener.on(
          new DeviceEvent.ScanSeen(
              name, "", Optional.empty(), "", Optional.of(String.valueOf(e.getMessage()))));
      refuse(e.problem());
    }
  }

  /// Whether the card invents a new number each time (ISO/IEC 14443-3, 6.5.4).
  static boolean isRandom(byte[] uid) {
    return uid.length == 4 && uid[0] == 0x08;
  }

  /// Checks that the card still lies there and that no other card answers.
  private void same(CardTalk open, CardPresence.LyingCard card, boolean random)
      throws NotReadException, LinkLostException {
    open.power();
    Optional<CardPresence> again = lying(open);
    if (again.isEmpty() || !(again.get() instanceof CardPresence.LyingCard other)) {
      throw new NotReadException(
          CardProblem.TORN_AWAY, "the card was taken away before it was read completely");
    }
    if (!random && !other.equals(card)) {
      throw new NotReadException(CardProblem.TWO_CARDS, "another card answers in its place");
    }
    done = random ? other : done;
  }

  private void deliver(byte[] value) throws NotReadException {
    String number = form.of(value);
    if (number.isEmpty()) {
      throw new NotReadException(
          CardProblem.NOT_OURS, "the card gives no number in the form that is set");
    }
    boolean again = isAgain(number);
    listener.on(
        new DeviceEvent.ScanSeen(
            name,
            HEX.formatHex(value),
            Optional.empty(),
            number,
            again ? Optional.of("the same card again") : Optional.empty()));
    listener.on(new DeviceEvent.CardLying(name, true));
    if (!again) {
      listener.on(new DeviceEvent.BarcodeScanned(name, number, Optional.empty()));
    }
    Arrays.fill(value, (byte) 0);
  }

  private void refuse(CardProblem problem) {
    if (!isAgain(problem.name())) {
      listener.on(new DeviceEvent.CardRefused(name, problem));
    }
  }

  /// Whether this was also the last result, within [#SAME]. Only a digest of the last result is
  /// kept.
  private boolean isAgain(String said) {
    String digest = Integer.toHexString(said.hashCode());
    boolean again = digest.equals(last) && connection.now().minus(lastAt).compareTo(SAME) < 0;
    last = digest;
    lastAt = connection.now();
    return again;
  }

  private Optional<CardPresence> lying(CardTalk open) throws LinkLostException {
    return good(open.exchange(WHO)).map(ChipCardReader::lying);
  }

  static CardPresence lying(WireBytes answer) {
    if (answer.length() < 2) {
      return new CardPresence.Mute();
    }
    byte[] bytes = answer.toArray();
    return switch (CardChannel.status(bytes)) {
      case 0x9000 -> new CardPresence.LyingCard(WireBytes.of(CardChannel.data(bytes)));
      case 0x6300 -> new CardPresence.NoCard();
      case 0x6400 -> new CardPresence.Mute();
      // A card is there, but reports no number.
      default -> new CardPresence.LyingCard(WireBytes.of());
    };
  }

  /// Counts answers that are wrong or missing; after too many in a row the line is given up.
  private Optional<WireBytes> good(CardTalk.CardAnswer answer) {
    switch (answer) {
      case CardTalk.CardAnswer.CardFrameAnswer said -> {
        silent = 0;
        odd = 0;
        return Optional.of(said.frame().data());
      }
      case CardTalk.CardAnswer.CardSilent _ -> {
        silent++;
        if (silent >= PATIENCE) {
          silent = 0;
          talk = null;
          connection.silent(
              SILENT, "it does not answer: is it switched on, is its baud rate right?");
        }
      }
      case CardTalk.CardAnswer.Odd(CardTalk.Oddity _, String what) -> {
        listener.on(new DeviceEvent.ReadRepeated(name));
        odd++;
        if (odd >= PATIENCE) {
          odd = 0;
          talk = null;
          connection.nonsense("three invalid answers in a row; the last was " + what);
        }
      }
    }
    return Optional.empty();
  }
}
