package org.libstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libstation.central.CentralProvider;
import org.libstation.central.Centrals;

/// A protocol to central systems is one folder and a line of a service: neither its name nor a code
/// of its messages stands anywhere else in the code.
///
/// Its folder is `central/NAME`, with what is below it; what is typed of it alone stands in
/// `command/NAME`. The laboratory's library is a far end of its own and may know what it speaks.
class ProtocolsTest {
  private static final Path SERVICE =
      MakesTest.TOP.resolve(
          "offline-sync/src/main/resources/META-INF/services/" + CentralProvider.class.getName());

  /// What a protocol's package is called up to its name.
  private static final String ROOM = "org.libstation.central.";

  /// The codes of SIP 2.00's messages, both ways.
  private static final Pattern CODE =
      Pattern.compile(
          "\"(01|09|10|11|12|15|16|17|18|19|20|23|24|25|26|29|30|35|36|37|38"
              + "|6[3-6]|9[346-9])\"");

  /// The names of SIP 2.00's fields.
  private static final Pattern FIELD = Pattern.compile("\"[A-C][A-Z]\"");

  /// What a settings record holds where a site says nothing is a number, not a code.
  private static final Pattern NUMBER = Pattern.compile("(@DefaultValue\\(|defaultValue = )\"");

  /// Why a file may know.
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "/journal/Act.java",
              "the journal's own word for an act, on disks since the first version",
          "/circulation/CirculationStatus.java",
              "codes of a status, in the journal since the first version",
          "/tools/command/ToolCommands.java", "a command has a line there",
          "/command/MissingArchiveCommand.java", "a command that is away has a line there");

  @Test
  void neither_the_name_nor_a_code_of_a_protocol_stands_outside_its_folder() throws IOException {
    List<String> ours = ours();
    List<String> met = new ArrayList<>();
    for (Path file : MakesTest.sources()) {
      String place = file.toString();
      if (place.contains("/lab/") || EXCEPTIONS.keySet().stream().anyMatch(place::endsWith)) {
        continue;
      }
      MakesTest.withoutComments(Files.readString(file))
          .lines()
          .filter(line -> told(ours, place, line))
          .forEach(line -> met.add(MakesTest.TOP.relativize(file) + ": " + line.strip()));
    }
    assertThat(met).isEmpty();
  }

  private static boolean told(List<String> ours, String place, String line) {
    boolean named =
        ours.stream()
            .anyMatch(
                name ->
                    !isAt(place, name)
                        && line.toLowerCase(Locale.ROOT).contains(name)
                        && !line.contains(MakesTest.EXAMPLE));
    boolean coded =
        ours.stream().noneMatch(name -> isAt(place, name))
            && (CODE.matcher(line).find() || FIELD.matcher(line).find())
            && !NUMBER.matcher(line).find();
    return named || coded;
  }

  private static boolean isAt(String place, String name) {
    return Stream.of("central", "command", "tools")
        .anyMatch(room -> place.contains("/" + room + "/" + name + "/"));
  }

  /// Those of the program, not of a test.
  private static List<String> ours() throws IOException {
    return Files.readAllLines(SERVICE).stream()
        .map(line -> line.substring(ROOM.length(), line.indexOf('.', ROOM.length())))
        .toList();
  }

  @Test
  void a_provider_stands_in_the_folder_of_its_protocol_and_one_is_usual() throws IOException {
    assertThat(Centrals.all().stream().filter(CentralProvider::usual)).hasSize(1);
    assertThat(ours()).isNotEmpty().contains(Centrals.usual().protocol());
    assertThat(Centrals.all())
        .allSatisfy(
            each ->
                assertThat(each.getClass().getPackageName() + ".")
                    .startsWith(ROOM + each.protocol() + "."));
  }

  @Test
  void what_the_rule_looks_for_is_found() throws IOException {
    List<String> ours = ours();
    assertThat(told(ours, "x/sync/Desk.java", "send(\"11\")")).isTrue();
    assertThat(told(ours, "x/central/sip2/Any.java", "send(\"11\")")).isFalse();
    assertThat(told(ours, "x/command/probe/ProbeCommand.java", "paramLabel = \"AA\")")).isTrue();
    assertThat(told(ours, "x/log/Traces.java", "String wire = \"Sip2\";")).isTrue();
    assertThat(told(ours, "x/site/Settings.java", "@DefaultValue(\"30\") int seconds,")).isFalse();
  }
}
