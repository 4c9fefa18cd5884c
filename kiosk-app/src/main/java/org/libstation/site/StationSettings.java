package org.libstation.site;

import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.barcode.Symbology;
import org.libstation.central.CentralProvider;
import org.libstation.central.Centrals;
import org.libstation.central.link.TlsTrust;
import org.libstation.flow.state.StaffLevel;
import org.libstation.policy.feed.HttpFeed;
import org.libstation.run.TagOwners;
import org.libstation.site.Reason.Word;
import org.libstation.speech.Headphone;
import org.libstation.staff.PinHash;
import org.libstation.sync.LookAgainSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The site's `station.yaml`. Every key there is stands in the example `config/station.yaml`.
///
/// @param data directory of the journal and keys, relative to the file
/// @param receipts directory for receipts as PDF; empty = none
/// @param policy file of rules, relative to the file
/// @param policyFeed where newer rules come from
/// @param alternatives other places to borrow or return, for when this station cannot
/// @param help how to reach a librarian
/// @param noticesOnReceipts whether the library's notice is printed on receipts while it is in
///   force
/// @param returnProof the code on slips of returns
/// @param opening when the station serves
/// @param role `station`, or `book-drop`: a drop alone, without log-in
/// @param drop how the book drop works, where there is one
/// @param speech how screens are read aloud
/// @param screen how large the panel is and where it hangs
/// @param tagOwners ISILs of the library and its partners, with commas between; empty = any
/// @param recoveryKey PEM file of the site's public recovery key; empty = made at the first start
@ConfigurationProperties(prefix = "station", ignoreUnknownFields = false)
public record StationSettings(
    Map<String, String> library,
    Map<String, String> name,
    @DefaultValue("live") Mode mode,
    @DefaultValue("zh-Hant-HK") String language,
    @DefaultValue("data") String data,
    @DefaultValue("") String receipts,
    Central central,
    Map<String, DeviceEntry> devices,
    @DefaultValue Barcodes barcodes,
    @DefaultValue("") String tagOwners,
    String policy,
    @DefaultValue Patron patron,
    Technician technician,
    @DefaultValue Settling settling,
    @DefaultValue PaymentPlace payment,
    @DefaultValue("") String recoveryKey,
    @DefaultValue PolicyFeed policyFeed,
    @DefaultValue List<Surroundings.Alternative> alternatives,
    @DefaultValue Surroundings.Help help,
    @DefaultValue("true") boolean noticesOnReceipts,
    @DefaultValue ReturnProof returnProof,
    @DefaultValue OpeningSettings opening,
    @DefaultValue("station") String role,
    @DefaultValue Drop drop,
    @DefaultValue Speech speech,
    @DefaultValue ScreenSettings screen) {

  static final Set<String> LANGUAGES = Set.of("zh-Hant-HK", "zh-Hans", "en");
  public static final List<String> DEVICES =
      List.of("scanner", "cards", "pad", "drop", "dropscanner", "bin", "printer");

  public StationSettings {
    require(
        library != null && library.keySet().equals(LANGUAGES), "library", Reason.of(Word.IN_THREE));
    require(name != null && name.keySet().equals(LANGUAGES), "name", Reason.of(Word.IN_THREE));
    require(LANGUAGES.contains(language), "language", Reason.oneOf("zh-Hant-HK", "zh-Hans", "en"));
    require(central != null, "central", Reason.of(Word.CENTRAL));
    require(technician != null, "technician", Reason.of(Word.TECHNICIAN));
    require(policy != null && !policy.isBlank(), "policy", Reason.of(Word.POLICY));
    require(canBe(() -> TagOwners.of(tagOwners)), "tag-owners", Reason.of(Word.ISILS));
    devices = devices == null ? Map.of() : Map.copyOf(devices);
    for (String device : devices.keySet()) {
      require(
          DEVICES.contains(device),
          "devices." + device,
          Reason.oneOf(DEVICES, "one of scanner, cards, pad, drop, dropscanner, bin, printer"));
    }
    require(!devices.isEmpty(), "devices", Reason.of(Word.ONE_DEVICE));
    require(
        Set.of("station", "book-drop").contains(role),
        "role",
        Reason.oneOf("station", "book-drop"));
    require(
        !role.equals("book-drop")
            || devices.containsKey("drop")
            || devices.containsKey("dropscanner")
            || devices.containsKey("scanner"),
        "devices.drop",
        Reason.of(Word.DROP_READER));
    require(
        !patron.cardStays() || devices.containsKey("pad") || devices.containsKey("cards"),
        "patron.card-stays",
        Reason.of(Word.CARD_PLACE));
    require(
        mode != Mode.LIVE || !payment.terminal().equals("simulated"),
        "payment.terminal",
        Reason.of(Word.NO_SIMULATION));
    require(
        mode != Mode.LIVE || technician.pins().values().stream().allMatch(PinHash::isHash),
        "technician.pin",
        Reason.of(Word.HASHES_ONLY));
    require(
        mode != Mode.LIVE || !technician.hasDefault(),
        "technician.pin",
        Reason.of(Word.NO_EXAMPLE));
    alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
    library = new HashMap<>(library);
    name = new HashMap<>(name);
  }

  /// The book drop.
  ///
  /// @param closeAtPercent from this fill on the flap stays shut
  /// @param holds when an item that somebody waits for is reported: `at-drop`, or `at-emptying`
  /// @param slip when it prints a slip: by its `key`, `always`, or `never`
  public record Drop(
      @DefaultValue("95") int closeAtPercent,
      @DefaultValue("at-drop") String holds,
      @DefaultValue("key") String slip) {
    public Drop {
      require(
          closeAtPercent >= 20 && closeAtPercent <= 100,
          "drop.close-at-percent",
          Reason.range(20, 100));
      require(
          Set.of("at-drop", "at-emptying").contains(holds),
          "drop.holds",
          Reason.oneOf("at-drop", "at-emptying"));
      require(
          Set.of("key", "always", "never").contains(slip),
          "drop.slip",
          Reason.oneOf("key", "always", "never"));
    }

    public boolean holdsAtEmptying() {
      return holds.equals("at-emptying");
    }
  }

  /// The signed code on slips of returns.
  ///
  /// @param printed whether there is one
  /// @param key PEM file of the site's private Ed25519 key; empty = the station's own, made at the
  ///   first start
  /// @param publicKey PEM file of its public half; empty exactly when `key` is
  public record ReturnProof(
      @DefaultValue("true") boolean printed,
      @DefaultValue("") String key,
      @DefaultValue("") String publicKey) {
    public ReturnProof {
      require(
          key.isEmpty() == publicKey.isEmpty(),
          "return-proof.public-key",
          Reason.of(Word.PUBLIC_HALF));
    }
  }

  /// Reading aloud.
  ///
  /// @param engine `espeak-ng`, `speech-dispatcher` or `none`
  /// @param headphone how it is known that one is plugged in, see [Headphone.Way#of(String)]
  /// @param loudspeaker whether what is not personal is said to the room without one
  public record Speech(
      @DefaultValue("espeak-ng") String engine,
      @DefaultValue("keys") String headphone,
      @DefaultValue("true") boolean loudspeaker) {
    public Speech {
      require(
          Set.of("espeak-ng", "speech-dispatcher", "none").contains(engine),
          "speech.engine",
          Reason.oneOf("espeak-ng", "speech-dispatcher", "none"));
      require(
          canBe(() -> Headphone.Way.of(headphone)), "speech.headphone", Reason.of(Word.HEADPHONE));
    }
  }

  public enum Mode {
    LIVE,
    DEMO,
    TRAINING
  }

  /// How the central system is reached.
  ///
  /// @param protocol what it speaks, see [CentralProvider#protocol()]; empty = the usual one
  /// @param dialect the name of a file in `dialects/`, or a path that ends in `.yaml`; empty
  ///   exactly where the protocol has none
  /// @param options of that protocol alone
  public record Central(
      @DefaultValue("") String protocol,
      String host,
      int port,
      @DefaultValue("") String dialect,
      @DefaultValue("") String institution,
      @DefaultValue("") String location,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("Asia/Hong_Kong") String zone,
      @DefaultValue("HKD") String currency,
      @DefaultValue Tls tls,
      @DefaultValue Map<String, String> options) {
    public Central {
      protocol = protocol.isEmpty() ? Centrals.usual().protocol() : protocol;
      Optional<CentralProvider> spoken = Centrals.of(protocol);
      require(spoken.isPresent(), "central.protocol", Reason.oneOf(Centrals.protocols()));
      require(host != null && !host.isBlank(), "central.host", Reason.of(Word.HOST));
      require(port > 0 && port < 65536, "central.port", Reason.of(Word.PORT));
      require(canBe(() -> ZoneId.of(zone)), "central.zone", Reason.of(Word.ZONE));
      require(
          canBe(() -> Currency.getInstance(currency)),
          "central.currency",
          Reason.of(Word.CURRENCY));
      require(
          spoken.flatMap(CentralProvider::dialects).isPresent() != dialect.isBlank(),
          "central.dialect",
          dialect.isBlank()
              ? Reason.of(Word.DIALECT)
              : Reason.plain("nothing: it has no dialects"));
      options = Map.copyOf(options);
    }

    @Override
    public String toString() {
      return host + ":" + port + " (" + (dialect.isEmpty() ? protocol : dialect) + ")";
    }
  }

  /// One device.
  ///
  /// @param address such as `serial:/dev/libstation/pad?baud=38400`
  public record DeviceEntry(
      String model, String address, @DefaultValue Map<String, String> options) {
    public DeviceEntry {
      require(model != null && !model.isBlank(), "devices.*.model", Reason.of(Word.MODEL));
      require(address != null && !address.isBlank(), "devices.*.address", Reason.of(Word.ADDRESS));
      options = options == null ? Map.of() : Map.copyOf(options);
    }
  }

  /// How a scan is judged: a reader for cards alone, an ISBN or ISSN, the rules, the screen.
  ///
  /// @param titles whether an ISBN or ISSN is one whatever the rules say: `first` or `after-rules`
  /// @param unmatched what a code is that no rule knows: `refuse`, or `by-screen`
  public record Barcodes(
      @DefaultValue("first") String titles,
      @DefaultValue("refuse") String unmatched,
      @DefaultValue List<BarcodeRule> rules) {
    public Barcodes {
      require(
          Set.of("first", "after-rules").contains(titles),
          "barcodes.titles",
          Reason.oneOf("first", "after-rules"));
      require(
          Set.of("refuse", "by-screen").contains(unmatched),
          "barcodes.unmatched",
          Reason.oneOf("refuse", "by-screen"));
      rules = rules == null ? List.of() : List.copyOf(rules);
    }
  }

  /// One kind of barcode of the library.
  ///
  /// @param dropCheck whether the check character at the end is no part of the number
  public record BarcodeRule(
      @DefaultValue("") String is,
      @DefaultValue("") String pattern,
      @DefaultValue("none") String check,
      @DefaultValue("any") String symbology,
      @DefaultValue("false") boolean dropCheck) {
    public BarcodeRule {
      require(
          Set.of("item", "patron").contains(is),
          "barcodes.rules.*.is",
          Reason.oneOf("item", "patron"));
      require(
          !pattern.isEmpty() && canBe(() -> Pattern.compile(pattern)),
          "barcodes.rules.*.pattern",
          Reason.of(Word.EXPRESSION));
      require(
          Set.of("none", "luhn14", "mod43", "mod11", "ean13").contains(check),
          "barcodes.rules.*.check",
          Reason.oneOf("none", "luhn14", "mod43", "mod11", "ean13"));
      require(
          symbology.equals("any") || Symbology.ofWord(symbology).isPresent(),
          "barcodes.rules.*.symbology",
          SYMBOLOGIES);
    }
  }

  public record Patron(
      @DefaultValue("true") boolean pinRequired,
      @DefaultValue("60") int idleSeconds,
      @DefaultValue("30") int warningSeconds,
      @DefaultValue("20") int comeBackSeconds,
      @DefaultValue("false") boolean askCount,
      @DefaultValue("false") boolean cardStays) {
    public Patron {
      require(
          idleSeconds >= 20 && idleSeconds <= 600, "patron.idle-seconds", Reason.range(20, 600));
      require(
          warningSeconds >= 20 && warningSeconds <= 120,
          "patron.warning-seconds",
          Reason.range(20, 120).saying("20 to 120 (WCAG 2.2.1 asks for at least 20)"));
      require(
          comeBackSeconds >= 0 && comeBackSeconds <= 60,
          "patron.come-back-seconds",
          Reason.range(0, 60));
    }
  }

  /// Who may open the service screens.
  ///
  /// @param pin of whoever is not named, with the rights of a technician
  /// @param named members of staff: what they put right is closed in their name
  public record Technician(@DefaultValue("") String pin, @DefaultValue List<StaffPin> named) {
    /// How whoever is not named stands in the journal.
    private static final String UNNAMED = "technician";

    public Technician {
      require(isPin(pin), "technician.pin", Reason.of(Word.PIN));
      named = named == null ? List.of() : List.copyOf(named);
      Set<String> pins = named.stream().map(StaffPin::pin).collect(Collectors.toSet());
      require(
          !pins.contains(pin) && pins.size() == named.size(),
          "technician.named.*.pin",
          Reason.of(Word.PIN_ONCE));
      Set<String> names = named.stream().map(StaffPin::name).collect(Collectors.toSet());
      require(
          !names.contains(UNNAMED) && names.size() == named.size(),
          "technician.named.*.name",
          Reason.of(Word.NAME_ONCE));
    }

    /// All PINs, or what stands for them, by name.
    public Map<String, String> pins() {
      Map<String, String> all = new HashMap<>();
      named.forEach(each -> all.put(each.name(), each.pin()));
      all.put(UNNAMED, pin);
      return all;
    }

    /// What stands for their cards, by name; of those who have one.
    public Map<String, String> cards() {
      return named.stream()
          .filter(each -> !each.card().isEmpty())
          .collect(Collectors.toMap(StaffPin::name, StaffPin::card));
    }

    /// What each of them may do, by name.
    public Map<String, StaffLevel> levels() {
      Map<String, StaffLevel> all = new HashMap<>();
      named.forEach(
          each -> all.put(each.name(), StaffLevel.valueOf(each.level().toUpperCase(Locale.ROOT))));
      all.put(UNNAMED, StaffLevel.TECHNICIAN);
      return all;
    }

    /// Whether one of them is a PIN that stands in the example site, which everybody can read.
    boolean hasDefault() {
      return pins().values().stream()
          .anyMatch(each -> EXAMPLES.stream().anyMatch(known -> PinHash.fits(each, known)));
    }

    private static final List<String> EXAMPLES = List.of("246810", "135790");

    @Override
    public String toString() {
      return "technician";
    }
  }

  private static final Reason SYMBOLOGIES = symbologies();

  private static Reason symbologies() {
    List<String> words =
        Stream.concat(Stream.of("any"), Arrays.stream(Symbology.values()).map(Symbology::word))
            .toList();
    return Reason.oneOf(
        words, "any or one of " + String.join(", ", words.subList(1, words.size())));
  }

  private static boolean isPin(String text) {
    return text.matches("\\d{4,12}") || PinHash.isHash(text);
  }

  /// A member of staff.
  ///
  /// @param level `staff`, `technician` or `administrator`
  /// @param card hash of the number on their staff card; empty = none
  public record StaffPin(
      @DefaultValue("") String name,
      @DefaultValue("") String pin,
      @DefaultValue("technician") String level,
      @DefaultValue("") String card) {
    public StaffPin {
      require(
          card.isEmpty() || PinHash.isHash(card), "technician.named.*.card", Reason.of(Word.CARD));
      require(!name.isBlank(), "technician.named.*.name", Reason.of(Word.STAFF_NAME));
      require(isPin(pin), "technician.named.*.pin", Reason.of(Word.PIN));
      require(
          Set.of("staff", "technician", "administrator").contains(level),
          "technician.named.*.level",
          Reason.oneOf("staff", "technician", "administrator"));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// Where patrons pay.
  ///
  /// @param terminal `none`, or `simulated` (demo and training only)
  public record PaymentPlace(@DefaultValue("none") String terminal) {
    public PaymentPlace {
      require(
          Set.of("none", "simulated").contains(terminal),
          "payment.terminal",
          Reason.oneOf("none", "simulated"));
    }

    public boolean possible() {
      return !terminal.equals("none");
    }
  }

  public record Settling(
      @DefaultValue("30") int quarantineSeconds,
      @DefaultValue("12") int patronDeadlineSeconds,
      @DefaultValue("300") int resumableSeconds,
      @DefaultValue("3") int goodAnswers,
      @DefaultValue("5") int probeSeconds,
      @DefaultValue LookAgain lookAgain) {
    public Settling {
      require(
          quarantineSeconds >= 1 && quarantineSeconds <= 3600,
          "settling.quarantine-seconds",
          Reason.range(1, 3600));
      require(
          patronDeadlineSeconds >= 2 && patronDeadlineSeconds <= 60,
          "settling.patron-deadline-seconds",
          Reason.range(2, 60));
      require(
          resumableSeconds >= 2 && resumableSeconds <= 3600,
          "settling.resumable-seconds",
          Reason.range(2, 3600));
      require(goodAnswers >= 1 && goodAnswers <= 20, "settling.good-answers", Reason.range(1, 20));
      require(
          probeSeconds >= 1 && probeSeconds <= 300, "settling.probe-seconds", Reason.range(1, 300));
    }
  }

  /// The share of the line for looks at what is settled.
  ///
  /// @param perHour so many looks an hour at most; 0 = none
  /// @param sample how many of the entries that were never in doubt, each night; 0 = none
  /// @param sampleFromHour when the night begins, in the central system's zone
  public record LookAgain(
      @DefaultValue("60") int perHour,
      @DefaultValue("100") int sample,
      @DefaultValue("2") int sampleFromHour) {
    public LookAgain {
      require(
          perHour >= 0 && perHour <= LookAgainSettings.MOST_PER_HOUR,
          "settling.look-again.per-hour",
          Reason.range(0, LookAgainSettings.MOST_PER_HOUR));
      require(
          sample >= 0 && sample <= LookAgainSettings.LARGEST_SAMPLE,
          "settling.look-again.sample",
          Reason.range(0, LookAgainSettings.LARGEST_SAMPLE));
      require(
          sampleFromHour >= 0 && sampleFromHour <= 23,
          "settling.look-again.sample-from-hour",
          Reason.range(0, 23));
    }
  }

  /// Where newer rules and lists of blocked cards come from.
  ///
  /// @param from an https address, or a file relative to the site's directory; empty = no feed
  /// @param key PEM file with the library's public Ed25519 key, by which they are proven
  /// @param oldAfterHours from then on rules that nobody confirmed are told with care; 0 = never
  /// @param blockedFrom as `from`; empty = no list
  /// @param hashKey file with the key of the cards' hashes, in Base64
  public record PolicyFeed(
      @DefaultValue("") String from,
      @DefaultValue("") String key,
      @DefaultValue("15") int everyMinutes,
      @DefaultValue("72") int oldAfterHours,
      @DefaultValue("") String blockedFrom,
      @DefaultValue("") String hashKey) {
    public PolicyFeed {
      require(
          !from.isEmpty() || (key + blockedFrom + hashKey).isEmpty(),
          "policy-feed.from",
          Reason.of(Word.FEED));
      require(from.isEmpty() || !key.isEmpty(), "policy-feed.key", Reason.of(Word.FEED_KEY));
      require(
          blockedFrom.isEmpty() == hashKey.isEmpty(),
          "policy-feed.hash-key",
          Reason.of(Word.FEED_HASHES));
      require(
          everyMinutes >= 1 && everyMinutes <= 1440,
          "policy-feed.every-minutes",
          Reason.range(1, 1440));
      require(
          oldAfterHours >= 0 && oldAfterHours <= 8760,
          "policy-feed.old-after-hours",
          Reason.range(0, 8760));
      requireAddress("policy-feed.from", from);
      requireAddress("policy-feed.blocked-from", blockedFrom);
    }

    private static void requireAddress(String key, String address) {
      require(!address.startsWith("file:"), key, Reason.of(Word.FEED_FILE));
      require(
          !address.contains("://") || canBe(() -> new HttpFeed(URI.create(address))),
          key,
          Reason.of(Word.HTTPS));
    }

    public boolean isSet() {
      return !from.isEmpty();
    }
  }

  /// How the way to the central system is encrypted. Nothing here is ever left out silently: a
  /// section that is not enabled must be empty.
  public record Tls(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("") String authority,
      @DefaultValue("") String pinned,
      @DefaultValue("") String certificate,
      @DefaultValue("") String key) {
    public Tls {
      boolean empty = (authority + pinned + certificate + key).isEmpty();
      require(enabled || empty, "central.tls.enabled", Reason.of(Word.TLS_OFF));
      require(
          authority.isEmpty() || pinned.isEmpty(),
          "central.tls.pinned",
          Reason.of(Word.TLS_EITHER));
      require(
          pinned.isEmpty() || canBe(() -> new TlsTrust.Server.Pinned(pinned)),
          "central.tls.pinned",
          Reason.of(Word.TLS_PIN));
      require(certificate.isEmpty() == key.isEmpty(), "central.tls.key", Reason.of(Word.TLS_PAIR));
    }
  }

  static void require(boolean good, String key, Reason expected) {
    if (!good) {
      throw new SettingException("station." + key, expected);
    }
  }

  private static boolean canBe(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
