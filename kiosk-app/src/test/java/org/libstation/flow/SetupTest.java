package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.CheckBoard;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.PortBoard;
import org.libstation.flow.state.PortBoard.Stand;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupAnswer.LineChange;
import org.libstation.flow.state.SetupAnswer.WriteResult;
import org.libstation.flow.state.SetupBoard;
import org.libstation.flow.state.SetupBoard.Letters;
import org.libstation.flow.state.SetupBoard.View;
import org.libstation.flow.state.SetupSheet;
import org.libstation.flow.state.SetupSheet.Entries;
import org.libstation.flow.state.SetupSheet.FieldKind;
import org.libstation.flow.state.SetupSheet.Group;
import org.libstation.flow.state.SetupSheet.SettingSource;
import org.libstation.flow.state.SetupSheet.SheetField;
import org.libstation.flow.state.StaffLevel;

/// Settings changed by hand.
public final class SetupTest {
  private static final String PORT =
      "/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0";

  static final SetupSheet SHEET =
      new SetupSheet(
          List.of(
              new Group(
                  "pad",
                  true,
                  StaffLevel.TECHNICIAN,
                  List.of(
                      field("devices.pad.model", "feig", 71, "none", "feig"),
                      field("devices.pad.port", "/dev/libstation/pad", 72),
                      field("devices.pad.baud", "38400", 72, "9600", "38400"),
                      field("devices.pad.frame", "8E1", 72, "8N1", "8E1"),
                      field("devices.pad.options.afi.onloan", "C2", 76),
                      field("devices.pad.options.eas", "off", 0, "off", "nxp")),
                  Optional.empty()),
              new Group(
                  "cards",
                  true,
                  StaffLevel.TECHNICIAN,
                  List.of(field("devices.cards.model", "none", 0, "none", "keyscanner")),
                  Optional.empty()),
              new Group(
                  "printer",
                  true,
                  StaffLevel.TECHNICIAN,
                  List.of(field("devices.printer.model", "none", 0, "none", "escpos")),
                  Optional.empty()),
              new Group(
                  "screen",
                  false,
                  StaffLevel.TECHNICIAN,
                  List.of(
                      field("screen.inches", "0", 140).withKind(FieldKind.NUMBER),
                      field("screen.hand", "right", 143, "right", "left")),
                  Optional.empty()),
              new Group(
                  "central",
                  false,
                  StaffLevel.ADMINISTRATOR,
                  List.of(
                      field("central.host", "127.0.0.1", 26),
                      field("central.port", "6001", 0)
                          .with(
                              c ->
                                  c.source(SettingSource.COMMAND_LINE)
                                      .kind(FieldKind.NUMBER)
                                      .expected(
                                          new CheckBoard.CheckMessage(
                                              "setup.effect.central.port", List.of("1", "65535")))),
                      field("central.dialect", "embedded", 30, "embedded", "koha-25", "sierra")),
                  Optional.empty()),
              new Group(
                  "barcodes",
                  false,
                  StaffLevel.ADMINISTRATOR,
                  List.of(field("barcodes.titles", "first", 90, "first", "after-rules")),
                  Optional.of(
                      new Entries(
                          "barcodes.rules",
                          List.of(
                              rule("barcodes.rules.0.", "item", "3\\d{13}", 99),
                              rule("barcodes.rules.1.", "patron", "2\\d{13}", 102)),
                          rule("", "item", "", 0)))),
              new Group(
                  "staff",
                  false,
                  StaffLevel.ADMINISTRATOR,
                  List.of(secret("technician.pin")),
                  Optional.of(
                      new Entries(
                          "technician.named",
                          List.of(member("technician.named.0.", "陳大文", "••••")),
                          member("", "", ""))))),
          Optional.of(OffsetDateTime.parse("2026-11-24T17:58:00+08:00")),
          true);

  private static List<SheetField> rule(String entry, String is, String pattern, int line) {
    return List.of(
        field(entry + "is", is, line, "item", "patron"),
        field(entry + "pattern", pattern, line == 0 ? 0 : line + 1),
        field(entry + "check", "none", 0, "none", "luhn14", "mod43"),
        field(entry + "symbology", "any", 0, "any", "codabar"),
        field(entry + "drop-check", "false", 0, "false", "true"));
  }

  private static List<SheetField> member(String entry, String name, String pin) {
    return List.of(
        field(entry + "name", name, name.isEmpty() ? 0 : 252),
        field(entry + "pin", pin, 253).withKind(FieldKind.SECRET),
        field(entry + "level", "staff", 254, "staff", "technician", "administrator"),
        field(entry + "card", "", 0).withKind(FieldKind.SECRET));
  }

  private static SheetField secret(String key) {
    return field(key, "••••", 245).withKind(FieldKind.SECRET);
  }

  private static final PortBoard.PortLine FOUND =
      new PortBoard.PortLine(
          PORT,
          Stand.FOUND,
          "feig",
          "38400 8E1",
          Map.of("model", "feig", "port", PORT, "baud", "38400", "frame", "8E1"));

  static final PortBoard PORTS =
      PortBoard.of(
          List.of(
              FOUND,
              new PortBoard.PortLine(
                  "/dev/libstation/printer", Stand.FOUND, "escpos", "115200 8N1", Map.of()),
              line("/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0", Stand.NOTHING, ""),
              line("/dev/ttyS0", Stand.SOMETHING, ""),
              line("/dev/ttyUSB4", Stand.SPARED, ""),
              line("/dev/ttyACM0", Stand.NOT_OPENED, "another program has it"),
              line("/dev/ttyACM1", Stand.NOT_ASKED, "")),
          false,
          false,
          Optional.of(new CheckBoard.Reopened(5, 5)));

  private static final List<SetupAnswer.ChangedLine> LINES =
      List.of(
          new SetupAnswer.ChangedLine(LineChange.SAME, 70, "    pad:"),
          new SetupAnswer.ChangedLine(LineChange.SAME, 71, "      model: feig"),
          new SetupAnswer.ChangedLine(
              LineChange.REMOVED,
              72,
              "      address: serial:/dev/libstation/pad?baud=38400&frame=8E1"),
          new SetupAnswer.ChangedLine(
              LineChange.ADDED, 72, "      address: serial:" + PORT + "?baud=38400&frame=8E1"),
          new SetupAnswer.ChangedLine(
              LineChange.SAME, 73, "      # The security values (AFI) the gates know"),
          new SetupAnswer.ChangedLine(LineChange.LEFT_OUT, 0, ""),
          new SetupAnswer.ChangedLine(LineChange.REMOVED, 140, "    inches: 0"),
          new SetupAnswer.ChangedLine(LineChange.ADDED, 140, "    inches: 21.5"));

  private static final SettingRefusal NO =
      new SettingRefusal(
          "station.yaml",
          140,
          "screen.inches",
          new CheckBoard.CheckMessage("why.RANGE_OR_ZERO", List.of("7", "100")),
          List.of(),
          "station.yaml, line 140: station.screen.inches: expected 7 to 100, or 0");

  private static PortBoard.PortLine line(String port, Stand stand, String told) {
    return new PortBoard.PortLine(port, stand, "", told, Map.of("port", port));
  }

  private static SheetField field(String key, String value, int line, String... choices) {
    return new SheetField(
        key,
        value,
        line > 0 ? SettingSource.FILE : SettingSource.PROGRAM,
        line,
        choices.length > 0 ? FieldKind.CHOICE : FieldKind.TEXT,
        List.of(choices),
        Optional.empty());
  }

  /// Boards as they come up, for drawing.
  public static Map<String, SetupBoard> boards() {
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("devices.pad.port", PORT);
    changes.put("screen.inches", "21.5");
    Map<String, SetupBoard> all = new LinkedHashMap<>();
    all.put("setup-reading", SetupBoard.READING);
    all.put("setup", board(Map.of(), View.Groups.unchanged()));
    all.put("setup-changed", board(changes, View.Groups.unchanged()));
    all.put("setup-device", board(changes, new View.SetupGroupView("pad")));
    all.put("setup-central", board(Map.of(), new View.SetupGroupView("central")));
    all.put(
        "setup-typing",
        board(Map.of(), new View.SetupFieldView("pad", "devices.pad.port", PORT, Letters.SMALL)));
    all.put(
        "setup-capitals",
        board(
            Map.of(),
            new View.SetupFieldView("central", "central.host", "SIP.EXAMPLE", Letters.CAPITALS)));
    all.put(
        "setup-number",
        board(Map.of(), new View.SetupFieldView("screen", "screen.inches", "21.5", Letters.SMALL)));
    all.put(
        "setup-choice",
        board(
            Map.of(),
            new View.SetupFieldView("central", "central.dialect", "embedded", Letters.SMALL)));
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("barcodes.rules.0", Entries.OUT);
    entries.put("barcodes.rules.2.is", "patron");
    entries.put("barcodes.rules.2.pattern", "[A-Z]{3}\\d{6}");
    all.put("setup-list", board(Map.of(), new View.SetupGroupView("barcodes")));
    all.put("setup-list-changed", board(entries, new View.SetupGroupView("barcodes")));
    all.put("setup-entry", board(entries, new View.SetupEntryView("barcodes", 2)));
    all.put("setup-entry-out", board(entries, new View.SetupEntryView("barcodes", 0)));
    all.put("setup-staff", board(Map.of(), new View.SetupGroupView("staff")));
    all.put("setup-member", board(Map.of(), new View.SetupEntryView("staff", 0)));
    all.put(
        "setup-signs",
        board(
            entries,
            new View.SetupFieldView(
                "barcodes", "barcodes.rules.2.pattern", "[A-Z]{3}\\d{6}", Letters.SIGNS)));
    all.put(
        "setup-secret",
        board(
            Map.of(),
            new View.SetupFieldView("staff", "technician.pin", "24681357", Letters.SMALL)));
    all.put("setup-ports", board(Map.of(), new View.PortsView("pad", PORTS)));
    all.put(
        "setup-ports-running",
        board(
            Map.of(),
            new View.PortsView(
                "",
                PortBoard.of(
                    List.of(FOUND, line("/dev/ttyUSB1", Stand.WAITING, "")),
                    true,
                    false,
                    Optional.empty()))));
    all.put(
        "setup-ports-code",
        board(
            Map.of(),
            new View.PortsView(
                "scanner",
                new PortBoard(
                    List.of(FOUND, line("/dev/ttyUSB1", Stand.NOTHING, "")),
                    true,
                    false,
                    Optional.empty(),
                    Optional.of("LS-Test-aZ12yQ34")))));
    all.put("setup-trying", board(changes, new View.Trying()));
    all.put(
        "setup-difference",
        board(
            changes,
            new View.SetupDifferenceView(new SetupAnswer.SetupTried(Optional.empty(), LINES))));
    all.put(
        "setup-refused",
        board(
            changes,
            new View.SetupDifferenceView(new SetupAnswer.SetupTried(Optional.of(NO), LINES))));
    all.put(
        "setup-written",
        board(
            Map.of(),
            new View.Groups(
                Optional.of(
                    new SetupAnswer.SetupResult(
                        WriteResult.WRITTEN, Optional.empty(), LINES, Optional.of(SHEET))))));
    all.put(
        "setup-not-done",
        board(
            changes,
            new View.Groups(
                Optional.of(
                    new SetupAnswer.SetupResult(
                        WriteResult.NOT_DONE,
                        Optional.of(SettingRefusal.of("CHANGED_MEANWHILE", "somebody else")),
                        List.of(),
                        Optional.of(SHEET))))));
    return all;
  }

  private static SetupBoard board(Map<String, String> changes, View view) {
    return new SetupBoard(Optional.of(SHEET), changes, view);
  }

  /// What may come of an effect.
  static SetupAnswer answer(Effect.SettingUp effect, Random random) {
    return switch (effect) {
      case Effect.ReadSetup _ -> new SetupAnswer.SetupSheetRead(SHEET);
      case Effect.TrySetup _ ->
          new SetupAnswer.SetupTried(
              random.nextBoolean() ? Optional.empty() : Optional.of(NO), LINES);
      case Effect.WriteSetup _, Effect.PutBackSetup _, Effect.RestartStationEffect _ ->
          new SetupAnswer.SetupResult(
              List.of(WriteResult.values()).get(random.nextInt(3)),
              Optional.of(NO),
              LINES,
              random.nextBoolean() ? Optional.of(SHEET) : Optional.empty());
      case Effect.FindPortsEffect _, Effect.EndPortSearch _ -> new SetupAnswer.PortsAnswer(PORTS);
    };
  }

  /// Any key of these pages.
  static Key key(Random random) {
    return switch (random.nextInt(14)) {
      case 0, 1 -> new Key.OpenSetup();
      case 2 -> new Key.ChooseGroup(random.nextBoolean() ? "pad" : "central");
      case 3 -> new Key.ChooseField(random.nextBoolean() ? "devices.pad.port" : "screen.inches");
      case 4 -> new Key.ChooseValue("8N1");
      case 5 -> new Key.Sign('x');
      case 6 -> new Key.OtherLetters();
      case 7 -> random.nextBoolean() ? new Key.FindPorts() : new Key.StopFinding();
      case 8 -> new Key.TakePort(random.nextInt(9));
      case 9 -> new Key.ShowChanges();
      case 11 -> new Key.ChooseGroup(random.nextBoolean() ? "barcodes" : "staff");
      case 12 -> random.nextBoolean() ? new Key.AddEntry() : new Key.ChooseEntry(random.nextInt(4));
      case 13 ->
          random.nextBoolean()
              ? new Key.TakeEntryOut()
              : new Key.ChooseField("barcodes.rules." + random.nextInt(4) + ".pattern");
      case 10 -> random.nextBoolean() ? new Key.WriteSettings() : new Key.PutBackSettings();
      default -> new Key.RestartStation();
    };
  }

  private static Story entered(StaffLevel level) {
    return Story.usual()
        .press(new Key.Technician())
        .press(new Key.Digit(1))
        .press(new Key.Confirm())
        .tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), level))
        .press(new Key.OpenSetup())
        .tell(new FlowEvent.SetupTold(new SetupAnswer.SetupSheetRead(SHEET)));
  }

  private static SetupBoard board(Story story) {
    return story.state.screen()
            instanceof Screen.Service(ServicePage.Setup(SetupBoard board), var _)
        ? board
        : SetupBoard.READING;
  }

  private static Story told(Story story, SetupAnswer answer) {
    return story.tell(new FlowEvent.SetupTold(answer));
  }

  @Test
  void staff_do_not_get_there_and_a_technician_not_to_the_central_system() {
    Story staff =
        Story.usual()
            .press(new Key.Technician())
            .press(new Key.Digit(1))
            .press(new Key.Confirm())
            .tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), StaffLevel.STAFF))
            .press(new Key.OpenSetup());
    assertThat(staff.state.screen()).isInstanceOf(Screen.Technician.class);
    assertThat(staff.effects).noneMatch(Effect.SettingUp.class::isInstance);
    assertThat(board(entered(StaffLevel.TECHNICIAN).press(new Key.ChooseGroup("central"))).view())
        .isInstanceOf(View.Groups.class);
    assertThat(
            board(entered(StaffLevel.ADMINISTRATOR).press(new Key.ChooseGroup("central"))).view())
        .isEqualTo(new View.SetupGroupView("central"));
  }

  @Test
  void what_is_typed_is_tried_shown_and_only_then_written() {
    Story story =
        entered(StaffLevel.TECHNICIAN)
            .press(new Key.ChooseGroup("screen"))
            .press(new Key.ChooseField("screen.inches"))
            .press(new Key.Erase());
    for (char sign : "21.5".toCharArray()) {
      story.press(new Key.Sign(sign));
    }
    story.press(new Key.Confirm());
    assertThat(board(story).changes()).containsExactly(Map.entry("screen.inches", "21.5"));
    story.press(new Key.WriteSettings());
    assertThat(story.effects).noneMatch(Effect.WriteSetup.class::isInstance);

    story.press(new Key.ShowChanges());
    assertThat(story.effects).contains(new Effect.TrySetup(Map.of("screen.inches", "21.5")));
    told(story, new SetupAnswer.SetupTried(Optional.of(NO), LINES)).press(new Key.WriteSettings());
    assertThat(story.effects).as("refused").noneMatch(Effect.WriteSetup.class::isInstance);

    story.press(new Key.Leave()).press(new Key.ShowChanges());
    told(story, new SetupAnswer.SetupTried(Optional.empty(), LINES)).press(new Key.WriteSettings());
    assertThat(story.effects).contains(new Effect.WriteSetup("Chan"));
    told(
        story,
        new SetupAnswer.SetupResult(
            WriteResult.WRITTEN, Optional.empty(), LINES, Optional.of(SHEET)));
    assertThat(board(story).changes()).isEmpty();
    story.press(new Key.RestartStation());
    assertThat(story.effects).contains(new Effect.RestartStationEffect());
  }

  @Test
  void a_port_that_was_found_is_taken_with_its_speed() {
    Story story =
        entered(StaffLevel.TECHNICIAN).press(new Key.ChooseGroup("pad")).press(new Key.FindPorts());
    assertThat(story.effects).contains(new Effect.FindPortsEffect());
    told(
        story,
        new SetupAnswer.PortsAnswer(PortBoard.of(List.of(FOUND), true, false, Optional.empty())));
    story.press(new Key.TakePort(0));
    assertThat(board(story).changes()).as("while they are asked").isEmpty();
    story.press(new Key.Leave());
    assertThat(story.effects).contains(new Effect.EndPortSearch());
    assertThat(board(story).view()).isInstanceOf(View.PortsView.class);
    told(story, new SetupAnswer.PortsAnswer(PORTS))
        .press(new Key.TakePort(99))
        .press(new Key.TakePort(0));
    assertThat(board(story).changes()).containsExactly(Map.entry("devices.pad.port", PORT));
    assertThat(board(story).view()).isEqualTo(new View.SetupGroupView("pad"));
  }

  @Test
  void a_printer_is_not_taken_for_a_pad_and_a_port_where_nobody_answers_is() {
    Story story =
        entered(StaffLevel.TECHNICIAN).press(new Key.ChooseGroup("pad")).press(new Key.FindPorts());
    told(story, new SetupAnswer.PortsAnswer(PORTS)).press(new Key.TakePort(1));
    assertThat(board(story).changes()).isEmpty();
    assertThat(board(story).view()).isInstanceOf(View.PortsView.class);
    story.press(new Key.TakePort(2));
    assertThat(board(story).changes())
        .containsExactly(Map.entry("devices.pad.port", PORTS.lines().get(2).port()));
  }

  /// What is shown while it is awaited goes with the answer; a stop leaves it as it is.
  @Test
  void a_scanner_that_typed_the_shown_code_is_taken_with_its_layout() {
    String keyboard = "evdev:/dev/input/by-id/usb-Maker_Scanner-event-kbd";
    Map<String, String> settings =
        Map.of("model", "keyscanner", "address", keyboard, "options.layout", "de");
    PortBoard.PortLine typed =
        new PortBoard.PortLine(keyboard, Stand.FOUND, "keyscanner", "layout de", settings);
    Story story =
        entered(StaffLevel.TECHNICIAN)
            .press(new Key.ChooseGroup("cards"))
            .press(new Key.FindPorts());
    PortBoard awaited =
        new PortBoard(List.of(FOUND), true, false, Optional.empty(), Optional.of("LS-Test-aZ12"));
    told(story, new SetupAnswer.PortsAnswer(awaited));
    assertThat(((View.PortsView) board(story).view()).board().code()).contains("LS-Test-aZ12");
    assertThat(awaited.stopped().code()).contains("LS-Test-aZ12");
    told(
            story,
            new SetupAnswer.PortsAnswer(
                PortBoard.of(
                    List.of(FOUND, typed),
                    false,
                    false,
                    Optional.of(new CheckBoard.Reopened(5, 5)))))
        .press(new Key.TakePort(1));
    assertThat(board(story).changes())
        .containsEntry("devices.cards.address", keyboard)
        .containsEntry("devices.cards.model", "keyscanner")
        .containsEntry("devices.cards.options.layout", "de");
  }

  @Test
  void nobody_is_thrown_out_while_the_devices_are_let_go() {
    Story story = entered(StaffLevel.TECHNICIAN).press(new Key.FindPorts());
    story.waitFor(Duration.ofMinutes(10));
    assertThat(board(story).view()).isInstanceOf(View.PortsView.class);
    told(story, new SetupAnswer.PortsAnswer(PORTS)).waitFor(Duration.ofMinutes(10));
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
  }

  @Test
  void going_back_is_one_tap_and_what_was_given_on_the_command_line_cannot_be_changed() {
    Story story = entered(StaffLevel.TECHNICIAN).press(new Key.PutBackSettings());
    assertThat(story.effects).contains(new Effect.PutBackSetup("Chan"));
    Story fixed =
        entered(StaffLevel.ADMINISTRATOR)
            .press(new Key.ChooseGroup("central"))
            .press(new Key.ChooseField("central.port"));
    assertThat(board(fixed).view()).isEqualTo(new View.SetupGroupView("central"));
  }

  @Test
  void whoever_leaves_with_changes_gives_them_up_first() {
    Story story =
        entered(StaffLevel.TECHNICIAN)
            .press(new Key.ChooseGroup("screen"))
            .press(new Key.ChooseField("screen.hand"))
            .press(new Key.ChooseValue("left"))
            .press(new Key.Leave());
    assertThat(board(story).changes()).isNotEmpty();
    story.press(new Key.Leave());
    assertThat(board(story).changes()).isEmpty();
    assertThat(story.state.screen()).isInstanceOf(Screen.Service.class);
    story.press(new Key.Leave());
    assertThat(story.state.screen()).isInstanceOf(Screen.Technician.class);
  }

  private static void type(Story story, String text) {
    text.chars().forEach(sign -> story.press(new Key.Sign((char) sign)));
    story.press(new Key.Confirm());
  }

  @Test
  void an_entry_is_added_another_changed_and_a_third_taken_out() {
    Story story =
        entered(StaffLevel.ADMINISTRATOR)
            .press(new Key.ChooseGroup("barcodes"))
            .press(new Key.AddEntry());
    assertThat(board(story).view()).isEqualTo(new View.SetupEntryView("barcodes", 2));
    story.press(new Key.ChooseField("barcodes.rules.2.pattern"));
    type(story, "LIB-1");
    assertThat(board(story).view())
        .as("back at the entry")
        .isEqualTo(new View.SetupEntryView("barcodes", 2));
    story.press(new Key.ChooseField("barcodes.rules.1.is"));
    assertThat(board(story).view())
        .as("of another entry")
        .isEqualTo(new View.SetupEntryView("barcodes", 2));
    story
        .press(new Key.Leave())
        .press(new Key.ChooseEntry(1))
        .press(new Key.ChooseField("barcodes.rules.1.is"))
        .press(new Key.ChooseValue("item"))
        .press(new Key.Leave())
        .press(new Key.ChooseEntry(0))
        .press(new Key.TakeEntryOut());
    assertThat(board(story).changes())
        .containsEntry("barcodes.rules.2.is", "item")
        .containsEntry("barcodes.rules.2.pattern", "LIB-1")
        .containsEntry("barcodes.rules.1.is", "item")
        .containsEntry("barcodes.rules.0", Entries.OUT);
    assertThat(board(story).count()).as("a new entry is one change").isEqualTo(3);
    story.press(new Key.ChooseEntry(0)).press(new Key.TakeEntryOut());
    assertThat(board(story).changes()).as("kept after all").doesNotContainKey("barcodes.rules.0");
    story.press(new Key.Leave()).press(new Key.ChooseEntry(2)).press(new Key.TakeEntryOut());
    assertThat(board(story).changes().keySet()).containsExactly("barcodes.rules.1.is");
  }

  @Test
  void a_pin_that_is_typed_is_in_no_text_of_a_state_or_an_effect() {
    Story story =
        entered(StaffLevel.ADMINISTRATOR)
            .press(new Key.ChooseGroup("staff"))
            .press(new Key.ChooseField("technician.pin"));
    story.press(new Key.Confirm());
    assertThat(board(story).changes()).as("nothing was typed").isEmpty();
    story.press(new Key.ChooseField("technician.pin"));
    for (char sign : "97531".toCharArray()) {
      story.press(new Key.Sign(sign));
    }
    assertThat(story.state.toString()).doesNotContain("97531");
    story.press(new Key.Confirm());
    assertThat(board(story).changes()).containsEntry("technician.pin", "97531");
    story.press(new Key.Leave()).press(new Key.ShowChanges());
    assertThat(story.effects).contains(new Effect.TrySetup(Map.of("technician.pin", "97531")));
    assertThat(story.state + " " + story.effects).doesNotContain("97531");
  }

  @Test
  void what_a_calibration_measured_is_tried_and_its_difference_shown() {
    CheckBoard measured =
        CheckBoard.EMPTY.with(
            c ->
                c.lines(
                        List.of(
                            new CheckBoard.CheckLine(
                                "bin",
                                CheckBoard.CheckState.GOOD,
                                new CheckBoard.CheckMessage("told.device.quiet", List.of()),
                                List.of())))
                    .running(false)
                    .live(
                        List.of(
                            new CheckBoard.CheckMessage(
                                CheckBoard.CALIBRATED, List.of("790", "160", "mm"))))
                    .reopened(new CheckBoard.Reopened(5, 5)));
    Story story =
        entered(StaffLevel.TECHNICIAN)
            .press(new Key.Leave())
            .press(new Key.OpenChecks())
            .press(new Key.KeepCalibration("bin"));
    assertThat(story.effects)
        .as("nothing is measured")
        .noneMatch(Effect.TrySetup.class::isInstance);
    story
        .tell(new FlowEvent.ChecksMoved(measured))
        .press(new Key.KeepCalibration("pad"))
        .press(new Key.KeepCalibration("bin"));
    assertThat(story.effects)
        .contains(
            new Effect.TrySetup(
                Map.of(
                    "devices.bin.options.empty.mm", "790", "devices.bin.options.full.mm", "160")));
    told(story, new SetupAnswer.SetupSheetRead(SHEET));
    told(story, new SetupAnswer.SetupTried(Optional.empty(), LINES)).press(new Key.WriteSettings());
    assertThat(story.effects).contains(new Effect.WriteSetup("Chan"));
  }
}
