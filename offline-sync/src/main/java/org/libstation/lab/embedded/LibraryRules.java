package org.libstation.lab.embedded;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.policy.LendingClass;
import org.libstation.policy.PatronClass;
import org.libstation.policy.PlaceRules;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// The rules of the embedded library.
///
/// @param institution AO
/// @param libraryName AM
/// @param branch AP, AQ and CT: the only place for its items and holds
/// @param policy calendar, loan periods, renewals and fines by lending class; limits by patron
///   class
/// @param dialect its own dialect, or that of a central system that it imitates
/// @param logins password by login name (93)
@RecordBuilder
public record LibraryRules(
    String institution,
    String libraryName,
    String branch,
    PolicyBundle policy,
    Sip2Dialect dialect,
    Map<String, String> logins)
    implements LibraryRulesBuilder.With {
  public LibraryRules {
    logins = Map.copyOf(logins);
  }

  /// The rules that come with the program, for demo and training.
  public static LibraryRules standard() {
    return new LibraryRules(
        "SEL",
        "Harbourside Library",
        "SEL-1",
        standardPolicy(),
        LibraryDialects.embedded(),
        Map.of("station1", "station1", "station2", "station2", "training", "training"));
  }

  public ZoneId zone() {
    return policy.place().zone();
  }

  /// The class that limits a patron. A policy without a class for children uses that of adults. A
  /// policy without any class sets no limits.
  PatronClass patronClass(Member member) {
    return Optional.ofNullable(policy.patrons().get(word(member.kind())))
        .or(() -> Optional.ofNullable(policy.patrons().get(word(Member.MemberClass.ADULT))))
        .orElse(PatronClass.UNLIMITED);
  }

  private static String word(Member.MemberClass kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// The lending class of an item by these rules; if they have none, the class for estimates.
  static LendingClass lendingClass(PlaceRules now, ItemClass itemClass) {
    LendingClass found = now.classes().get(itemClass.word());
    return found == null ? now.estimateClass() : found;
  }

  private static PolicyBundle standardPolicy() {
    return switch (PolicyReader.parse("library.yaml", Resources.text("library.yaml"))) {
      case PolicyReading.PolicyRead good -> good.bundle();
      case PolicyReading.Faulty faulty -> throw new IllegalStateException(faulty.text());
    };
  }
}
