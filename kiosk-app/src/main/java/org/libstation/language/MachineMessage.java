package org.libstation.language;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Translates English messages from a device, a connection, the operating system or Java.
///
/// Such a message is text, often one inside another. Each known phrase in it is replaced by its
/// line in the text files (`machine.` and its name). Everything else stays: a maker's name, a path,
/// a code. The station's own messages are not handled here, because they have codes
/// ([org.libstation.circulation.TaskNoteCode], [org.libstation.device.SelfNote]).
///
/// In a phrase `{d}` is a device by its name in the settings, `{w}` one word, and `{x}` any text up
/// to what follows. A specific phrase stands before the phrases that it contains.
public enum MachineMessage {
  TERMINAL_NOTE_GONE("what was noted beside the terminal is gone"),
  TERMINAL_NOTES_UNREADABLE("the notes beside the terminal cannot be read"),
  TERMINAL_NOT_REGISTERED("the terminal takes no registration"),
  TERMINAL_NO_ANSWER("the terminal does not answer"),
  TERMINAL_SILENT("the terminal fell silent"),
  TERMINAL_NO_END("the terminal does not come to an end"),
  TERMINAL_JUNK("what the terminal says is no message of ZVT"),
  TERMINAL_NOT_HEARD("the terminal did not acknowledge a message"),
  TERMINAL_CHECKSUM("the checksum of what the terminal says is wrong again and again"),
  TERMINAL_NOT_REACHED("the terminal cannot be reached"),
  MESSAGE_BROKE_OFF("a message broke off"),

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

  // From the operating system and Java.
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

  // From an RFID reader.
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
  /// Separates two phrases.
  APART("; ");

  private static final String KEY = "machine.";
  private static final String MACHINE = KEY + "own";

  /// Two English words in a row.
  private static final Pattern SENTENCE = Pattern.compile("\\b[a-z]{2,}[:,]? [a-z]{2,}\\b");

  private static final String PLACE = "\\{([dwx])}";
  private final Pattern phrase;
  private final String places;

  MachineMessage(String phrase) {
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
      case 'd' -> "([a-z]+)";
      case 'w' -> "([^\\s;,()]+)";
      default -> "([^;]+?)";
    };
  }

  /// Returns the message with all known phrases translated.
  public static String in(Words words, String english) {
    String told = english;
    for (MachineMessage one : values()) {
      told =
          one.phrase
              .matcher(told)
              .replaceAll(found -> Matcher.quoteReplacement(one.said(words, found)));
    }
    return told;
  }

  /// Returns the translated message as evidence for a technician. If it still has an English
  /// sentence, it is marked as a machine's own words.
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
    return kind == 'd' && words.has("check." + value) ? words.say("check." + value) : value;
  }
}
