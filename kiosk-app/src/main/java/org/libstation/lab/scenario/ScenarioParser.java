package org.libstation.lab.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.lab.scenario.Action.Expectation;
import org.libstation.lab.scenario.Action.PaperState;
import org.libstation.lab.scenario.Action.RowState;
import org.libstation.station.driven.ScenarioProblem;

/// Reads the scenario language of `docs/developer/scenarios.md`: one step on each line; `#` begins
/// a remark.
public final class ScenarioParser {

  /// How long an expectation without a time waits.
  public static final Duration DEFAULT_WAIT = Duration.ofSeconds(15);

  private final String name;

  /// @param name the file's name, for messages
  public ScenarioParser(String name) {
    this.name = name;
  }

  /// Reads all steps.
  ///
  /// @throws ScenarioProblem with file, line, the text there and what was expected, for all wrong
  ///   lines at once
  public List<ScenarioStep> parse(String text) throws ScenarioProblem {
    List<ScenarioStep> steps = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String step = withoutRemark(line).strip();
      if (step.isEmpty()) {
        continue;
      }
      try {
        steps.add(new ScenarioStep(number, step, action(words(step))));
      } catch (UnreadableLine unreadable) {
        problems.add(
            name + ", line " + number + ": '" + step + "': expected " + unreadable.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new ScenarioProblem(String.join(System.lineSeparator(), problems));
    }
    return List.copyOf(steps);
  }

  private static Action action(List<String> words) throws UnreadableLine {
    List<String> rest = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "scan" -> new Action.ScanAction(one(rest, "scan CODE"));
      case "place" -> new Action.PlaceItems(some(rest, "place ITEM [ITEM …]"));
      case "lift" ->
          new Action.Lift(
              rest.equals(List.of("all")) ? List.of() : some(rest, "lift ITEM … or lift all"));
      case "card" -> card(one(rest, "card CODE or card taken"));
      case "drop" -> new Action.DropAction(one(rest, "drop ITEM"));
      case "at-drop" -> new Action.AtDrop(deed(rest));
      case "hold-in" -> new Action.HoldIn(one(rest, "hold-in ITEM"));
      case "slot-in" -> new Action.DropSlotAction(some(rest, "slot-in ITEM …"), true);
      case "slot-out" -> new Action.DropSlotAction(some(rest, "slot-out ITEM …"), false);
      case "row" -> new Action.BeginTableRow(one(rest, "row ID, such as row 04"));
      case "wait" -> new Action.WaitAction(seconds(one(rest, "wait SECONDS")));
      case "fill" -> new Action.Fill(number(one(rest, "fill PERCENT")));
      case "setting" -> setting(rest);
      case "deaf" -> new Action.Deaf(one(rest, "deaf ITEM"), true);
      case "hearing" -> new Action.Deaf(one(rest, "hearing ITEM"), false);
      case "press" -> press(rest);
      case "pin" -> new Action.TypePin(digits(one(rest, "pin DIGITS"), 12));
      case "type" -> new Action.TypeDigits(digits(one(rest, "type DIGITS"), 20));
      case "cable" -> new Action.Cable(in(rest, "cable in or cable out"));
      case "library" -> new Action.LibraryFault(String.join(" ", some(rest, "library COMMAND")));
      case "paper" -> new Action.Paper(paper(rest));
      case "plug" -> new Action.Plug(one(rest, "plug DEVICE"), true);
      case "unplug" -> new Action.Plug(one(rest, "unplug DEVICE"), false);
      case "fault" -> fault(rest);
      case "heal" -> new Action.Heal(one(rest, "heal DEVICE"));
      case "power" -> power(rest);
      case "time" -> new Action.TimeIs(moment(one(rest, "time MOMENT")));
      case "expect" -> expect(rest);
      default ->
          throw new UnreadableLine(
              "one of scan, place, lift, card, drop, at-drop, hold-in, slot-in, slot-out, row,"
                  + " fill, setting, deaf, hearing, press, pin, type, wait, cable, library, paper,"
                  + " plug, unplug, fault, heal, power, time, expect");
    };
  }

  private static Action card(String word) {
    return new Action.CardLaid(word.equals("taken") ? Optional.empty() : Optional.of(word));
  }

  private static Action.AtDrop.DropDeed deed(List<String> rest) throws UnreadableLine {
    String word = String.join(" ", rest);
    for (Action.AtDrop.DropDeed deed : Action.AtDrop.DropDeed.values()) {
      if (word.equals(word(deed))) {
        return deed;
      }
    }
    throw new UnreadableLine(
        "at-drop and one of "
            + Arrays.stream(Action.AtDrop.DropDeed.values())
                .map(ScenarioParser::word)
                .collect(Collectors.joining(", ")));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Action setting(List<String> rest) throws UnreadableLine {
    if (rest.size() != 2) {
      throw new UnreadableLine("setting KEY VALUE, such as setting station.role book-drop");
    }
    return new Action.SettingAction(rest.getFirst(), rest.get(1));
  }

  private static Action press(List<String> rest) throws UnreadableLine {
    if (rest.isEmpty() || rest.size() > 2) {
      throw new UnreadableLine("press KEY [ARGUMENT]");
    }
    return new Action.Press(
        rest.getFirst(), rest.size() == 2 ? Optional.of(rest.get(1)) : Optional.empty());
  }

  private static Action fault(List<String> rest) throws UnreadableLine {
    if (rest.size() < 2) {
      throw new UnreadableLine("fault DEVICE FAULT [ARGUMENT …]");
    }
    return new Action.FaultAction(rest.getFirst(), rest.get(1), rest.subList(2, rest.size()));
  }

  private static Action power(List<String> rest) throws UnreadableLine {
    if (rest.equals(List.of("on"))) {
      return new Action.PowerOn();
    }
    if (rest.equals(List.of("cut"))) {
      return new Action.PowerCut(Optional.empty());
    }
    if (rest.size() == 4 && rest.subList(0, 2).equals(List.of("cut", "when"))) {
      return new Action.PowerCut(Optional.of(new RowState(rest.get(2), rest.get(3))));
    }
    throw new UnreadableLine("power cut, power cut when ITEM STATE, or power on");
  }

  private static Action expect(List<String> rest) throws UnreadableLine {
    Duration within = DEFAULT_WAIT;
    List<String> words = rest;
    int at = rest.indexOf("within");
    if (at > 0 && at == rest.size() - 2) {
      within = seconds(rest.get(at + 1));
      words = rest.subList(0, at);
    }
    return new Action.Expect(expectation(words), within);
  }

  private static Expectation expectation(List<String> words) throws UnreadableLine {
    String forms =
        "expect screen NAME | row ITEM STATE [CODE] | language TAG | speech on|off | link"
            + " online|silent | device NAME STATE | tags N | code CODE | payment STATE | owed SUM |"
            + " receipt \"TEXT\" | open N | staff N | loan ITEM CARD|nobody | books agree | bin"
            + " PERCENT | lamp steady|quick|slow|off | written \"WORDS\", each with 'within"
            + " SECONDS' if need be";
    if (words.isEmpty()) {
      throw new UnreadableLine(forms);
    }
    List<String> rest = words.subList(1, words.size());
    return switch (words.getFirst() + rest.size()) {
      case "screen1" -> new Expectation.ScreenIs(rest.getFirst());
      case "row2" ->
          new Expectation.RowIs(new RowState(rest.getFirst(), rest.get(1)), Optional.empty());
      case "row3" ->
          new Expectation.RowIs(
              new RowState(rest.getFirst(), rest.get(1)), Optional.of(rest.get(2)));
      case "speech1" -> new Expectation.SpeechIs(oneOf(rest.getFirst(), "on", "off"));
      case "language1" -> new Expectation.LanguageIs(rest.getFirst());
      case "device2" -> new Expectation.DeviceIs(rest.getFirst(), rest.get(1));
      case "link1" -> new Expectation.LinkIs(oneOf(rest.getFirst(), "online", "silent"));
      case "tags1" -> new Expectation.TagsAre(number(rest.getFirst()));
      case "code1" -> new Expectation.CodeIs(rest.getFirst());
      case "payment1" -> new Expectation.PaymentIs(rest.getFirst());
      case "owed2" -> new Expectation.OwedIs(String.join(" ", rest));
      case "receipt1" -> new Expectation.ReceiptContains(rest.getFirst());
      case "open1" -> new Expectation.JournalOpen(number(rest.getFirst()));
      case "staff1" -> new Expectation.StaffLines(number(rest.getFirst()));
      case "loan2" ->
          new Expectation.OnLoanTo(
              rest.getFirst(),
              rest.get(1).equals("nobody") ? Optional.empty() : Optional.of(rest.get(1)));
      case "bin1" -> new Expectation.BinIs(number(rest.getFirst()));
      case "lamp1" -> new Expectation.LampIs(lamp(rest.getFirst()));
      case "written1" -> new Expectation.WrittenIs(rest.getFirst());
      case "books1" -> {
        oneOf(rest.getFirst(), "agree", "agree");
        yield new Expectation.BooksAgree();
      }
      default -> throw new UnreadableLine(forms);
    };
  }

  private static Action.ExpectedLamp lamp(String said) throws UnreadableLine {
    for (Action.ExpectedLamp pattern : Action.ExpectedLamp.values()) {
      if (said.equals(word(pattern))) {
        return pattern;
      }
    }
    throw new UnreadableLine("lamp steady, quick, slow or off");
  }

  private static PaperState paper(List<String> rest) throws UnreadableLine {
    return switch (String.join(" ", rest)) {
      case "out" -> PaperState.OUT;
      case "near-end" -> PaperState.NEAR_END;
      case "in" -> PaperState.IN;
      default -> throw new UnreadableLine("paper out, paper near-end or paper in");
    };
  }

  private static boolean in(List<String> rest, String form) throws UnreadableLine {
    return switch (String.join(" ", rest)) {
      case "in" -> true;
      case "out" -> false;
      default -> throw new UnreadableLine(form);
    };
  }

  private static boolean oneOf(String word, String yes, String no) throws UnreadableLine {
    if (word.equals(yes)) {
      return true;
    }
    if (word.equals(no)) {
      return false;
    }
    throw new UnreadableLine(yes + " or " + no);
  }

  private static String one(List<String> rest, String form) throws UnreadableLine {
    if (rest.size() != 1) {
      throw new UnreadableLine(form);
    }
    return rest.getFirst();
  }

  private static List<String> some(List<String> rest, String form) throws UnreadableLine {
    if (rest.isEmpty()) {
      throw new UnreadableLine(form);
    }
    return List.copyOf(rest);
  }

  private static String digits(String word, int most) throws UnreadableLine {
    if (!word.matches("\\d{1," + most + "}")) {
      throw new UnreadableLine("1 to " + most + " digits");
    }
    return word;
  }

  private static OffsetDateTime moment(String word) throws UnreadableLine {
    try {
      return OffsetDateTime.parse(word);
    } catch (DateTimeException _) {
      throw new UnreadableLine("a moment such as 2020-07-10T12:00+08:00");
    }
  }

  private static int number(String word) throws UnreadableLine {
    if (!word.matches("\\d{1,6}")) {
      throw new UnreadableLine("a number");
    }
    return Integer.parseInt(word);
  }

  private static Duration seconds(String word) throws UnreadableLine {
    return Duration.ofSeconds(number(word));
  }

  /// Splits a step into words; a quoted text is one word.
  private static List<String> words(String step) throws UnreadableLine {
    List<String> words = new ArrayList<>();
    String[] parts = step.split("\"", -1);
    if (parts.length % 2 == 0) {
      throw new UnreadableLine("a closing quotation mark");
    }
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1) {
        words.add(parts[i]);
      } else {
        words.addAll(
            Arrays.stream(parts[i].strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList()));
      }
    }
    return words;
  }

  /// Removes a remark, which begins at a `#` outside quotation marks.
  private static String withoutRemark(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '#' && !quoted) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  private static final class UnreadableLine extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableLine(String expected) {
      super(expected);
    }
  }
}
