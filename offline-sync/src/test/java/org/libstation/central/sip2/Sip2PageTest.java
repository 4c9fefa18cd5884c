package org.libstation.central.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `docs/administrator/sip2-input.md` promises about odd input is tested: each line of its
/// table names a test.
final class Sip2PageTest {

  private static final Path PAGE = Path.of("..", "docs", "administrator", "sip2-input.md");
  private static final Pattern TEST = Pattern.compile("`(Sip2\\w+Test)\\.(\\w+)`");

  static Stream<String> lines() throws IOException {
    return Files.readString(PAGE)
        .lines()
        .filter(line -> line.startsWith("| "))
        .filter(line -> !line.startsWith("| input") && !line.startsWith("| ---"))
        .filter(line -> !line.startsWith("| **"));
  }

  @Test
  void the_table_is_there() throws IOException {
    assertThat(lines()).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void each_line_names_a_test_that_exists(String line) throws ClassNotFoundException {
    Matcher named = TEST.matcher(line);
    assertThat(named.find()).as(line).isTrue();
    Class<?> type = Class.forName(getClass().getPackageName() + "." + named.group(1));
    List<String> tests =
        Arrays.stream(type.getDeclaredMethods())
            .filter(
                method ->
                    method.isAnnotationPresent(Test.class)
                        || method.isAnnotationPresent(ParameterizedTest.class))
            .map(java.lang.reflect.Method::getName)
            .toList();

    assertThat(tests).contains(named.group(2));
  }
}
