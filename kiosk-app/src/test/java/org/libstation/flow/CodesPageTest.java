package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodesPageTest {
  @ParameterizedTest
  @EnumSource(Code.class)
  void every_code_stands_on_the_page_of_codes(Code code) throws IOException {
    assertThat(Files.readAllLines(Path.of("..", "docs", "codes.md")))
        .contains("| " + code + " | " + code.meaning() + " | " + code.wayOut() + " |");
  }
}
