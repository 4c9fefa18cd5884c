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

/// Keeps the last good policy of a feed, on disk too. What is unsigned, altered, faulty, for
/// another site or older than the one held changes nothing.
///
/// For one thread at a time.
public final class PolicyStore {
  static final String FILE = "policy.signed.json";

  /// So far may the clock that dated a document be ahead of this station's.
  public static final Duration MOST_AHEAD = Duration.ofDays(1);

  private final Path directory;
  private final String site;
  private final PublicKey key;
  private final InstantSource clock;
  private Optional<PolicyBundle> held = Optional.empty();

  /// What came of an offer.
  public sealed interface PolicyOfferOutcome {
    /// It is held from now on.
    record PolicyTaken(PolicyBundle bundle) implements PolicyOfferOutcome {}

    /// It is the one that is held.
    record Same() implements PolicyOfferOutcome {}

    /// The one held stays.
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
    /// It says that it was issued more than [#MOST_AHEAD] from now: taken, it would keep out every
    /// later one.
    AHEAD,
    /// It says that it was issued when the one held was, and is another.
    SAME_DATE,
    /// It does not say when it was issued, so nobody could tell an older one from it.
    NOT_DATED
  }

  /// Reads what is held; a file that was damaged or signed with another key counts as none.
  ///
  /// @param installed what came with the site: its own site is expected of others, and nothing
  ///   older than it is taken
  /// @param clock by which a document is not dated ahead
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

  /// The newest good one; empty when none that is dated is known.
  public Optional<PolicyBundle> held() {
    return held;
  }

  /// Takes a document if it is better than the one held; on disk when this returns.
  ///
  /// @throws IOException when it is good and cannot be written; then the one held stays
  public PolicyOfferOutcome offer(String cover) throws IOException {
    PolicyOfferOutcome outcome = judge(cover);
    if (outcome instanceof PolicyOfferOutcome.PolicyTaken(var bundle)) {
      write(cover);
      held = Optional.of(bundle);
    }
    return outcome;
  }

  /// What would come of an offer; nothing is changed.
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

  /// Why no station would take a policy at this moment, whatever it holds.
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
    // One that is dated ahead, from before such a one was refused, keeps nothing out.
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
      // As if it had never been: the feed brings it again.
      return Optional.empty();
    }
  }

  private void write(String cover) throws IOException {
    DurableFiles.write(directory.resolve(FILE), cover + "\n");
  }
}
