package org.libstation.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.circulation.OfflineRules.Decision;
import org.libstation.circulation.OfflineRules.OfflineMode;
import org.libstation.circulation.OfflineRules.OfflineRequest;
import org.libstation.circulation.Refusal.RefusalReason;

class OfflineRulesTest {
  private static final ItemId ITEM = new ItemId("38801000000016");
  private static final LocalDate TODAY = LocalDate.parse("2026-12-11");
  private static final LocalDate CHRISTMAS = LocalDate.parse("2026-12-25");

  private static OfflineRules rules(OfflineMode mode, Set<String> media, boolean unknownCards) {
    return new OfflineRules(
        mode,
        3,
        media,
        unknownCards,
        14,
        LocalTime.of(23, 59),
        day -> day.equals(CHRISTMAS) ? day.plusDays(2) : day,
        ReaderClasses.NONE);
  }

  private static final OfflineRules ALL = rules(OfflineMode.ALL, Set.of(), true);

  private static OfflineRequest request() {
    return new OfflineRequest(Optional.empty(), Optional.empty(), 0, false, TODAY);
  }

  private static ItemLook look(CirculationStatus status, int holds, Optional<String> media) {
    return Looks.item(ITEM).with(c -> c.status(status).holdQueue(holds).mediaType(media));
  }

  private static PatronLook patron(boolean known, Set<PatronBlock> blocks, int charged, int limit) {
    return Looks.patron(new PatronId("28801000000018"))
        .with(c -> c.known(known).blocks(blocks).chargedCount(charged).chargedLimit(limit));
  }

  private static OfflineRequest withItem(ItemLook look) {
    return new OfflineRequest(Optional.empty(), Optional.of(look), 0, false, TODAY);
  }

  private static OfflineRequest withPatron(PatronLook look, int unsettled) {
    return new OfflineRequest(Optional.of(look), Optional.empty(), unsettled, false, TODAY);
  }

  private static void assertDeclined(
      OfflineRules rules, OfflineRequest request, RefusalReason reason) {
    assertThat(rules.decide(request)).isEqualTo(new Decision.Decline(Refusal.of(reason)));
  }

  @Test
  void aLoanIsDueAfterTheLoanPeriodRolledToAnOpenDay() {
    assertThat(ALL.decide(request()))
        .isEqualTo(new Decision.Allow(CHRISTMAS.plusDays(2).atTime(23, 59)));
  }

  @ParameterizedTest
  @EnumSource(
      value = OfflineMode.class,
      names = {"NONE", "RETURNS_ONLY"})
  void nothingIsLentInOtherModes(OfflineMode mode) {
    assertDeclined(rules(mode, Set.of(), true), request(), RefusalReason.NOT_WHILE_OFFLINE);
  }

  @Test
  void anUnknownCardIsServedOnlyWhereTheRulesSaySo() {
    assertDeclined(
        rules(OfflineMode.ALL, Set.of(), false), request(), RefusalReason.NOT_WHILE_OFFLINE);
    assertThat(
            rules(OfflineMode.ALL, Set.of(), false)
                .decide(withPatron(patron(true, Set.of(), 0, 10), 0)))
        .isInstanceOf(Decision.Allow.class);
  }

  @Test
  void whatTheCentralSystemSaidOfThePatronBeforeStillHolds() {
    assertDeclined(
        ALL, withPatron(patron(false, Set.of(), 0, 10), 0), RefusalReason.UNKNOWN_PATRON);
    assertDeclined(
        ALL,
        withPatron(patron(true, Set.of(PatronBlock.CHARGE_DENIED), 0, 10), 0),
        RefusalReason.PATRON_BLOCKED);
    assertDeclined(ALL, withPatron(patron(true, Set.of(), 9, 10), 1), RefusalReason.LIMIT_REACHED);
  }

  @Test
  void theNumberForOneCardIsKept() {
    OfflineRequest third = new OfflineRequest(Optional.empty(), Optional.empty(), 2, false, TODAY);
    OfflineRequest fourth = new OfflineRequest(Optional.empty(), Optional.empty(), 3, false, TODAY);
    assertThat(ALL.decide(third)).isInstanceOf(Decision.Allow.class);
    assertDeclined(ALL, fourth, RefusalReason.OFFLINE_LIMIT_REACHED);
  }

  @Test
  void anItemThatIsOutInThisJournalIsNotLentAgain() {
    assertDeclined(
        ALL,
        new OfflineRequest(Optional.empty(), Optional.empty(), 0, true, TODAY),
        RefusalReason.OUT_IN_THIS_JOURNAL);
  }

  @Test
  void whatTheLookSaidBeforeTheLinkBrokeStillHolds() {
    assertDeclined(
        ALL,
        withItem(look(CirculationStatus.CHARGED, 0, Optional.empty())),
        RefusalReason.ON_LOAN_TO_ANOTHER);
    assertDeclined(
        ALL,
        withItem(look(CirculationStatus.ON_HOLD_SHELF, 1, Optional.empty())),
        RefusalReason.HELD_FOR_ANOTHER);
  }

  @Test
  void onlyTheNamedMediaTypesAreLentAndAnUnknownTypeIsNot() {
    OfflineRules booksOnly = rules(OfflineMode.ALL, Set.of("001"), true);
    assertThat(booksOnly.decide(withItem(look(CirculationStatus.AVAILABLE, 0, Optional.of("001")))))
        .isInstanceOf(Decision.Allow.class);
    assertDeclined(
        booksOnly,
        withItem(look(CirculationStatus.AVAILABLE, 0, Optional.of("006"))),
        RefusalReason.NOT_WHILE_OFFLINE);
    assertDeclined(booksOnly, request(), RefusalReason.NOT_WHILE_OFFLINE);
  }
}
