package org.libstation.site;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.libstation.central.Centrals;
import org.libstation.central.link.TlsTrust;
import org.libstation.flow.state.Language;
import org.libstation.language.speech.Headphone;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.feed.HttpFeed;
import org.libstation.site.Reason.Word;
import org.libstation.tag.TagOwners;

/// A rule for a setting's value beyond its type and bounds.
// The fields are immutable: a record, and functions without state.
@SuppressWarnings("ImmutableEnumChecker")
public enum Shape {
  HOST(text(Word.HOST, given())),
  PORT(port(1, 65535)),
  PROTOCOL(text(Reason.oneOf(Centrals.protocols()), text -> Centrals.of(text).isPresent())),
  FINGERPRINT(text(Word.TLS_PIN, orNone(canBe(TlsTrust.Server.Pinned::new)))),
  POLICY(text(Word.POLICY, given())),
  TERMINAL_PASSWORD(text(Word.TERMINAL_PASSWORD, orNone(text -> text.matches("[0-9]{6}")))),
  ISILS(text(Word.ISILS, canBe(TagOwners::of))),
  HEADPHONE(text(Word.HEADPHONE, canBe(Headphone.HeadphoneDetection::of))),
  MODEL(text(Word.MODEL, given())),
  ADDRESS(text(Word.ADDRESS, given())),
  EXPRESSION(text(Word.EXPRESSION, given().and(canBe(Pattern::compile)))),
  PIN(text(Word.PIN, text -> text.matches("\\d{4,12}") || PinHash.isHash(text))),
  CARD(text(Word.CARD, orNone(PinHash::isHash))),
  STAFF_NAME(text(Word.STAFF_NAME, given())),
  NO_FILE_ADDRESS(text(Word.FEED_FILE, text -> !text.startsWith("file:"))),
  /// Also accepts a file.
  HTTPS(
      text(
          Word.HTTPS,
          text -> !text.contains("://") || canBe(it -> new HttpFeed(URI.create(it))).test(text))),
  FLEET_NAME(text(Word.FLEET_NAME, orNone(text -> text.matches("[A-Za-z0-9._-]{1,40}")))),
  STAFF_KEY(text(Word.STAFF_KEY, canBe(SignedPolicy::bareKey))),
  PHONE(phone("2345 6789")),
  PHONE_AFTER_HOURS(phone("1823")),
  /// Also accepts nothing.
  SUM(text(Word.SUM, orNone(text -> text.matches("\\d{1,7}(\\.\\d{1,3})?")))),
  PAGE(
      text(
          Reason.of(
              Word.PAGE,
              "an address that begins with https://, at most " + Shape.LONGEST_PAGE + " characters",
              String.valueOf(Shape.LONGEST_PAGE)),
          orNone(text -> text.matches("https?://[^\\s]+") && text.length() <= Shape.LONGEST_PAGE))),
  /// A text in each language; each may be empty.
  THREE(texts(some -> isInThree(some))),
  THREE_WRITTEN(texts(some -> isInThree(some) && isWritten(some))),
  THREE_OR_NONE(texts(some -> some.isEmpty() || (isInThree(some) && isWritten(some))));

  /// Longest address whose QR code a phone reads from the screen at arm's length.
  private static final int LONGEST_PAGE = 200;

  private final Must must;

  /// @param expected the reason if the value does not fit
  /// @param bounds lower and upper bound of a number; empty if the value is no number
  private record Must(Reason expected, Predicate<Object> fits, List<String> bounds) {}

  Shape(Must must) {
    this.must = must;
  }

  private static Must text(Word word, Predicate<String> fits) {
    return text(Reason.of(word), fits);
  }

  private static Must text(Reason expected, Predicate<String> fits) {
    return text(expected, fits, List.of());
  }

  private static Must text(Reason expected, Predicate<String> fits, List<String> bounds) {
    return new Must(expected, value -> fits.test(String.valueOf(value)), bounds);
  }

  private static Must port(int least, int most) {
    List<String> bounds = List.of(String.valueOf(least), String.valueOf(most));
    Predicate<String> fits =
        text ->
            text.matches("[0-9]{1,5}")
                && Integer.parseInt(text) >= least
                && Integer.parseInt(text) <= most;
    Reason expected =
        Reason.of(Word.PORT, "a port from " + least + " to " + most, bounds.toArray(String[]::new));
    return text(expected, fits, bounds);
  }

  /// @param example an example number for the message
  private static Must phone(String example) {
    return text(
        Reason.of(Word.PHONE, "a phone number in quotes, such as \"" + example + "\"", example),
        orNone(text -> text.matches("\\+?[0-9][0-9 ()-]{1,24}")));
  }

  private static Must texts(Predicate<Map<?, ?>> fits) {
    return new Must(
        Reason.of(Word.IN_THREE),
        value -> value instanceof Map<?, ?> some && fits.test(some),
        List.of());
  }

  /// The reason to report if a value does not fit.
  Reason expected() {
    return must.expected();
  }

  /// Lower and upper bound of a number; empty if the value is no number.
  List<String> bounds() {
    return must.bounds();
  }

  /// Whether a value fits.
  ///
  /// @param value the section's value; an empty text for null
  boolean fits(Object value) {
    return must.fits().test(value);
  }

  private static Predicate<String> given() {
    return text -> !text.isBlank();
  }

  private static Predicate<String> orNone(Predicate<String> fits) {
    return text -> text.isEmpty() || fits.test(text);
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
    return texts.keySet().equals(EnumSet.allOf(Language.class));
  }

  private static boolean isWritten(Map<?, ?> texts) {
    return texts.values().stream().noneMatch(text -> String.valueOf(text).isBlank());
  }
}
