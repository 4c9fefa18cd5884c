package org.libstation.site;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.libstation.central.CentralOption;
import org.libstation.central.WrongSettingException;
import org.libstation.device.WrongOptionException;
import org.libstation.device.driver.DriverOptions;
import org.libstation.file.ProgramName;
import org.libstation.flow.state.CheckBoard.CheckMessage;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.SettingRefusal;

/// What a setting was expected to be, or why it is wrong. A code word selects the sentence in the
/// text files; the English text is for the log.
///
/// @param values values that no language changes
/// @param oneOf the allowed values, if they are a list
/// @param english what was expected, or what is wrong
@RecordBuilder
public record Reason(Word word, List<String> values, List<String> oneOf, String english)
    implements ReasonBuilder.With {
  public Reason {
    values = List.copyOf(values);
    oneOf = List.copyOf(oneOf);
    english = ProgramName.in(english);
  }

  /// Code word of a reason. The text files have a sentence `why.WORD` for each.
  public enum Word {
    IN_THREE("one text for each of " + Language.TAGS.replace(" or ", " and ")),
    CENTRAL("host, port, institution, user and password of the central system"),
    TECHNICIAN("a pin of at least four digits"),
    POLICY("the path of a policy file"),
    ONE_DEVICE("at least one device"),
    DROP_READER("a reader for the book drop, or a scanner"),
    CARD_PLACE("false, or a pad or a reader named cards on which the card lies"),
    NO_SIMULATION("none: a simulated terminal is for demo and training"),
    TERMINAL_ADDRESS(
        "tcp:HOST:20007 or serial:/dev/libstation/terminal?frame=8N2 for terminal zvt, and nothing"
            + " for another"),
    TERMINAL_PASSWORD(
        "the six digits set in the terminal, in quotes, for zvt; nothing for another"),
    TERMINAL_PAPER("false: this station keeps what it prints"),
    SUM("a sum of money such as 5.00, or nothing"),
    NOT_BELOW_LEAST("no less than payment.least"),
    NO_LABORATORY("live: demo and training need the laboratory, which is not installed"),
    HASHES_ONLY(
        "the hash that './station pin' prints, for each PIN: a live station keeps no plain PIN"),
    NO_EXAMPLE("another PIN than those of the example site"),
    RECOVERY_KEY(
        "the public half of the site's recovery key: './station recovery-key' makes the pair; a"
            + " live station never makes one itself"),
    PUBLIC_HALF("the public half of return-proof.key; nothing where that is empty"),
    HEADPHONE("always, never, keys, file:PATH?on=TEXT or command:WORDS?on=TEXT"),
    HOST("a host name or address"),
    ZONE("a zone such as Asia/Hong_Kong"),
    CURRENCY("an ISO 4217 code such as HKD"),
    DIALECT("a name such as koha-25, or the path of a site's own file"),
    MODEL("the name of a driver"),
    ADDRESS("an address such as serial:/dev/libstation/pad?baud=38400"),
    ISILS("ISILs such as HK-SEL, with commas between"),
    EXPRESSION("a regular expression such as 3\\d{13}"),
    PIN(
        "the hash that './station pin' prints (or 4 to 12 digits, in quotes, on a demo or training"
            + " station)"),
    PIN_ONCE("a PIN of its own for each name"),
    NAME_ONCE("each name once, and not technician"),
    KEY_ONCE("a key of its own for each name"),
    CARD("the hash that ./station pin --card prints, or nothing"),
    STAFF_NAME("the name that stands in the journal"),
    FEED("an https address or a file"),
    FEED_KEY("the library's public key (PEM)"),
    FEED_HASHES("blocked-from and hash-key together"),
    HTTPS("an address that begins with https://"),
    FEED_FILE("the path of a file alone, without file:"),
    TLS_OFF("true, or nothing else under tls"),
    TLS_EITHER("an authority or a pinned certificate, not both"),
    TLS_PIN("the SHA-256 of the certificate, 64 hex digits"),
    TLS_PAIR("certificate and key together, each a PEM file"),
    FLEET("host, library, place and station together, or none of them"),
    FLEET_NAME("1 to 40 letters, digits, dots and dashes, without a space"),
    FLEET_LOGIN("tls enabled: a password is never sent unencrypted, except to this machine itself"),
    STAFF_KEY("an Ed25519 public key in Base64, as ./station fleet keys make prints it"),
    OFFERS(""),
    /// Its value is an example.
    PHONE(""),
    /// Its value is the greatest length in characters.
    PAGE(""),
    /// Its values are the lower and the upper bound.
    RANGE(""),
    /// Its values are the lower and the upper bound; 0 is allowed too.
    RANGE_OR_ZERO(""),
    /// Its values are the lower and the upper bound.
    PORT(""),
    ONE_OF(""),
    WHOLE_NUMBER_ONLY("a whole number"),
    NUMBER_ONLY("a number"),
    TRUE_OR_FALSE("true or false"),
    ONE_VALUE("one value in this line; write it in quotes if it begins with { or ["),
    UNKNOWN_KEY(""),
    /// Its value is the dialect.
    LOCATION_NEEDED(""),
    /// Its value is the dialect.
    USER_NEEDED(""),
    NO_DIALECT(""),
    /// Its value is the file.
    NO_FILE(""),
    /// Its value is the file.
    BAD_POLICY(""),
    /// Its value is the file, if known.
    BAD_TLS(""),
    BAD_KEY(""),
    PLACE(""),
    /// Its values are two lengths in millimetres: the resulting one and the least allowed.
    PANEL(""),
    NO_YAML(""),
    /// The fault is in another file than the settings.
    OTHER_FILE(""),
    /// The text files have no sentence for this; the log has the details.
    OTHER(""),
    OPTION_WHOLE_NUMBER(""),
    OPTION_HEX(""),
    OPTION_BYTE(""),
    OPTION_PATTERN(""),
    OPTION_OTHER_THAN(""),
    OPTION_MORE_THAN(""),
    OPTION_LESS_THAN(""),
    OPTION_INPUTS(""),
    OPTION_SCAN_END(""),
    OPTION_NO_SHEET(""),
    OPTION_SHEET_LINE(""),
    OPTION_ADDRESS(""),
    /// Its values are the other device and the line of its address.
    SAME_PORT(""),
    GIVEN_AT_START("it was given on the command line, which overrides the file");

    private final String english;

    Word(String english) {
      this.english = english;
    }
  }

  /// A reason without values, in its usual English.
  public static Reason of(Word word) {
    return new Reason(word, List.of(), List.of(), word.english);
  }

  /// A reason with values and its own English.
  public static Reason of(Word word, String english, String... values) {
    return new Reason(word, List.of(values), List.of(), english);
  }

  /// Makes a reason that only the log explains.
  public static Reason plain(String english) {
    return of(Word.OTHER, english);
  }

  /// Expects a number between two bounds.
  static Reason range(long least, long most) {
    return of(Word.RANGE, least + " to " + most, String.valueOf(least), String.valueOf(most));
  }

  /// Expects a number between two bounds, or 0.
  static Reason rangeOrZero(long least, long most) {
    return of(
        Word.RANGE_OR_ZERO,
        least + " to " + most + ", or 0",
        String.valueOf(least),
        String.valueOf(most));
  }

  /// Returns the same reason with another English text.
  ///
  /// @param words the text, with `{0}`, `{1}` and so on in place of the values
  Reason inWords(String words) {
    String english = words;
    for (int i = 0; i < values.size(); i++) {
      english = english.replace("{" + i + "}", values.get(i));
    }
    return withEnglish(english);
  }

  /// Expects one of these words.
  public static Reason oneOf(List<String> words) {
    return new Reason(Word.ONE_OF, List.of(), words, joined(words, " or "));
  }

  /// Expects some words of a list.
  static Reason someOf(Word word, List<String> words) {
    return of(word, "some of " + joined(words, " and "));
  }

  /// Joins words as in `a, b or c`.
  private static String joined(List<String> all, String last) {
    return all.size() < 2
        ? String.join("", all)
        : String.join(", ", all.subList(0, all.size() - 1)) + last + all.getLast();
  }

  /// Converts a driver's fault in its options.
  public static Reason of(WrongOptionException e) {
    Word word = word(e.rule());
    boolean list =
        Stream.of(Word.ONE_OF, Word.UNKNOWN_KEY, Word.OPTION_NO_SHEET).anyMatch(word::equals);
    return new Reason(
        word,
        list ? List.of() : e.words(),
        list ? e.words() : List.of(),
        String.valueOf(e.getMessage()));
  }

  /// Converts a fault found by a central system's protocol.
  public static Reason of(WrongSettingException wrong) {
    Word word =
        switch (wrong.rule()) {
          case LOCATION_NEEDED -> Word.LOCATION_NEEDED;
          case USER_NEEDED -> Word.USER_NEEDED;
          case OTHER -> Word.OTHER;
        };
    return new Reason(word, wrong.values(), List.of(), wrong.expected());
  }

  /// What an option of a protocol must be, before a value is given.
  public static Reason expected(CentralOption option) {
    return switch (option.form()) {
      case CentralOption.Form.OneOf(List<String> words) -> oneOf(words);
      case CentralOption.Form.WholeNumber(int least, int most) -> range(least, most);
      case CentralOption.Form.TextForm() -> plain("text");
    };
  }

  /// Rejects an unknown key and lists the known ones.
  public static Reason unknownKey(Collection<String> known) {
    List<String> all = known.stream().sorted().toList();
    return new Reason(
        Word.UNKNOWN_KEY,
        List.of(),
        all,
        all.isEmpty() ? "nothing here" : "one of " + String.join(", ", all));
  }

  /// The sentence of the text files with the values.
  public CheckMessage said() {
    return new CheckMessage("why." + word, values);
  }

  /// What a driver's option must be, before a value is given.
  public static CheckMessage expected(DriverOptions.Expected expected) {
    return new CheckMessage("why." + word(expected.rule()), expected.words());
  }

  private static Word word(WrongOptionException.OptionRule rule) {
    return switch (rule) {
      case ONE_OF -> Word.ONE_OF;
      case WHOLE_NUMBER -> Word.OPTION_WHOLE_NUMBER;
      case HEX -> Word.OPTION_HEX;
      case ONE_BYTE -> Word.OPTION_BYTE;
      case PATTERN -> Word.OPTION_PATTERN;
      case UNKNOWN_KEY -> Word.UNKNOWN_KEY;
      case OTHER_THAN -> Word.OPTION_OTHER_THAN;
      case MORE_THAN -> Word.OPTION_MORE_THAN;
      case LESS_THAN -> Word.OPTION_LESS_THAN;
      case INPUTS -> Word.OPTION_INPUTS;
      case SCAN_END -> Word.OPTION_SCAN_END;
      case NO_SHEET -> Word.OPTION_NO_SHEET;
      case SHEET_LINE -> Word.OPTION_SHEET_LINE;
      case ADDRESS_FORM -> Word.OPTION_ADDRESS;
      case OTHER -> Word.OTHER;
    };
  }

  /// @param whole the complete message, as a start prints it
  public SettingRefusal refusal(String file, int line, String key, String whole) {
    return new SettingRefusal(file, line, StationYaml.below(key), said(), oneOf, whole);
  }
}
