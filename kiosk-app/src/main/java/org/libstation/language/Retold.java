package org.libstation.language;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a journal, a line or a port says in English only, told in the language of who reads it.
///
/// A journal keeps notes for staff in fixed words, and so do the layers below that say why a line
/// or the central system does not answer. Those words lie on disks and in logs and stay; here each
/// phrase of them is found again, and its line in the text files (`retold.` and its name) is put in
/// its place. What is no such phrase stays as it is: a maker's name, a path, a code.
///
/// In a phrase `{t}` is a moment, `{d}` a device by its name in the settings, `{w}` one word, `{n}`
/// a number, `{r}` a word with a digit, `{x}` anything up to what follows. The most specific phrase
/// stands before those within it.
public enum Retold {
  LENT_NOT_RELEASED("lent by the station {t}, not released"),
  LENT_IN_DOUBT("lent while the clock was in doubt: its day and due date may be wrong"),
  HANDED_IN_DOUBT("handed over while the clock was in doubt: choose the earlier day"),
  LENT_HERE("lent here {t}"),
  LENT_HERE_STATUS("lent here, status {w} there"),
  RETURNED_HERE_STATUS("returned here, status {w} there"),
  OLDER_ON_SHELF("from an older journal, and on the shelf now: it may have been brought back"),
  LOAN_REPORTED_AFTER(
      "but its loan was reported after that, and a return cannot count from before its loan: it counts"
          + " from when it was reported"),
  COUNTS_WHEN_REPORTED("but this central system counts a return from when it is reported"),
  PERHAPS_COPY(
      "the last sign of life on this disk was old at the start: whether it was booked since then cannot"
          + " be told"),
  LENT("lent {t}"),
  HANDED_OVER("handed over {t}"),
  NOT_RELEASED("not released {t}: "),
  BOOKED_NOT_RELEASED("booked for the card, not released; "),
  NOT_BOOKED("not booked: "),
  CAME_TO_NOTHING("asked {t}, came to nothing; on loan now, due "),
  ASKED_FOR("{x} asked for {t}"),
  ASKED("asked {t}"),
  PLACED("whether it was placed cannot be told: "),
  TERMINAL("whether the terminal took it cannot be told: "),
  GIVING_BACK("whether the terminal gave it back cannot be told: "),
  NOT_BOOKED_THERE("the central system does not book it"),
  TERMINAL_TOOK_NOTHING("the terminal took nothing: "),
  TERMINAL_TOOK_NO_SUCH("the terminal took no such payment"),
  TERMINAL_TOOK("the terminal took {x}: "),
  TERMINAL_NAMES_NO_SUM("the terminal names no sum: "),
  TERMINAL_GAVE_BACK("the terminal gave back {x}: "),
  TERMINAL_NO_RECEIPT("the terminal told no receipt number"),
  TERMINAL_NOT_GIVEN_BACK("the terminal did not give it back: "),
  TERMINAL_ANOTHER_LAST("its last transaction is another than before"),
  TERMINAL_NO_LAST("the terminal does not tell its last transaction"),
  TERMINAL_NOTES_GONE("the notes beside the terminal are gone"),
  TERMINAL_NOTE_GONE("what was noted beside the terminal is gone"),
  TERMINAL_NOTES_UNREADABLE("the notes beside the terminal cannot be read"),
  TERMINAL_AT_IT("the terminal may still be at what it was asked"),
  TERMINAL_AT_ANOTHER("the terminal is at another payment"),
  TERMINAL_NOT_REGISTERED("the terminal takes no registration"),
  TERMINAL_NO_RESULT("the terminal told an end and no result"),
  TERMINAL_BOTH("the terminal told both a payment and an abort"),
  TERMINAL_BOTH_BACK("the terminal told both a reversal and an abort"),
  TERMINAL_NO_ANSWER("the terminal does not answer"),
  TERMINAL_SILENT("the terminal fell silent"),
  TERMINAL_NO_END("the terminal does not come to an end"),
  TERMINAL_JUNK("what the terminal says is no message of ZVT"),
  TERMINAL_NOT_HEARD("the terminal did not acknowledge a message"),
  TERMINAL_CHECKSUM("the checksum of what the terminal says is wrong again and again"),
  TERMINAL_NOT_REACHED("the terminal cannot be reached"),
  TERMINAL_REMOVED("the station has no terminal any more"),
  TO_BE_GIVEN_BACK("{x} was to be given back"),
  MESSAGE_BROKE_OFF("a message broke off"),
  CUT_SHORT("the station was cut short"),
  BY_CENTRAL("refused by the central system"),
  MONEY_TAKEN("{x} taken {t}"),
  CURRENCY_NUMBER(" in the smallest unit of currency {w}"),
  LIST_UNREADABLE("whether it was booked cannot be told: the loan list is not readable"),
  WHETHER_BOOKED("whether it was booked: "),
  NEVER_ANSWERED("sent several times, never answered"),
  OLDER_JOURNAL("from an older journal: whether it was booked since then cannot be told"),
  JOURNAL_BACK("from a journal brought back: the item moved on before it came"),
  DUE_NOT_MOVED("the due date has not moved"),
  RENEWAL_NOT_SENT("not sent: the station was off, or its disk is an older copy"),
  NOT_ON_LOAN("it was not on loan any more"),
  CARD_NOT_KEPT("the card number is no longer kept"),
  DUE_MOVED("settled {t}, due {x}; due {x} now"),
  OWED("owed {x} before and {x} now"),
  STATUS_DUE("status {w}, due "),
  STATUS("status {w}"),
  NOBODY_SAID("nobody said what it is"),
  FOUND_ON_LOAN("found at the station, on loan to somebody else; not lent"),
  CUT_OFF(" (the station was cut off meanwhile)"),
  CLOCK_DOUBTFUL(" (clock doubtful)"),
  REASON_NOT_KNOWN("refused, reason not known"),

  JOURNAL_MISSING("there is no journal, and a station has run here"),
  JOURNAL_EMPTIED("the journal is empty, and a station has run here"),
  JOURNAL_ANOTHER("another journal lies where this station's should"),
  JOURNAL_OLDER("the journal is older than it was"),
  LAST_SEEN(" (the last that was seen: {x})"),

  LOGIN_REFUSED("the login was refused"),
  CENTRAL_OFF_LINE("the central system says that it is off-line (98)"),
  CENTRAL_HUNG_UP("the central system hung up"),
  OTHER_CERTIFICATE("the far end shows another certificate than the pinned one: "),
  NO_ENCRYPTION("the far end does not agree on encryption in time"),
  ENCRYPTION_HUNG_UP("the far end hung up while encryption was agreed on"),
  BROKE_AT_LOGIN("the connection broke at the login: "),
  BROKE("the connection broke: "),
  CONNECTION_CLOSED("the connection is closed"),
  NO_CONNECTION("no connection: "),
  NO_ANSWER_IN_TIME("no answer in time"),
  NO_ANSWER_TO("no answer to {w}: "),
  STILL_WAITING("another request was still waiting for its answer"),
  REPEATED("asked to repeat (96) too often"),
  NOT_REPEATED("asked to repeat (96), and not sent again without a look"),
  DAMAGED_NOT_KEPT("the answer was damaged, and none is ever kept for a 97"),
  DAMAGED_TWICE("the answer was damaged twice"),
  CONNECTION_REFUSED("Connection refused"),
  CONNECTION_RESET("Connection reset"),
  NO_ROUTE("No route to host"),
  UNREACHABLE("Network is unreachable"),
  CONNECT_TIMED_OUT("Connect timed out"),
  CONNECTION_TIMED_OUT("Connection timed out"),
  BROKEN_PIPE("Broken pipe"),

  NOT_THERE("is not there: is it plugged in and switched on?"),
  NOT_ALLOWED(
      "may not be opened (owner {w}, group {w}, mode {w}): put user {w} into group {w} and start"
          + " the station anew"),
  NOT_ALLOWED_MODE(
      "may not be opened (owner {w}, group {w}, mode {w}): user {w} needs a udev rule that gives it"
          + " GROUP and MODE=\"0660\""),
  NOT_OPENED("could not be opened (error {w})"),
  NOT_REACHED("could not be reached: "),
  NO_MORE_TAKEN("took no more bytes for {w} ms"),
  IN_USE("another program has it"),
  FLOOD("more than {w} bytes came in a second"),
  ELSEWHERE("the {d} answers on the {d}'s port ({w})"),

  // Of the system and of Java.
  PERMISSION("Permission denied"),
  NOT_PERMITTED("Operation not permitted"),
  NO_SPACE("No space left on device"),
  QUOTA("Disk quota exceeded"),
  READ_ONLY("Read-only file system"),
  IO_ERROR("Input/output error"),
  NO_FILE("No such file or directory"),
  NO_DEVICE("No such device"),
  BUSY("Device or resource busy"),
  TOO_MANY_FILES("Too many open files"),
  NO_NAME("Name or service not known"),
  NO_NAME_NOW("Temporary failure in name resolution"),
  HOST_DOWN("Host is unreachable"),
  READ_TIMED_OUT("Read timed out"),
  HANDSHAKE_ENDED("Remote host terminated the handshake"),
  ALERT("Received fatal alert: {w}"),
  NOT_ENCRYPTED("Unsupported or unrecognized SSL message"),
  NOT_TRUSTED(
      "PKIX path building failed: {x}unable to find valid certification path to requested target"),
  NOT_VALID("PKIX path validation failed: {x}validity check failed"),
  OTHER_NAME("No subject alternative {x} found"),
  NOT_YET("not connected yet: "),
  NOT_LOOKED("not looked at yet: "),
  NOT_WRITTEN(" cannot be written: "),
  NOT_DRAWN("this receipt cannot be drawn: "),
  FAR_END_GONE(" is gone"),
  FAR_END_CLOSED(" was closed by the far end"),

  // Of an RFID reader.
  TAG_SILENT("no tag answers"),
  TAG_DISTURBED("the tag's answer was disturbed"),
  TAG_NOT_KEPT("the tag did not keep what was written"),
  TAG_TYPE("a tag of the wrong type"),
  TAG_NO_COMMAND("the tag does not support the command"),
  TAG_UNKNOWN_COMMAND("the tag does not recognise the command"),
  TAG_NO_OPTION("the tag does not support the option"),
  TAG_NO_BLOCK("the tag has no such block"),
  TAG_LOCKED_ALREADY("already locked"),
  TAG_LOCKED("locked, it cannot be changed"),
  TAG_NOT_LOCKED("the tag could not be locked"),
  TAG_ERROR("the tag reports error {w}"),
  READER_ADDRESS("address out of range"),
  READER_KEY("wrong key"),
  READER_ERROR("the reader reports a general error"),
  READER_MEMORY("the reader's own memory is faulty"),
  READER_PARAMETER("a parameter is out of range"),
  READER_COMMAND("the reader does not know the command"),
  READER_LENGTH("the reader finds the length wrong"),
  READER_SCANS("the reader is in scan mode and takes no commands"),
  READER_ANTENNA("the reader's radio part fails: look at the antenna"),
  READER_OVERFLOW("the reader's buffer overflowed"),
  READER_CARD("a card reports an error"),
  READER_HARDWARE("the reader's hardware fails"),
  // A payment terminal's numbers.
  TERMINAL_TRACE(" trace {n}"),
  TERMINAL_NUMBER(" terminal {n}"),
  RECEIPT("receipt {r}"),
  /// Between two phrases.
  APART("; ");

  private static final String KEY = "retold.";
  private static final String MACHINE = KEY + "machine";

  /// Two words of English one after the other.
  private static final Pattern SENTENCE = Pattern.compile("\\b[a-z]{2,}[:,]? [a-z]{2,}\\b");

  private static final String PLACE = "\\{([tdwxnr])}";
  private static final String MOMENT =
      "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::[\\d.]+)?(?:Z|[+-]\\d\\d:\\d\\d))";

  private static final Pattern ANY_MOMENT = Pattern.compile(MOMENT);

  private final Pattern phrase;
  private final String places;

  Retold(String phrase) {
    StringBuilder expression = new StringBuilder();
    StringBuilder kinds = new StringBuilder();
    Matcher place = Pattern.compile(PLACE).matcher(phrase);
    int from = 0;
    while (place.find()) {
      char kind = place.group(1).charAt(0);
      kinds.append(kind);
      expression.append(Pattern.quote(phrase.substring(from, place.start()))).append(place(kind));
      from = place.end();
    }
    this.places = kinds.toString();
    this.phrase = Pattern.compile(expression + Pattern.quote(phrase.substring(from)));
  }

  private static String place(char kind) {
    return switch (kind) {
      case 't' -> MOMENT;
      case 'd' -> "([a-z]+)";
      case 'w' -> "([^\\s;,()]+)";
      case 'n' -> "(\\d+)";
      case 'r' -> "([^\\s;,:]*\\d[^\\s;,:]*)";
      default -> "([^;]+?)";
    };
  }

  /// The same in these words; what is no phrase of these stays.
  public static String in(Words words, String english) {
    String told = english;
    for (Retold one : values()) {
      told =
          one.phrase
              .matcher(told)
              .replaceAll(found -> Matcher.quoteReplacement(one.said(words, found)));
    }
    return told;
  }

  /// The same with each moment as clocks show it there: a journal keeps them as they were written,
  /// by another zone perhaps.
  public static String at(ZoneId zone, String english) {
    return ANY_MOMENT
        .matcher(english)
        .replaceAll(
            found ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    OffsetDateTime.parse(found.group()).atZoneSameInstant(zone)));
  }

  /// The same as evidence: a sentence that is no phrase of these is marked as a machine's own
  /// words.
  public static String evidence(Words words, String english) {
    String told = in(words, english);
    return SENTENCE.matcher(told).find() ? words.say(MACHINE, told) : told;
  }

  private String said(Words words, MatchResult found) {
    Object[] values = new Object[places.length()];
    for (int at = 0; at < values.length; at++) {
      values[at] = value(words, places.charAt(at), found.group(at + 1));
    }
    return words.say(KEY + name(), values);
  }

  private static String value(Words words, char kind, String value) {
    return switch (kind) {
      case 't' -> {
        OffsetDateTime at = OffsetDateTime.parse(value);
        yield words.say(
            KEY + "moment", words.fullDate(at.toLocalDate()), words.time(at.toLocalTime()));
      }
      case 'd' -> words.has("check." + value) ? words.say("check." + value) : value;
      default -> value;
    };
  }
}
