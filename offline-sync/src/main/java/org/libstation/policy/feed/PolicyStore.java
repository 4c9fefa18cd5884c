package org.libstation.policy.feed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.SignedPolicy;

/// Keeps the last good policy of a feed, on disk too. What is unsigned, altered, faulty, for
/// another site or older than the one held changes nothing.
///
/// For one thread at a time.
public final class PolicyStore {
  static final String FILE = "policy.signed.json";

  private final Path directory;
  private final String site;
  private final PublicKey key;
  private Optional<PolicyBundle> held = Optional.empty();

  /// What came of an offer.
  public sealed interface Outcome {
    /// It is held from now on.
    record Taken(PolicyBundle bundle) implements Outcome {}

    /// It is the one that is held.
    record Same() implements Outcome {}

    /// The one held stays.
    ///
    /// @param words for a technician
    record Refused(Why why, String words) implements Outcome {}
  }

  /// Why a document was refused.
  public enum Why {
    UNSIGNED,
    ALTERED,
    FAULTY,
    OTHER_SITE,
    OLDER,
    /// It does not say when it was issued, so nobody could tell an older one from it.
    NOT_DATED
  }

  /// Reads what is held; a file that was damaged or signed with another key counts as none.
  ///
  /// @param installed what came with the site: its own site is expected of others, and nothing
  ///   older than it is taken
  public PolicyStore(Path directory, PolicyBundle installed, PublicKey key) {
    this.directory = directory;
    this.site = installed.site();
    this.key = key;
    if (installed.issuedAt().isPresent()) {
      held = Optional.of(installed);
    }
    kept()
        .filter(cover -> proven(cover) instanceof Proof.Good)
        .ifPresent(cover -> held = Optional.of(((Proof.Good) proven(cover)).bundle()));
  }

  /// The newest good one; empty when none that is dated is known.
  public Optional<PolicyBundle> held() {
    return held;
  }

  /// Takes a document if it is better than the one held; on disk when this returns.
  ///
  /// @throws IOException when it is good and cannot be written; then the one held stays
  public Outcome offer(String cover) throws IOException {
    return switch (proven(cover)) {
      case Proof.Bad(var refused) -> refused;
      case Proof.Good(var bundle) -> {
        if (held.filter(now -> now.issuedAt().equals(bundle.issuedAt())).isPresent()) {
          yield new Outcome.Same();
        }
        write(cover);
        held = Optional.of(bundle);
        yield new Outcome.Taken(bundle);
      }
    };
  }

  private sealed interface Proof {
    record Good(PolicyBundle bundle) implements Proof {}

    record Bad(Outcome.Refused refused) implements Proof {}
  }

  private Proof proven(String cover) {
    SignedPolicy.Opened opened = SignedPolicy.open("the policy", cover, key);
    return switch (opened) {
      case SignedPolicy.Opened.Refused(var why) ->
          bad(
              why == SignedPolicy.Why.UNSIGNED ? Why.UNSIGNED : Why.ALTERED,
              String.join("; ", SignedPolicy.words("the policy", opened)));
      case SignedPolicy.Opened.Faulty _ ->
          bad(Why.FAULTY, String.join("; ", SignedPolicy.words("the policy", opened)));
      case SignedPolicy.Opened.Good(var bundle) -> judged(bundle);
    };
  }

  private Proof judged(PolicyBundle bundle) {
    if (!bundle.site().equals(site)) {
      return bad(
          Why.OTHER_SITE, "the policy is for " + bundle.site() + ", this station is of " + site);
    }
    if (bundle.issuedAt().isEmpty()) {
      return bad(Why.NOT_DATED, "the policy does not say when it was issued (issuedAt)");
    }
    Instant issued = bundle.issuedAt().get();
    Optional<Instant> newest = held.flatMap(PolicyBundle::issuedAt);
    return newest.filter(issued::isBefore).isPresent()
        ? bad(
            Why.OLDER,
            "the policy of " + issued + " is older than the one held, of " + newest.get())
        : new Proof.Good(bundle);
  }

  private static Proof bad(Why why, String words) {
    return new Proof.Bad(new Outcome.Refused(why, words));
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
    Files.createDirectories(directory);
    Path draft = directory.resolve(FILE + ".new");
    Files.write(draft, List.of(cover), StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        draft,
        directory.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
