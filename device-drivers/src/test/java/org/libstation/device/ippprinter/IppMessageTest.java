package org.libstation.device.ippprinter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.libstation.device.ippprinter.IppMessage.IppValue;
import org.libstation.testkit.Mutations;

class IppMessageTest {
  /// RFC 8010, appendix A.1 (Print-Job request) in its shape: two groups, a named value and more of
  /// it, the document behind the end.
  @Test
  void a_request_has_the_bytes_of_the_standards_example() {
    Map<String, List<IppValue>> operation = new LinkedHashMap<>();
    operation.put("attributes-charset", List.of(IppValue.of(IppMessage.CHARSET, "utf-8")));
    operation.put(
        "attributes-natural-language", List.of(IppValue.of(IppMessage.LANGUAGE, "en-us")));
    operation.put(
        "printer-uri",
        List.of(IppValue.of(IppMessage.URI, "ipp://printer.example.com/ipp/print/pinetree")));
    operation.put("job-name", List.of(IppValue.of(IppMessage.NAME, "foobar")));
    Map<String, List<IppValue>> job = new LinkedHashMap<>();
    job.put("copies", List.of(IppValue.of(IppMessage.INTEGER, 20)));
    IppMessage message =
        new IppMessage(
            IppMessage.PRINT_JOB,
            1,
            List.of(
                new IppMessage.AttributeGroup(IppMessage.OPERATION_GROUP, operation),
                new IppMessage.AttributeGroup(IppMessage.JOB_GROUP, job)));
    String hex = HexFormat.of().withUpperCase().formatHex(message.encode(new byte[] {0x25, 0x21}));
    assertThat(hex)
        .startsWith(
            "01010002" + "00000001" + "01" + "470012" + ascii("attributes-charset") + "0005")
        .contains("45000B" + ascii("printer-uri") + "002C" + ascii("ipp://printer.example.com/"))
        .contains("420008" + ascii("job-name") + "0006" + ascii("foobar"))
        .endsWith("02" + "210006" + ascii("copies") + "000400000014" + "03" + "2521");
  }

  /// RFC 8010, appendix A.2 (Print-Job response, successful).
  @Test
  void an_answer_of_the_standards_example_is_read() {
    String answer =
        "01010000"
            + "00000001"
            + "01"
            + "470012"
            + ascii("attributes-charset")
            + "0005"
            + ascii("utf-8")
            + "48001B"
            + ascii("attributes-natural-language")
            + "0005"
            + ascii("en-us")
            + "41000E"
            + ascii("status-message")
            + "000D"
            + ascii("successful-ok")
            + "02"
            + "210006"
            + ascii("job-id")
            + "0004"
            + "00000093"
            + "450007"
            + ascii("job-uri")
            + "0030"
            + ascii("ipp://printer.example.com/ipp/print/pinetree/147")
            + "230009"
            + ascii("job-state")
            + "0004"
            + "00000003"
            + "03";
    IppMessage message = IppMessage.decode(HexFormat.of().parseHex(answer)).orElseThrow();
    assertThat(message.successful()).isTrue();
    IppMessage.AttributeGroup job = message.group(IppMessage.JOB_GROUP).orElseThrow();
    assertThat(job.number("job-id", 0)).isEqualTo(147);
    assertThat(job.number("job-state", 0)).isEqualTo(3);
  }

  @Test
  void what_ends_in_its_middle_is_no_message() {
    byte[] whole = sample();
    for (int length = 0; length < whole.length; length++) {
      assertThat(IppMessage.decode(Arrays.copyOf(whole, length))).as("%d bytes", length).isEmpty();
    }
    assertThat(IppMessage.decode(whole)).isPresent();
  }

  @Test
  void damaged_answers_are_refused_or_read() {
    Mutations.feed(
        List.of(sample()),
        11,
        5_000,
        bytes ->
            IppMessage.decode(bytes)
                .flatMap(message -> message.group(IppMessage.PRINTER_GROUP))
                .map(IppPrinterState::of)
                .ifPresent(state -> assertThat(state.name()).hasSizeLessThan(100)));
  }

  private static byte[] sample() {
    Map<String, List<IppValue>> printer = new LinkedHashMap<>();
    printer.put("printer-state", List.of(IppValue.of(IppMessage.ENUM, 5)));
    printer.put(
        "printer-state-reasons",
        List.of(
            IppValue.of(IppMessage.KEYWORD, "media-empty-error"),
            IppValue.of(IppMessage.KEYWORD, "toner-low-warning")));
    printer.put("printer-is-accepting-jobs", List.of(IppValue.of(true)));
    return new IppMessage(
            0, 7, List.of(new IppMessage.AttributeGroup(IppMessage.PRINTER_GROUP, printer)))
        .encode(new byte[0]);
  }

  private static String ascii(String text) {
    return HexFormat.of()
        .withUpperCase()
        .formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
