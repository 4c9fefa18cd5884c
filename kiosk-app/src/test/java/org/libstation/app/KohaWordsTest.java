package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.central.sip2.RefusalRule;
import org.libstation.central.sip2.site.DialectSettings;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.site.DialectFiles;

/// Refusals as a running Koha (2014 line) and SIPServer wrote them into AF, golden lines with
/// made-up names in the places of real ones, read by the dialects that are shipped.
class KohaWordsTest {
  @TempDir Path site;

  private Optional<RefusalRule> rule(String dialect, String text) {
    return DialectSettings.dialect(DialectFiles.usual(site).read(dialect))
        .meaning()
        .refusals()
        .stream()
        .filter(rule -> rule.fits(text))
        .findFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Invalid Item; UNKNOWN_ITEM",
        "Invalid Patron; UNKNOWN_PATRON",
        "Patron Blocked; PATRON_BLOCKED",
        "NO_MORE_RENEWALS; NO_MORE_RENEWALS",
        "Item already checked out to you: renewing item.; ALREADY_YOURS",
        "Item checked out to another patron; ON_LOAN_TO_ANOTHER",
        "Item already checked out to another patron.  Please return item for check-in.;"
            + " ON_LOAN_TO_ANOTHER",
        "Item is on hold shelf for another patron.; HELD_FOR_ANOTHER",
        "Item is reserved for another patron upon return.; HELD_FOR_ANOTHER",
        "on_reserve; HELD_FOR_ANOTHER",
        "itemtype_notforloan: REF; NOT_FOR_LOAN",
        "item_notforloan: 1; NOT_FOR_LOAN",
        "NOT_FOR_LOAN: 1; NOT_FOR_LOAN",
        "WTHDRAWN: 1; NOT_FOR_LOAN",
        "RESTRICTED: 1; NOT_FOR_LOAN",
        "EXPIRED: 1; CARD_EXPIRED",
        "PATRON EXPIRED; CARD_EXPIRED",
        "CARD_LOST: 1; CARD_LOST",
        "Borrower's card reported lost.; CARD_LOST",
        "DEBARRED: 9999-12-31; PATRON_BLOCKED",
        "AGE_RESTRICTION: Aldersgrense: 15; AGE_LIMIT",
        "TOO_MANY_CHECKOUTS; LIMIT_REACHED",
        "Item not checked out; NOT_YOUR_LOAN",
        "Item not checked out to Björn Lindqvist; NOT_YOUR_LOAN",
      })
  void a_refusal_of_koha_is_known_whole_and_no_name_is_among_the_words(
      String text, RefusalReason reason) {
    for (String dialect : new String[] {"koha-2014", "koha-25"}) {
      RefusalRule known = rule(dialect, text).orElseThrow();
      assertThat(known.reason()).as(dialect).isEqualTo(reason);
      assertThat(known.says().orElse("")).doesNotContain("Lindqvist");
    }
  }

  /// Koha fills AF with whatever stands in an inner table: each means nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lindqvist",
        "Block",
        "Reference Library",
        "Lost, Björn",
        "23529000445172",
        "3",
        "6",
        "17",
        "Centerville",
        "A",
        "1",
        "2026-12-24",
        "Limit",
      })
  void an_arbitrary_value_of_an_inner_table_is_no_reason(String value) {
    assertThat(rule("koha-2014", value)).isEmpty();
    assertThat(rule("koha-25", value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "evergreen, Item not checked out to Björn Lindqvist, NOT_YOUR_LOAN",
    "evergreen, Renewals not allowed., NO_MORE_RENEWALS",
    "evergreen, Invalid item barcode., UNKNOWN_ITEM",
    "evergreen, Item has outstanding holds, HELD_FOR_ANOTHER",
    "koha-25, Patron expired on 20-11-2026, CARD_EXPIRED",
    "folio, Item with identifier 'NOPE' not found, UNKNOWN_ITEM",
    "folio, Item is already checked out, ON_LOAN_TO_ANOTHER",
  })
  void other_systems_texts_are_known_whole(String dialect, String text, RefusalReason reason) {
    assertThat(rule(dialect, text).map(RefusalRule::reason)).hasValue(reason);
  }
}
