package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.policy.document.Json;

/// The published schema, by a validator that is not ours.
class PolicySchemaTest {
  private static final Path EXAMPLE = Path.of("../config/policy/hkpl-example.yaml");

  private static List<String> errors(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("../docs/patron-services/policy.schema.json")),
                InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String wire(String yaml) {
    return switch (PolicyReader.parse("x.yaml", yaml)) {
      case PolicyReading.PolicyRead(var bundle) -> Json.of(bundle.document());
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../config/policy/hkpl-example.yaml",
        "../config/policy/examples/none.yaml",
        "../config/policy/examples/daily.yaml",
        "../config/policy/examples/staged.yaml",
        "../config/policy/examples/weekly.yaml",
        "../config/policy/examples/suspension.yaml",
        "src/main/resources/org/libstation/lab/embedded/library.yaml"
      })
  void the_policies_that_come_with_the_program_fit(String file) throws IOException {
    assertThat(errors(wire(Files.readString(Path.of(file))))).isEmpty();
  }

  @Test
  void what_the_reader_knows_of_a_class_the_schema_knows_too() throws IOException {
    String adult =
        """
          adult:
            - profile: evergreen
              loan: {period: 2 hours, renewals: 5, dueDate: same-weekday, \
        dayEnds: '23:59:59', pushedTo: '10:00'}
              fine:
                rate: 1.50
                interval: 1 hour
                counts: minutes
                chargeAt: end
                grace: {length: none, mode: deduct, extension: open-days-only, \
        trailingClosed: true}
                closedTime: charged
                galeDays: charged
                freeDays: 1
                onRenewal: forgiven
                maximum: {amount: 30.00, percentOfPrice: 50, itemPrice: true, \
        truncate: false}
                roundTo: 0.10
                forgivenBelow: 0.50
                suspension: none
                stages:
                  - {after: 7 days, fee: 2.00, blocks: false}
                  - {after: 3 weeks, partWeek: charged, days: open, fee: 5.00, mode: replacing, \
        per: letter, postage: 0.85, blocks: true, times: 3}
                recall: {rate: 3.00, interval: 2 hours, maximum: none, grace: kept}
                readers:
                  - {patrons: [adult], places: [central], media: ['001'], rate: none}
                  - {patrons: all, media: ['006'], rate: 0.50, maximum: {amount: 5.00}, freeDays: 2, stages: none}
                  - {patrons: all, media: ['007'], counts: dates, interval: 1 day, \
        recall: {interval: 1 day}, suspension: {days: 2, every: 3 days, partPeriod: free, \
        maximum: 30 days, runs: open-days, cumulative: true}}
              lost: {percentOnTop: 20, processing: 5.00, withFine: false, after: 60 days, \
        back: {within: 30 days, charge: less-processing}}
              calendarOf: return-place
              backdate: {recalculates: false, takesDueTime: true}
          children:\
        """;
    String all =
        Files.readString(EXAMPLE)
            .replaceFirst("(?s)  adult:\n    - profile: hkpl\n.*?  children:", adult)
            .replace("loanClass: adult", "loanClass: children")
            .replace(
                "owedAtMost: none",
                "owedAtMost: none\n    visitAtMost: 20.00\n    central: [A, 17]\n    cards: '29*'");
    all = all.replaceFirst("fines: stopped", "percentOfFine: 50, fines: stopped");
    assertThat(errors(wire(all))).isEmpty();
    String none =
        all.replaceFirst("(?s)fine:\n    rate: 0.50\n.*?\n    source", "fine: none\n    source");
    assertThat(errors(wire(none))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"kind\":\"library\"', '\"kind\":\"shop\"'",
    "'\"rate\":\"1.50\"', '\"rate\":\"much\"'",
    "'\"period\":\"14 days\"', '\"period\":\"a fortnight\"'",
    "'\"itemsPerCard\":5', '\"itemsPerCard\":-5'",
    "'\"mode\":\"all\"', '\"mode\":\"all\",\"modus\":\"all\"'",
    "'\"announcedAt\":\"2020-01-28T20:00+08:00\",', ''",
    "'\"fines\":\"stopped\"', '\"fines\":\"off\"'",
    "'\"format\":\"libstation-policy/1\"', '\"format\":\"libstation-policy/2\"'",
  })
  void what_the_reader_refuses_the_schema_refuses(String from, String to) throws IOException {
    String good = wire(Files.readString(EXAMPLE));
    String bad = good.replaceFirst(Pattern.quote(from), to);
    assertThat(bad).isNotEqualTo(good);
    assertThat(errors(bad)).isNotEmpty();
    assertThat(PolicyReader.parse("x.json", bad)).isInstanceOf(PolicyReading.Faulty.class);
  }
}
