package org.libstation.fleet;

/// What was done at a station, since its journal began. Sums alone: they only ever grow, so that a
/// message that is lost takes nothing away.
///
/// @param loans that the central system gave
/// @param offlineLoans that the station gave by its own rules
/// @param returns at the desk and in the drop
/// @param renewals that the central system gave
/// @param refused by the central system, of whatever kind
/// @param unanswered asks of loans and renewals that had no answer when their hour was counted
public record Counts(
    long loans, long offlineLoans, long returns, long renewals, long refused, long unanswered) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  public Counts plus(Counts more) {
    return new Counts(
        loans + more.loans,
        offlineLoans + more.offlineLoans,
        returns + more.returns,
        renewals + more.renewals,
        refused + more.refused,
        unanswered + more.unanswered);
  }
}
