package org.libstation.fleet;

/// What was done at a station since its journal began. These are running totals that only grow, so
/// a lost message loses no count.
///
/// @param loans loans that the central system gave
/// @param offlineLoans loans that the station gave by its own rules
/// @param returns returns at the desk and in the drop
/// @param renewals renewals that the central system gave
/// @param refused requests of any kind that the central system refused
/// @param unanswered requests for loans and renewals without an answer when their hour was counted
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
