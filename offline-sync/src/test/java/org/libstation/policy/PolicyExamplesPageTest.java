package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The policies that the pages for librarians show can be used as they are.
class PolicyExamplesPageTest {
  private static final Path DOCS = Path.of("../docs/patron-services");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  private static List<String> examples(String page) throws IOException {
    return YAML.matcher(Files.readString(DOCS.resolve(page)))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void the_example_of_a_whole_policy_is_good() throws IOException {
    assertThat(PolicyReader.parse("policy.md", examples("policy.md").getFirst()))
        .isInstanceOf(PolicyReading.PolicyRead.class);
  }

  @Test
  void the_typhoon_can_be_added_to_it() throws IOException {
    String typhoon = examples("closures.md").getFirst();
    String policy =
        examples("policy.md").getFirst().replace("\noffline:", "\n" + typhoon + "\noffline:");
    assertThat(policy).contains("windows:");
    assertThat(PolicyReader.parse("closures.md", policy))
        .isInstanceOf(PolicyReading.PolicyRead.class);
  }
}
