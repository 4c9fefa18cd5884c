package org.libstation.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Flags, counts and texts come down to plain reasons.
class BlockReasonTest {

  private static PatronLook look(Set<PatronBlock> flags, int charged, int limit, int overdue) {
    return Looks.patron(new PatronId("28801000000017"))
        .with(c -> c.blocks(flags).chargedCount(charged).overdueCount(overdue).chargedLimit(limit));
  }

  private static List<BlockReason> reasons(Set<PatronBlock> flags, Refusal.RefusalReason... texts) {
    return new PatronAccount(
            look(flags, 1, 10, 0),
            List.of(),
            List.of(),
            Set.copyOf(Arrays.asList(texts)),
            List.of())
        .blocked();
  }

  @ParameterizedTest
  @CsvSource({
    "CARD_LOST, CARD_LOST",
    "TOO_MANY_CHARGED, LIMIT_REACHED",
    "TOO_MANY_OVERDUE, OVERDUE_ITEMS",
    "TOO_MANY_RENEWALS, TOO_MANY_RENEWALS",
    "TOO_MANY_CLAIMS_RETURNED, CLAIMS_RETURNED",
    "TOO_MANY_LOST, LOST_ITEMS",
    "EXCESSIVE_FINES, OWES_TOO_MUCH",
    "EXCESSIVE_FEES, OWES_TOO_MUCH",
    "RECALL_OVERDUE, RECALL_OVERDUE",
    "TOO_MANY_BILLED, BILLED",
    "RENEWAL_DENIED, NO_RENEWALS",
    "RECALL_DENIED, NO_RECALLS",
    "HOLD_DENIED, NO_HOLDS",
    "CHARGE_DENIED, ASK_STAFF",
  })
  void aFlagAloneHasItsReason(PatronBlock flag, BlockReason reason) {
    assertThat(reasons(EnumSet.of(flag))).containsExactly(reason);
  }

  @ParameterizedTest
  @EnumSource(PatronBlock.class)
  void noFlagIsWithoutAReason(PatronBlock flag) {
    assertThat(reasons(EnumSet.of(flag))).isNotEmpty();
  }

  @Test
  void whoMayNotBorrowIsToldTheCauseAndNotWhatFollowsFromIt() {
    assertThat(
            reasons(
                EnumSet.of(
                    PatronBlock.CHARGE_DENIED,
                    PatronBlock.RENEWAL_DENIED,
                    PatronBlock.RECALL_DENIED,
                    PatronBlock.HOLD_DENIED,
                    PatronBlock.EXCESSIVE_FINES)))
        .containsExactly(BlockReason.OWES_TOO_MUCH);
  }

  @Test
  void aTextTellsWhatTheFlagsKeepToThemselves() {
    assertThat(reasons(EnumSet.of(PatronBlock.CHARGE_DENIED), Refusal.RefusalReason.CARD_EXPIRED))
        .containsExactly(BlockReason.CARD_EXPIRED);
  }

  @ParameterizedTest
  @EnumSource(Refusal.RefusalReason.class)
  void aTextAloneBlocksNothing(Refusal.RefusalReason text) {
    assertThat(reasons(Set.of(), text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Refusal.RefusalReason.class)
  void aTextSaysNothingOfWhoMayBorrowAndOnlyNotRenewOrHold(Refusal.RefusalReason text) {
    assertThat(
            reasons(
                EnumSet.of(
                    PatronBlock.RENEWAL_DENIED, PatronBlock.RECALL_DENIED, PatronBlock.HOLD_DENIED),
                text))
        .containsExactly(BlockReason.NO_RENEWALS, BlockReason.NO_HOLDS, BlockReason.NO_RECALLS);
  }

  @Test
  void countsTellOfALimitThatNoFlagNames() {
    assertThat(BlockReason.of(look(Set.of(), 10, 10, 0), Set.of()))
        .containsExactly(BlockReason.LIMIT_REACHED);
    assertThat(BlockReason.of(look(Set.of(), 9, 10, 0), Set.of())).isEmpty();
    assertThat(BlockReason.of(look(Set.of(), 3, 0, 0), Set.of())).isEmpty();
  }

  @Test
  void overdueItemsAreTheReasonWhereNothingElseIsSaid() {
    assertThat(BlockReason.of(look(EnumSet.of(PatronBlock.CHARGE_DENIED), 3, 10, 2), Set.of()))
        .containsExactly(BlockReason.OVERDUE_ITEMS);
    assertThat(BlockReason.of(look(Set.of(), 3, 10, 2), Set.of())).isEmpty();
  }

  @Test
  void chargesAddUpOnlyToTheWholeSum() {
    Money ten = Money.of(1000, "HKD");
    assertThat(account(Optional.of(ten), ten).chargesAddUp()).isTrue();
    assertThat(account(Optional.of(Money.of(1200, "HKD")), ten).chargesAddUp()).isFalse();
    assertThat(account(Optional.empty(), ten).chargesAddUp()).isFalse();
    assertThat(
            account(Optional.of(ten), new Money(1000, Currency.getInstance("EUR"))).chargesAddUp())
        .isFalse();
    assertThat(account(Optional.of(ten)).chargesAddUp()).isFalse();
    assertThat(account(Optional.of(Money.of(0, "HKD"))).chargesAddUp()).isTrue();
  }

  private static PatronAccount account(Optional<Money> owed, Money... lines) {
    PatronLook look = Looks.patron(new PatronId("28801000000017")).withOwed(owed);
    return new PatronAccount(
        look,
        Arrays.stream(lines)
            .map(
                open ->
                    new ChargeLine(
                        Optional.empty(),
                        ChargeLine.ChargeReason.of("Overdue fine"),
                        "Overdue fine",
                        Optional.of(open),
                        Optional.empty(),
                        Optional.empty()))
            .toList(),
        List.of(),
        Set.of(),
        List.of());
  }
}
