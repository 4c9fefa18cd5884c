package org.libstation.policy.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.libstation.file.DurableFiles;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.SignedPolicy;
import org.libstation.policy.document.Json;

/// Keeps the last good policy of a feed, in memory and on disk. Refuses a document that is
/// unsigned, altered, faulty, for another site or older than the held one.
///
/// For one thread at a time.
public final class PolicyStore {
  static final String FILE = "policy.signed.json";

  /// How far the clock that dated a document may be ahead of this station's.
  public static final Duration MOST_AHEAD = Duration.ofDays(1);

  private final Path directory;
  private final String site;
  private final PublicKey key;
  private final InstantSource clock;
  private Optional<PolicyBundle> held = Optional.empty();

  /// The result of an offer.
  public sealed interface PolicyOfferOutcome {
    /// The policy is held from now on.
    record PolicyTaken(PolicyBundle bundle) implements PolicyOfferOutcome {}

    /// The policy is already the held one.
    record Same() implements PolicyOfferOutcome {}

    /// The policy is refused, and the held one stays.
    ///
    /// @param words for a technician
    record PolicyOfferRefused(PolicyRefusal why, String words) implements PolicyOfferOutcome {}
  }

  /// Why a document was refused.
  public enum PolicyRefusal {
    UNSIGNED,
    ALTERED,
    FAULTY,
    OTHER_SITE,
    OLDER,
    /// Its issue date is more than [#MOST_AHEAD] in the future. If it were taken, it would keep out
    /// every later one.
    AHEAD,
    /// It has the issue date of the held policy, but a different content.
    SAME_DATE,
    /// It has no issue date, so it could not be compared with an older one.
    NOT_DATED
  }

  /// Reads the policy on disk. A file that is damaged or signed with another key is ignored.
  ///
  /// @param installed the site's own policy; others must be for the same site, and none older than
  ///   it is taken
  /// @param clock by which a document must not be dated ahead
  public PolicyStore(Path directory, PolicyBundle installed, PublicKey key, InstantSource clock) {
    this.directory = directory;
    this.site = installed.site();
    this.key = key;
    this.clock = clock;
    if (installed.issuedAt().isPresent()) {
      held = Optional.of(installed);
    }
    kept()
        .map(this::proven)
        .filter(Proof.PolicyProven.class::isInstance)
        .ifPresent(proof -> held = Optional.of(((Proof.PolicyProven) proof).bundle()));
  }

  /// The newest good policy; empty if none with an issue date is known.
  public Optional<PolicyBundle> held() {
    return held;
  }

  /// Takes a document if it is newer than the held one. It is on disk when this returns.
  ///
  /// @throws IOException if it is good and cannot be written; the held one then stays
  public PolicyOfferOutcome offer(String cover) throws IOException {
    PolicyOfferOutcome outcome = judge(cover);
    if (outcome instanceof PolicyOfferOutcome.PolicyTaken(var bundle)) {
      write(cover);
      held = Optional.of(bundle);
    }
    return outcome;
  }

  /// The result that an offer would have; changes nothing.
  public PolicyOfferOutcome judge(String cover) {
    return switch (proven(cover)) {
      case Proof.ProofFailed(var refused) -> refused;
      case Proof.PolicyProven(var bundle) -> {
        Optional<PolicyBundle> twin = held.filter(now -> now.issuedAt().equals(bundle.issuedAt()));
        yield twin.isPresent() ? besides(twin.get(), bundle) : dated(bundle);
      }
    };
  }

  private static PolicyOfferOutcome besides(PolicyBundle held, PolicyBundle offered) {
    return Json.of(held.document()).equals(Json.of(offered.document()))
        ? new PolicyOfferOutcome.Same()
        : new PolicyOfferOutcome.PolicyOfferRefused(
            PolicyRefusal.SAME_DATE,
            "two policies say that they were issued at "
                + offered.issuedAt().map(Instant::toString).orElse("")
                + ", and they differ: sign the right one again");
  }

  private PolicyOfferOutcome dated(PolicyBundle bundle) {
    return wrongDate(bundle, clock)
        .<PolicyOfferOutcome>map(
            words -> new PolicyOfferOutcome.PolicyOfferRefused(PolicyRefusal.AHEAD, words))
        .orElseGet(() -> new PolicyOfferOutcome.PolicyTaken(bundle));
  }

  /// Why no station would take a policy at this moment, regardless of the one it holds; empty if
  /// its date is right.
  public static Optional<String> wrongDate(PolicyBundle bundle, InstantSource clock) {
    if (bundle.issuedAt().isEmpty()) {
      return Optional.of("the policy does not say when it was issued (issuedAt)");
    }
    Instant issued = bundle.issuedAt().get();
    return isAhead(issued, clock)
        ? Optional.of(
            "the policy says that it was issued at %s, more than a day ahead of the clock here (%s): set right the clock that is wrong; if it is the one that dated it, sign it again"
                .formatted(issued, clock.instant().truncatedTo(ChronoUnit.SECONDS)))
        : Optional.empty();
  }

  private static boolean isAhead(Instant issued, InstantSource clock) {
    return issued.isAfter(clock.instant().plus(MOST_AHEAD));
  }

  /// The result of checking signature, contents, site and age.
  private sealed interface Proof {
    record PolicyProven(PolicyBundle bundle) implements Proof {}

    record ProofFailed(PolicyOfferOutcome.PolicyOfferRefused refused) implements Proof {}
  }

  private Proof proven(String cover) {
    SignedPolicy.SignedPolicyOpening opened = SignedPolicy.open("the policy", cover, key);
    return switch (opened) {
      case SignedPolicy.SignedPolicyOpening.SignedPolicyRefused(var why) ->
          bad(
              why == SignedPolicy.SignatureFault.UNSIGNED
                  ? PolicyRefusal.UNSIGNED
                  : PolicyRefusal.ALTERED,
              String.join("; ", SignedPolicy.words("the policy", opened)));
      case SignedPolicy.SignedPolicyOpening.SignedPolicyFaulty _ ->
          bad(PolicyRefusal.FAULTY, String.join("; ", SignedPolicy.words("the policy", opened)));
      case SignedPolicy.SignedPolicyOpening.PolicyOpened(var bundle) -> judged(bundle);
    };
  }

  private Proof judged(PolicyBundle bundle) {
    if (!bundle.site().equals(site)) {
      return bad(
          PolicyRefusal.OTHER_SITE,
          "the policy is for " + bundle.site() + ", this station is of " + site);
    }
    if (bundle.issuedAt().isEmpty()) {
      return bad(PolicyRefusal.NOT_DATED, "the policy does not say when it was issued (issuedAt)");
    }
    Instant issued = bundle.issuedAt().get();
    // A held policy may be dated ahead if it was taken before that check existed. It does not keep
    // others out.
    Optional<Instant> newest =
        held.flatMap(PolicyBundle::issuedAt).filter(at -> !isAhead(at, clock));
    return newest.filter(issued::isBefore).isPresent()
        ? bad(
            PolicyRefusal.OLDER,
            "the policy of " + issued + " is older than the one held, of " + newest.get())
        : new Proof.PolicyProven(bundle);
  }

  private static Proof bad(PolicyRefusal why, String words) {
    return new Proof.ProofFailed(new PolicyOfferOutcome.PolicyOfferRefused(why, words));
  }

  private Optional<String> kept() {
    try {
      Path file = directory.resolve(FILE);
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      // Counts as missing; the feed brings it again.
      return Optional.empty();
    }
  }

  private void write(String cover) throws IOException {
    DurableFiles.write(directory.resolve(FILE), cover + "\n");
  }
}
