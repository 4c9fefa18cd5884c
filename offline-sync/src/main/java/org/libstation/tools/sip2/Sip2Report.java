package org.libstation.tools.sip2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.libstation.central.DialectFile;
import org.libstation.central.LoanSeen;
import org.libstation.central.ProbeReport;
import org.libstation.central.sip2.Sip2Dialect;

/// The report of a probe in words.
///
/// @param ranked all shipped dialects, the best fit first
/// @param stopped why the probe stopped early; empty if it did not
record Sip2Report(
    Function<DialectFile, Sip2Dialect> reading,
    Findings found,
    List<Fit> ranked,
    Optional<String> stopped,
    Optional<LoanSeen> loan,
    List<String> transcript)
    implements ProbeReport {
  Sip2Report {
    ranked = List.copyOf(ranked);
    transcript = List.copyOf(transcript);
  }

  @Override
  public List<String> told(Optional<DialectFile> base, List<String> remarks) {
    List<String> lines = new ArrayList<>(Fit.words(ranked));
    found
        .switches()
        .forEach(
            each -> lines.add("%s: %s (%s)".formatted(each.key(), each.value(), each.reason())));
    found.requests().forEach(each -> lines.add("request " + each));
    lines.addAll(untried(base));
    lines.addAll(toKnow(remarks));
    found
        .speeds()
        .forEach(
            (code, speed) ->
                lines.add("answers to %s: %d, %s".formatted(code, speed.answers(), speed)));
    found.notes().forEach(note -> lines.add("Noted: " + note));
    found.undone().forEach(what -> lines.add("Undone: " + what));
    found.notUndone().forEach(what -> lines.add("NOT undone: " + what));
    return lines;
  }

  private List<String> untried(Optional<DialectFile> base) {
    return base(base).untried(found, ranked).entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .toList();
  }

  private Fit base(Optional<DialectFile> base) {
    return base.map(file -> Fit.of(file.name(), reading.apply(file), found))
        .orElseGet(ranked::getFirst);
  }

  private List<String> toKnow(List<String> remarks) {
    return Stream.concat(found.questions().stream().map(Object::toString), remarks.stream())
        .toList();
  }

  @Override
  public List<Block> page(Optional<DialectFile> base, List<String> remarks) {
    return List.of(
        Block.of("Dialects", Fit.words(ranked)),
        Block.of("Requests", found.requests().stream().map(Findings.Request::toString).toList()),
        Block.of("To know", toKnow(remarks)),
        new Block("", found.switches().stream().flatMap(Sip2Report::rows).toList()),
        Block.of("Not tried", untried(base)),
        new Block("", speeds()),
        Block.of("Noted", found.notes()),
        Block.of("Undone", found.undone()),
        Block.of("NOT undone", found.notUndone()));
  }

  private static Stream<ProbeReportRow> rows(Findings.ProbeFinding found) {
    return Stream.of(
        new ProbeReportRow.NamedValueRow(found.key(), found.value(), true),
        new ProbeReportRow.TextRow(found.reason()));
  }

  private List<ProbeReportRow> speeds() {
    List<ProbeReportRow> rows = new ArrayList<>();
    found
        .speeds()
        .forEach(
            (code, speed) ->
                rows.add(
                    new ProbeReportRow.NamedValueRow(
                        "answers to " + code + " (" + speed.answers() + ")",
                        speed.toString(),
                        false)));
    return rows;
  }

  @Override
  public Optional<String> dialect(
      Optional<DialectFile> base, String system, String when, List<String> remarks) {
    return Optional.of(DialectDraft.yaml(found, base(base), ranked, system, when, remarks));
  }
}
