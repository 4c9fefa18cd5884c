package org.libstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libstation.device.driver.Drivers;

/// A make of device is one folder and a line of a service: its name stands nowhere else in the
/// code.
///
/// Comments and examples of command lines are documentation, and may name a make.
class MakesTest {
  static final Path TOP = Path.of("..");
  private static final List<String> MODULES =
      List.of("device-drivers", "offline-sync", "kiosk-app");
  private static final String DRIVERS = "org.libstation.device.driver.DriverProvider";
  private static final String TWINS = "org.libstation.lab.twin.TwinProvider";

  /// What a make's package is called up to its name.
  private static final String ROOM = "org.libstation.device.";

  /// An example in the help of a command.
  static final String EXAMPLE = "./station ";

  /// Measures of one protocol: each says in one constant whose.
  private static final Set<String> MEASURED =
      Set.of("PrinterTrial.java", "DropTrial.java", "ScannerTrial.java");

  private static final Pattern CONSTANT =
      Pattern.compile(" *private static final string (reader_|bin_)?make = .*");

  @Test
  void a_makes_name_stands_in_its_own_folder_only() throws IOException {
    List<String> met = new ArrayList<>();
    for (Path file : sources()) {
      String code = withoutComments(Files.readString(file)).toLowerCase(Locale.ROOT);
      for (String make : makes()) {
        if (code.contains(make) && !file.toString().contains("/device/" + make + "/")) {
          code.lines()
              .filter(line -> line.contains(make) && !isDocumentation(file, line))
              .forEach(line -> met.add(TOP.relativize(file) + ": " + line.strip()));
        }
      }
    }
    assertThat(met).isEmpty();
  }

  @Test
  void a_makes_model_is_the_name_of_its_folder() throws IOException {
    List<String> models = new ArrayList<>();
    Drivers.models().forEach(models::add);
    assertThat(models).containsAll(makes());
    assertThat(makes()).as("the rule looks for something").hasSizeGreaterThan(4);
  }

  /// Whoever opens the cabinet sees what goes where.
  @Test
  void a_makes_page_has_its_wiring_as_a_picture() throws IOException {
    for (String make : makes()) {
      Path page =
          TOP.resolve("device-drivers/src/main/java/org/libstation/device/" + make + "/README.md");
      String text = Files.readString(page);
      assertThat(text).as(make).contains("**Wiring.**", "\n```\n ┌─");
      List<String> lines = text.lines().toList();
      for (int at = 0; at < lines.size(); at++) {
        for (int x = 0; x < lines.get(at).length(); x++) {
          if ("┌┐".indexOf(lines.get(at).charAt(x)) >= 0) {
            assertThat(lines.get(at + 1)).as(make + ": its boxes are whole").hasSizeGreaterThan(x);
            assertThat("│├┤").contains(lines.get(at + 1).substring(x, x + 1));
          }
        }
      }
    }
  }

  @Test
  void a_twin_stands_in_the_folder_of_its_make() throws IOException {
    assertThat(lines(TWINS))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              String make = line.substring(ROOM.length(), line.indexOf('.', ROOM.length()));
              assertThat(makes()).contains(make);
              assertThat(line).startsWith(ROOM + make + ".lab.");
            });
  }

  @Test
  void a_name_in_a_comment_is_none_and_one_in_a_string_is() {
    assertThat(withoutComments("a /* feig */ b // feig\nc")).doesNotContain("feig").contains("c");
    assertThat(withoutComments("case \"feig\" -> 4; // \" it is"))
        .contains("feig")
        .doesNotContain("it is");
    assertThat(withoutComments("\"a // feig\" + '\"' + \"\\\"feig\" // x")).contains("// feig");
  }

  private static boolean isDocumentation(Path file, String line) {
    boolean measure =
        MEASURED.contains(String.valueOf(file.getFileName())) && CONSTANT.matcher(line).matches();
    return measure || line.contains(EXAMPLE);
  }

  private static Set<String> makes() throws IOException {
    Set<String> makes = new TreeSet<>();
    for (String line : lines(DRIVERS)) {
      makes.add(line.substring(ROOM.length(), line.indexOf('.', ROOM.length())));
    }
    return makes;
  }

  private static List<String> lines(String service) throws IOException {
    Path file = TOP.resolve("device-drivers/src/main/resources/META-INF/services/" + service);
    return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
  }

  static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(TOP.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
      }
    }
    assertThat(all).as("the rule reads something").hasSizeGreaterThan(500);
    return all;
  }

  /// The code with its strings, and without what is said about it.
  static String withoutComments(String source) {
    StringBuilder code = new StringBuilder();
    char quote = 0;
    for (int at = 0; at < source.length(); at++) {
      char sign = source.charAt(at);
      if (quote != 0) {
        code.append(sign);
        if (sign == '\\') {
          code.append(source.charAt(++at));
        } else if (sign == quote) {
          quote = 0;
        }
      } else if (source.startsWith("//", at)) {
        at = end(source, "\n", at) - 1;
      } else if (source.startsWith("/*", at)) {
        at = end(source, "*/", at) + 1;
      } else {
        quote = sign == '"' || sign == '\'' ? sign : 0;
        code.append(sign);
      }
    }
    return code.toString();
  }

  private static int end(String source, String mark, int from) {
    int at = source.indexOf(mark, from);
    return at < 0 ? source.length() : at;
  }
}
