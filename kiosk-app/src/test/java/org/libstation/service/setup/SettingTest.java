package org.libstation.service.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.SetupSheet.FieldKind;
import org.libstation.flow.state.SetupSheet.Group;
import org.libstation.flow.state.SetupSheet.SheetField;
import org.libstation.flow.state.StaffLevel;
import org.libstation.site.FormGroup;
import org.libstation.site.SettingKey;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.SiteSetting;
import org.libstation.site.SiteSetting.Hidden;
import org.libstation.site.StationSettings;
import org.libstation.site.StrictYaml;
import org.libstation.site.StrictYaml.YamlText;
import org.libstation.site.edit.YamlEdit.Edited;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A setting is described once, by the component of its record: of settings that no site has, the
/// record alone is written here, and they are read, judged, shown, written and hidden.
class SettingTest {
  enum Warmth {
    LUKE_WARM,
    HOT
  }

  record Machine(
      @DefaultValue("2") @SiteSetting(form = FormGroup.SCREEN, least = 1, most = 9) int cups,
      @DefaultValue("hot") @SiteSetting(form = FormGroup.SCREEN) Warmth warmth,
      @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS, form = FormGroup.SCREEN)
          String recipe) {}

  record Guest(String name, @DefaultValue("false") boolean sugar) {}

  record Kitchen(
      @DefaultValue("tea") @SiteSetting(form = FormGroup.STATION) String drink,
      @DefaultValue Machine machine,
      @DefaultValue @SiteSetting(form = FormGroup.PLACES) List<Guest> guests) {}

  private static final String FILE =
      """
      station:
        # What is drunk.
        drink: coffee
        machine:
          warmth: luke-warm
      """;

  private static Kitchen read(String yaml) {
    return StrictYaml.read("station", Kitchen.class, new YamlText("station.yaml", yaml));
  }

  private static List<Group> form(Kitchen kitchen) {
    Map<String, String> values = new HashMap<>();
    SettingsList.walk("", kitchen, values);
    Map<String, SettingsList.SettingLine> lines = new HashMap<>();
    values.forEach(
        (key, value) ->
            lines.put(
                key.substring(1),
                new SettingsList.SettingLine(key.substring(1), value, "", 0, "")));
    return new SettingForm(Kitchen.class, lines, Map.of()).groups();
  }

  @Test
  void it_is_read_and_its_default_holds_where_the_file_is_silent() {
    assertThat(read(FILE))
        .isEqualTo(new Kitchen("coffee", new Machine(2, Warmth.LUKE_WARM, ""), List.of()));
  }

  @Test
  void what_cannot_be_is_refused_with_its_line_and_what_is_right() {
    assertThatThrownBy(() -> read(FILE + "    cups: 12\n"))
        .isInstanceOf(SiteProblem.class)
        .hasMessage("station.yaml, line 6: station.machine.cups: expected 1 to 9");
    assertThatThrownBy(() -> read(FILE.replace("luke-warm", "cold")))
        .hasMessage(
            "station.yaml, line 5: station.machine.warmth is 'cold': expected luke-warm or hot");
    assertThatThrownBy(() -> read(FILE + "    mugs: 1\n"))
        .hasMessage(
            "station.yaml, line 6: station.machine.mugs: unknown key; expected one of cups, recipe,"
                + " warmth");
  }

  @Test
  void the_form_shows_it_in_its_group_with_what_it_may_be() {
    List<Group> groups =
        form(
            read(
                FILE.replace("coffee", "milk") + "  guests:\n    - name: Chan\n      sugar: true"));
    assertThat(groups).extracting(Group::id).containsExactly("station", "screen", "places");
    Group screen = groups.get(1);
    assertThat(screen.level()).isEqualTo(StaffLevel.TECHNICIAN);
    assertThat(screen.fields())
        .extracting(SheetField::key, SheetField::value, SheetField::kind)
        .containsExactly(
            tuple("machine.cups", "2", FieldKind.NUMBER),
            tuple("machine.warmth", "luke-warm", FieldKind.CHOICE),
            tuple("machine.recipe", "", FieldKind.SECRET));
    assertThat(screen.fields().get(1).choices()).containsExactly("luke-warm", "hot");
    assertThat(groups.get(2).entries().orElseThrow().items().getFirst())
        .extracting(SheetField::key, SheetField::value)
        .containsExactly(tuple("guests.0.name", "Chan"), tuple("guests.0.sugar", "true"));
  }

  @Test
  void it_is_written_where_its_record_has_it() {
    SettingEdit edit = new SettingEdit(Kitchen.class);
    assertThat(edit.set(FILE, "machine.cups", "3"))
        .isEqualTo(new Edited.EditedText(FILE + "    cups: 3\n"));
    String without = FILE.replace("coffee", "coffee # black");
    assertThat(edit.set(without, "drink", "12"))
        .isEqualTo(new Edited.EditedText(without.replace("drink: coffee #", "drink: \"12\" #")));
    assertThat(edit.set("station:\n  machine:\n    recipe: x\n", "drink", "tea"))
        .isEqualTo(new Edited.EditedText("station:\n  machine:\n    recipe: x\n  drink: tea\n"));
    assertThat(
            edit.set("station:\n  machine:\n    cups: 1\n    recipe: x\n", "machine.warmth", "hot"))
        .isEqualTo(
            new Edited.EditedText(
                "station:\n  machine:\n    cups: 1\n    warmth: hot\n    recipe: x\n"));
    assertThat(
            edit.entries(
                FILE, SettingKey.lists(Kitchen.class).getFirst(), Map.of("guests.new.name", "Ho")))
        .isEqualTo(new Edited.EditedText(FILE + "  guests:\n    - name: Ho\n"));
  }

  @Test
  void each_setting_of_the_example_is_told_by_its_key_and_line() {
    Site site = Site.open(Path.of("../config"));
    assertThat(SettingsList.of(site))
        .filteredOn(line -> line.key().startsWith("station.devices."))
        .allSatisfy(line -> assertThat(line.key()).isLowerCase())
        .anySatisfy(
            line -> {
              assertThat(line.key()).isEqualTo("station.devices.pad.model");
              assertThat(line.line()).isPositive();
            });
  }

  /// What looks like a setting and is none: names of files, and members of the health file.
  private static final Set<String> OTHERS =
      Set.of(
          "fleet.properties",
          "help.properties",
          "library.properties",
          "fleet.codes",
          "fleet.reached",
          "fleet.trouble.code",
          "fleet.trouble.fault",
          "fleet.trouble.detail");

  /// A setting that is called otherwise is so in all the program, or this fails. A text of the
  /// program counts where it is a full name or begins with one; without the root, where it begins
  /// with a section and is no key of a text.
  @Test
  void each_setting_that_the_program_names_is_one() throws Exception {
    String sections =
        Arrays.stream(StationSettings.class.getRecordComponents())
            .filter(
                it ->
                    it.getType().isRecord()
                        || it.getType() == Map.class
                        || it.getType() == List.class)
            .map(it -> SettingKey.dashed(it.getName()))
            .collect(Collectors.joining("|"));
    Pattern named =
        Pattern.compile(
            "\"(?:station\\.([a-z-]+(?:\\.[a-z-]+)*)|((?:%s)(?:\\.[a-z-]+)+))\\.?(?=[\": ])"
                .formatted(sections));
    Set<String> files = Set.of("yaml", "lock");
    List<String> texts = textKeys();
    List<String> full = new ArrayList<>();
    List<String> below = new ArrayList<>();
    for (Path source : sources(Path.of("src/main/java"))) {
      named
          .matcher(Files.readString(source))
          .results()
          .forEach(
              it ->
                  (it.group(1) == null ? below : full)
                      .add(it.group(1) == null ? it.group(2) : it.group(1)));
    }
    below.removeIf(
        key ->
            OTHERS.contains(key)
                || texts.stream().anyMatch(text -> (text + ".").startsWith(key + ".")));
    assertThat(Stream.concat(full.stream(), below.stream()))
        .filteredOn(key -> !files.contains(key) && !isSetting(StationSettings.class, key))
        .isEmpty();
    assertThat(full).hasSizeGreaterThan(20).contains("screen.lower-edge-mm", "central.options");
    assertThat(below).contains("devices.drop", "fleet.staff-keys.new", "central.options");
  }

  /// What two settings must be beside each other is told by the name of one of them in the record
  /// whose constructor asks for it.
  @Test
  void each_setting_that_a_record_requires_something_of_is_its_own() throws Exception {
    Pattern required = Pattern.compile("public ([A-Z]\\w*) \\{|\\brequire\\(([^;]*);");
    Pattern named = Pattern.compile("\"([a-z-]+(?:\\.(?:\\*|[a-z-]+))*)\"");
    List<String> keys = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Path source : sources(Path.of("src/main/java/org/libstation/site"))) {
      String file = source.getFileName().toString().replace(".java", "");
      String type = file;
      for (MatchResult found : required.matcher(Files.readString(source)).results().toList()) {
        if (found.group(1) != null) {
          type = found.group(1).equals(file) ? file : file + "$" + found.group(1);
          continue;
        }
        for (MatchResult key : named.matcher(found.group(2)).results().toList()) {
          keys.add(key.group(1));
          if (!isSetting(Class.forName("org.libstation.site." + type), key.group(1))) {
            wrong.add(type + ": " + key.group(1));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(keys).hasSizeGreaterThan(20).contains("staff-keys.*.key", "hash-key");
  }

  /// @param key without numbers where any entry of a list is meant
  private static boolean isSetting(Class<?> root, String key) {
    List<String> path = new ArrayList<>();
    String list = "";
    for (String part : key.split("\\.", -1)) {
      if (!list.isEmpty() && !part.matches("\\*|new")) {
        path.add("0");
      }
      path.add(part);
      Optional<SettingKey> found = SettingKey.at(root, path);
      list = found.filter(SettingKey::isList).map(SettingKey::name).filter(part::equals).orElse("");
    }
    return SettingKey.at(root, path).isPresent();
  }

  private static List<String> textKeys() throws IOException {
    List<String> keys = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("../config/texts"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".en.properties")).toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.contains(" = "))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .map(text -> text.replaceFirst("^setup\\.(name|effect)\\.", ""))
            .forEach(keys::add);
      }
    }
    return keys;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(SettingTest::isOfTheStation).toList();
    }
  }

  private static boolean isOfTheStation(Path source) {
    return source.toString().endsWith(".java") && !source.toString().contains("/lab/");
  }

  /// The order of the record and of the example, which is that in which a person would write.
  @Test
  void each_setting_of_a_station_stands_in_the_example_in_the_order_of_its_record()
      throws Exception {
    List<String> example =
        Files.readString(Path.of("../config/station.yaml"))
            .lines()
            .filter(line -> line.matches("  [a-z-]+:.*"))
            .map(line -> line.strip().replaceFirst(":.*", ""))
            .toList();
    assertThat(SettingKey.names(StationSettings.class, List.of())).isEqualTo(example);
    assertThat(
            Stream.of("machine.recipe", "guests.0.name")
                .map(key -> SettingKey.at(Kitchen.class, List.of(key.split("\\."))).orElseThrow())
                .map(SettingKey::hidden))
        .containsExactly(Hidden.ALWAYS, Hidden.NEVER);
  }
}
