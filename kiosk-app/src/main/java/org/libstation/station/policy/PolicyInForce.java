package org.libstation.station.policy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.libstation.check.Finding;
import org.libstation.check.PolicyAge;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.OfflineRules;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.StationClock;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.LibraryNews;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.StationFacts.PolicyFacts;
import org.libstation.flow.state.Suspension;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.feed.BlockedCards;
import org.libstation.policy.feed.PolicySync;
import org.libstation.site.PolicyFeedSettings;
import org.libstation.site.PolicyFile;
import org.libstation.site.StationSettings;
import org.libstation.station.FineExplainer;
import org.libstation.station.PolicyFineExplainer;

/// The policy that the station currently applies. A new policy from a feed takes effect with the
/// next patron, so that no patron is served by two policies.
public final class PolicyInForce implements FineExplainer, Predicate<PatronId> {
  private final InstantSource clock;
  private final Duration oldAfter;
  private volatile PolicyBundle now;
  private volatile PolicyBundle next;
  private volatile BlockedCards blocked = BlockedCards.none();
  private volatile boolean old;

  /// @param installed the policy that came with the site, or was kept from a feed
  /// @param oldAfter age after which rules that no feed confirmed are told with reserve; zero for
  ///   never
  public PolicyInForce(PolicyBundle installed, InstantSource clock, Duration oldAfter) {
    this.now = installed;
    this.next = installed;
    this.clock = clock;
    this.oldAfter = oldAfter;
  }

  /// Starts with the policy that a feed brought before, otherwise with the installed one.
  ///
  /// @param installed the policy that came with the site
  /// @param site the directory of `station.yaml`
  /// @throws org.libstation.site.SiteProblem if a file that the settings name is wrong
  public static PolicyInForce of(
      PolicyBundle installed, StationSettings settings, Path site, StationClock clock) {
    InstantSource now = corrected(clock);
    PolicyFeedSettings feed = new PolicyFeedSettings(settings, site);
    return new PolicyInForce(feed.newest(installed, now), now, feed.oldAfter());
  }

  /// As above, with the site's policy file.
  public static PolicyInForce of(StationSettings settings, Path site, StationClock clock) {
    return of(PolicyFile.of(settings, site), settings, site, clock);
  }

  /// The station's corrected time as a source of moments.
  static InstantSource corrected(StationClock clock) {
    return () -> clock.now().corrected().toInstant();
  }

  /// Takes a newer policy for the next patron.
  void take(PolicyBundle better) {
    next = better;
  }

  /// Replaces the list of blocked cards, at once.
  void block(BlockedCards cards) {
    blocked = cards;
  }

  BlockedCards blocked() {
    return blocked;
  }

  /// Puts the newest policy in force for the next patron, and returns its offline rules of this
  /// moment.
  public OfflineRules forNextPatron() {
    now = next;
    return now.at(clock.instant()).offline();
  }

  /// The loan periods, in days, by which a late return is judged: of the rules in force and of
  /// those waiting for the next patron.
  public List<Integer> loanDays() {
    return Stream.of(now, next).flatMap(each -> each.loanDays().stream()).distinct().toList();
  }

  PolicyBundle now() {
    return now;
  }

  /// What is suspended today, by the newest rules known.
  public Suspension suspension() {
    Instant moment = clock.instant();
    PlaceRules rules = next.at(moment);
    LocalDate today = moment.atZone(rules.zone()).toLocalDate();
    return new Suspension(
        rules.suspension(today).map(stopped -> new Suspension.Fines(stopped.restart())),
        rules.noticesStopped(today),
        rules.blocksStopped(today));
  }

  /// What patrons are told today, by the newest rules known.
  public LibraryNews news() {
    return NewsOfTheDay.of(next, clock.instant());
  }

  /// Opening hours of the library and of these other places, by the newest rules known.
  Opening opening(Collection<String> places) {
    return OpeningOfTheDay.of(next, clock.instant(), places);
  }

  @Override
  public boolean test(PatronId card) {
    return blocked.test(card);
  }

  @Override
  public ExplainedReturn explain(ReturnOutcome outcome, EventTime handedOver) {
    ExplainedReturn told = new PolicyFineExplainer(now).explain(outcome, handedOver);
    return old
        ? new ExplainedReturn(told.fine().map(PolicyInForce::carefully), told.finding())
        : told;
  }

  private static FineExplained carefully(FineExplained fine) {
    return switch (fine) {
      case FineExplained.ByDays days -> days.byOldRules();
      case FineExplained.LibrarysOwn own -> own;
    };
  }

  /// The policy's state for the technician. From this call on, fines by old rules are told with
  /// reserve.
  PolicyFacts told(PolicySync.PolicySyncState state, ZoneId zone) {
    Optional<Finding> age = PolicyAge.finding(state.confirmedAt(), oldAfter, clock.instant());
    old = age.isPresent();
    Optional<OffsetDateTime> confirmed =
        state.confirmedAt().map(at -> at.atZone(zone).toOffsetDateTime());
    return new PolicyFacts(
        state.version(), confirmed, age.map(Finding::code), state.trouble().orElse(""));
  }
}
