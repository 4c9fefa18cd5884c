package org.libstation.site;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.libstation.central.Centrals;
import org.libstation.central.link.TlsTrust;
import org.libstation.flow.state.Language;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.HttpFeed;
import org.libstation.run.TagOwners;
import org.libstation.site.Reason.Word;
import org.libstation.speech.Headphone;
import org.libstation.staff.PinHash;

/// What the value of a setting must be by itself, where its type and its bounds do not say it.
// What the fields hold is never changed: a record, and functions without a state.
@SuppressWarnings("ImmutableEnumChecker")
public enum Shape {
  HOST(Word.HOST, given()),
  PORT(Word.PORT, text -> text.matches("[0-9]{1,5}") && isPort(Integer.parseInt(text))),
  PROTOCOL(Reason.oneOf(Centrals.protocols()), text -> Centrals.of(text).isPresent()),
  FINGERPRINT(Word.TLS_PIN, orNone(canBe(TlsTrust.Server.Pinned::new))),
  POLICY(Word.POLICY, given()),
  TERMINAL_PASSWORD(Word.TERMINAL_PASSWORD, orNone(text -> text.matches("[0-9]{6}"))),
  ISILS(Word.ISILS, canBe(TagOwners::of)),
  HEADPHONE(Word.HEADPHONE, canBe(Headphone.Way::of)),
  MODEL(Word.MODEL, given()),
  ADDRESS(Word.ADDRESS, given()),
  EXPRESSION(Word.EXPRESSION, given().and(canBe(Pattern::compile))),
  PIN(Word.PIN, text -> text.matches("\\d{4,12}") || PinHash.isHash(text)),
  CARD(Word.CARD, orNone(PinHash::isHash)),
  STAFF_NAME(Word.STAFF_NAME, given()),
  NO_FILE_ADDRESS(Word.FEED_FILE, text -> !text.startsWith("file:")),
  /// Or a file.
  HTTPS(
      Word.HTTPS,
      text -> !text.contains("://") || canBe(it -> new HttpFeed(URI.create(it))).test(text)),
  FLEET_NAME(Word.FLEET_NAME, orNone(text -> text.matches("[A-Za-z0-9._-]{1,40}"))),
  STAFF_KEY(Word.STAFF_KEY, canBe(SignedPolicy::bareKey)),
  PHONE("2345 6789"),
  PHONE_AFTER_HOURS("1823"),
  PAGE(
      Reason.of(
          Word.PAGE,
          "an address that begins with https://, at most " + Shape.LONGEST_PAGE + " characters",
          String.valueOf(Shape.LONGEST_PAGE)),
      orNone(text -> text.matches("https?://[^\\s]+") && text.length() <= Shape.LONGEST_PAGE)),
  /// A text in each language, which may be empty.
  THREE(some -> isInThree(some)),
  THREE_WRITTEN(some -> isInThree(some) && isWritten(some)),
  THREE_OR_NONE(some -> some.isEmpty() || (isInThree(some) && isWritten(some)));

  /// A QR code that a phone reads from the screen at arm's length.
  private static final int LONGEST_PAGE = 200;

  private final Reason expected;
  private final Predicate<Object> fits;

  Shape(Word word, Predicate<String> fits) {
    this(Reason.of(word), fits);
  }

  Shape(Reason expected, Predicate<String> fits) {
    this.expected = expected;
    this.fits = value -> fits.test(String.valueOf(value));
  }

  /// @param phone such a number
  Shape(String phone) {
    this(
        Reason.of(Word.PHONE, "a phone number in quotes, such as \"" + phone + "\"", phone),
        orNone(text -> text.matches("\\+?[0-9][0-9 ()-]{1,24}")));
  }

  Shape(Predicate<Map<?, ?>> fits) {
    this.expected = Reason.of(Word.IN_THREE);
    this.fits = value -> value instanceof Map<?, ?> texts && fits.test(texts);
  }

  Reason expected() {
    return expected;
  }

  /// @param value what a section has; an empty text where it has nothing
  boolean fits(Object value) {
    return fits.test(value);
  }

  private static Predicate<String> given() {
    return text -> !text.isBlank();
  }

  private static Predicate<String> orNone(Predicate<String> fits) {
    return text -> text.isEmpty() || fits.test(text);
  }

  private static boolean isPort(int number) {
    return number > 0 && number < 65536;
  }

  private static Predicate<String> canBe(Consumer<String> parse) {
    return text -> {
      try {
        parse.accept(text);
        return true;
      } catch (RuntimeException _) {
        return false;
      }
    };
  }

  private static boolean isInThree(Map<?, ?> texts) {
    return texts.keySet().equals(Set.copyOf(SettingKey.words(Language.class)));
  }

  private static boolean isWritten(Map<?, ?> texts) {
    return texts.values().stream().noneMatch(text -> String.valueOf(text).isBlank());
  }
}
