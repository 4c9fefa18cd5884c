package org.libstation.policy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.libstation.circulation.OfflineRules;
import org.libstation.file.BoundedFile;
import org.libstation.policy.PolicyBundle.OfflineTerms;
import org.libstation.policy.PolicyReading.PolicyFault;
import org.libstation.policy.document.Documents;
import org.libstation.policy.document.Value;

/// Reads policies, in YAML or JSON (`docs/patron-services/policy.md`).
///
/// The reader is strict. An unknown or repeated name, an unreadable value, or rules that contradict
/// each other make the whole document faulty. It reports every fault at once, except those that may
/// only follow from another fault.
public final class PolicyReader {
  /// The only format of the document that this program reads.
  public static final String FORMAT = "libstation-policy/1";

  /// Replaces a wrong currency, so that amounts are not reported as wrong too. Used only in a
  /// document that is reported as faulty.
  private static final Currency INSTEAD = Currency.getInstance("HKD");

  private static final int MOST_ITEMS = 99;

  private PolicyReader() {}

  /// Reads a file in UTF-8.
  ///
  /// @throws IOException if the file cannot be read at all
  public static PolicyReading read(Path file) throws IOException {
    Path name = file.getFileName();
    String called = name == null ? file.toString() : name.toString();
    try {
      return parse(called, BoundedFile.text(file));
    } catch (CharacterCodingException _) {
      return new PolicyReading.Faulty(
          List.of(new PolicyFault(called, 1, "", "it is not in UTF-8")));
    }
  }

  /// Reads the text of a document.
  ///
  /// @param file named in faults
  public static PolicyReading parse(String file, String text) {
    return switch (Documents.read(text)) {
      case Documents.DocumentReading.DocumentFaulty(var faults) ->
          new PolicyReading.Faulty(
              faults.stream()
                  .map(fault -> new PolicyFault(file, fault.line(), "", fault.words()))
                  .toList());
      case Documents.DocumentReading.DocumentRead(var document) -> of(file, document);
    };
  }

  private static PolicyReading of(String file, Value document) {
    Section.ReadingNotes notes = new Section.ReadingNotes(file);
    Section all = Section.of(notes, document);
    PolicyBundle bundle = bundle(all, document);
    List<PolicyFault> values = notes.all();
    PolicyChecks.check(all, bundle);
    List<PolicyFault> faults =
        notes.all().stream()
            .filter(
                fault ->
                    values.contains(fault)
                        || values.stream().noneMatch(value -> PolicyChecks.follows(fault, value)))
            .toList();
    return faults.isEmpty()
        ? new PolicyReading.PolicyRead(bundle)
        : new PolicyReading.Faulty(faults);
  }

  private static PolicyBundle bundle(Section all, Value document) {
    String _ =
        all.needed("format", FORMAT, text -> Optional.of(text).filter(FORMAT::equals), FORMAT);
    ZoneId zone =
        all.needed("zone", "a zone like Asia/Hong_Kong", PolicyValues::zone, ZoneOffset.UTC);
    Currency currency =
        all.needed("currency", "a currency code like HKD", PolicyValues::currency, INSTEAD);
    Map<String, List<ClassRule>> classes = new ClassReader(currency).classes(all);
    Map<String, ServicePoint> places = PlaceReader.places(all, zone);
    return new PolicyBundle(
        all.needed("version", "a name without spaces", PolicyValues::word, ""),
        all.needed("site", "a name without spaces", PolicyValues::word, ""),
        all.optional("issuedAt", PolicyValues.A_MOMENT, PolicyValues::moment),
        zone,
        currency,
        all.needed("lendingPlace", "the name of a place", known(places.keySet()), ""),
        all.needed("estimateClass", "the name of a class", known(classes.keySet()), ""),
        places,
        PlaceReader.calendars(all),
        classes,
        WindowReader.patrons(all, currency),
        WindowReader.windows(all),
        NewsReader.notices(all),
        NewsReader.activities(all),
        offline(all.section("offline"), classes.keySet()),
        document);
  }

  private static OfflineTerms offline(Section section, Set<String> classes) {
    return new OfflineTerms(
        section.needed(
            "mode",
            PolicyValues.words(OfflineRules.OfflineMode.class),
            text -> PolicyValues.name(OfflineRules.OfflineMode.class, text),
            OfflineRules.OfflineMode.NONE),
        section.needed(
            "itemsPerCard",
            ClassReader.numberTo(MOST_ITEMS),
            text -> PolicyValues.number(text, 0, MOST_ITEMS),
            0),
        media(section),
        section.needed("unknownCards", PolicyValues.YES_OR_NO, PolicyValues::yesOrNo, false),
        section.needed("loanClass", "the name of a class", known(classes), ""));
  }

  private static Set<String> media(Section section) {
    Set<String> types = section.namesOrAll("mediaTypes");
    types.stream()
        .filter(type -> PolicyValues.media(type).isEmpty())
        .forEach(
            type ->
                section.fault(
                    "mediaTypes", "expected media types like 001, or all, found \"" + type + "\""));
    if (!section.has("mediaTypes")) {
      section.fault("mediaTypes", "expected media types like 001, or all, it is missing");
    }
    return types;
  }

  private static Function<String, Optional<String>> known(Set<String> names) {
    return text -> Optional.of(text).filter(names::contains);
  }
}
