package org.libstation.tools.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Dialect.AccountDialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.lab.embedded.LibraryDialects;
import org.libstation.testkit.Changed;

/// What is said of dialects that a probe cannot tell apart, and of what it did not try.
class FitTest {
  private final Findings found = new Findings();

  private static Sip2Dialect careless() {
    Sip2Dialect generic = LibraryDialects.generic();
    return Changed.with(
        generic, "habits", Changed.with(generic.habits(), "noBlock", Sip2Habits.NoBlock.DANGEROUS));
  }

  private List<Fit> ranked() {
    return Fit.ranked(
        List.of(
            Fit.of("alpha", careless(), found),
            Fit.of("generic", LibraryDialects.generic(), found),
            Fit.of("beta", LibraryDialects.generic(), found)));
  }

  @Test
  void dialects_that_fit_equally_well_are_all_named_and_none_is_called_the_best() {
    found.set("wire.line-end", "cr", "no LF follows a CR");

    assertThat(Fit.words(ranked()))
        .contains(
            "fit equally well, by what was tried: generic, alpha, beta (of each, 1 answers agree,"
                + " 0 differ)",
            "Based on generic; choose another with --based-on.")
        .noneMatch(line -> line.startsWith("fits best"));
  }

  @Test
  void one_that_fits_better_is_the_best() {
    found.set("acts.no-block", "dangerous", "it was booked");

    assertThat(Fit.words(ranked())).contains("fits best: alpha (1 answers agree, 0 differ)");
  }

  @Test
  void what_nobody_tried_is_marked_with_the_dialect_it_comes_from() {
    found.set("wire.line-end", "cr", "no LF follows a CR");
    Fit base = ranked().getFirst();

    assertThat(base.untried(found, ranked()))
        .containsEntry(
            "acts.no-block", "not tried, ignored is taken over from generic; alpha: dangerous")
        .containsEntry("payment.answer", "not tried, flag-first is taken over from generic")
        .containsEntry("patron.fine-line", "not tried, \"\" is taken over from generic")
        .doesNotContainKeys("wire.line-end", "messages.supported");
    assertThat(base.untried(found, ranked()).get("refusals"))
        .matches("not tried, \\d+ rules are taken over from generic");
  }

  @Test
  void a_file_of_a_probe_that_found_nothing_to_work_takes_no_payments() {
    List<Fit> ranked = Fit.ranked(List.of(Fit.of("embedded", LibraryDialects.embedded(), found)));

    String file =
        DialectDraft.yaml(found, ranked.getFirst(), ranked, "a system", "today", List.of());

    assertThat(ranked.getFirst().dialect().habits().messages()).contains("37");
    assertThat(file)
        .containsPattern("    supported: \\[.*\"35\", \"63\"")
        .doesNotContainPattern("    supported: .*37");
  }

  /// The file does not rely on a return date or a part of a debt that nobody tried.
  @Test
  void what_the_file_has_instead_of_an_untried_claim_is_what_the_screen_says() {
    Sip2Dialect embedded = LibraryDialects.embedded();
    AccountDialect whole = LibraryDialects.generic().meaning().account();
    Fit base = Fit.of("embedded", embedded, found);
    Fit other =
        Fit.of(
            "other",
            Changed.with(embedded, "meaning", Changed.with(embedded.meaning(), "account", whole)),
            found);

    assertThat(base.untried(found, List.of(base, other)))
        .containsEntry(
            "acts.return-date",
            "not tried, ignored is written until it was; embedded: to-the-second; other:"
                + " to-the-second")
        .containsEntry(
            "payment.parts",
            "not tried, whole is written until it was; embedded: amount-or-charge");
  }

  @Test
  void every_claim_of_the_file_that_was_not_tried_says_so_and_so_does_the_screen() {
    found.set("wire.line-end", "cr", "no LF follows a CR");
    List<Fit> ranked = ranked();

    List<String> file =
        DialectDraft.yaml(found, ranked.getFirst(), ranked, "a system", "today", List.of())
            .lines()
            .toList();
    List<String> screen =
        new Sip2Report(
                _ -> LibraryDialects.generic(),
                found,
                ranked,
                Optional.empty(),
                Optional.empty(),
                List.of())
            .told(Optional.empty(), List.of());

    assertThat(file)
        .contains(
            "#   acts.no-block: not tried, ignored is taken over from generic; alpha: dangerous");
    assertThat(screen)
        .contains("acts.no-block: not tried, ignored is taken over from generic; alpha: dangerous");
  }
}
