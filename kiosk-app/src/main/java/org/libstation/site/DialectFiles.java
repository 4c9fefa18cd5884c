package org.libstation.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.libstation.central.sip2.RefusalRule;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.central.sip2.Sip2Habits;
import org.libstation.site.StrictYaml.Text;

/// Where dialects lie: a site's own `dialects/NAME.yaml`, then those that come with the program
/// (`config/dialects` of the source tree); or any file by its path.
public final class DialectFiles {
  private static final String SHIPPED = "/org/libstation/dialects/";
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";
  private static final StrictYaml<DialectSettings> DIALECT =
      new StrictYaml<>("dialect", DialectSettings.class);

  /// A connection idle for longer is tried with a 99 before it is trusted.
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(40);

  /// Longer than any answer: another's request may have to end first.
  private static final Duration TURN = Duration.ofSeconds(20);

  private final Path site;

  /// @param site the site's configuration directory; it need not have dialects of its own
  public DialectFiles(Path site) {
    this.site = site;
  }

  /// A dialect as its files say.
  ///
  /// @param name of a file in `dialects/`, or a path ending in `.yaml`, relative to the site
  /// @throws SiteProblem when there is none, or a key or value in it cannot be
  public Sip2Dialect read(String name) {
    return dialect(nameOf(name), read(layers(name)), refusals(layers(name)));
  }

  /// The settings of a dialect, with what it is based on.
  public DialectSettings settings(String name) {
    return read(layers(name));
  }

  private static DialectSettings read(List<Text> layers) {
    return DIALECT.read(layers, Map.of());
  }

  /// Its own first: a narrow text of a system goes before the usual ones.
  private static List<RefusalRule> refusals(List<Text> layers) {
    return layers.stream()
        .flatMap(
            layer ->
                DIALECT
                    .items(layer, "dialect.refusals", DialectSettings.RefusalText.class)
                    .stream())
        .map(DialectSettings.RefusalText::rule)
        .toList();
  }

  private List<Text> layers(String name) {
    List<Text> layers = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    Optional<String> next = Optional.of(name);
    while (next.isPresent()) {
      if (!seen.add(next.get())) {
        throw new SiteProblem(
            layers.getLast().place() + ": dialect.based-on: " + name + " is based on itself");
      }
      Text text = text(next.get());
      layers.add(text);
      next = DIALECT.value(text, "dialect.based-on").filter(base -> !base.isBlank());
    }
    return layers;
  }

  private Text text(String name) {
    if (name.endsWith(".yaml")) {
      return Text.of(site.resolve(name));
    }
    Path own = site.resolve("dialects").resolve(name + ".yaml");
    if (name.matches(NAME)) {
      Optional<Text> found =
          Files.isRegularFile(own)
              ? Optional.of(Text.of(own))
              : shipped(name + ".yaml").map(text -> new Text("dialects/" + name + ".yaml", text));
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new SiteProblem(
        new Reason(Reason.Word.NO_DIALECT, List.of(name), names(), "")
            .refusal(
                "",
                0,
                "station.central.dialect",
                "there is no dialects/%s.yaml; expected one of %s, or the path of a file that ends in .yaml"
                    .formatted(name, String.join(", ", names()))));
  }

  /// The names of those that come with the program, in order.
  public static List<String> shipped() {
    return shipped("index.txt").map(index -> index.lines().toList()).orElse(List.of());
  }

  /// The names there are, in order.
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    shipped("index.txt").ifPresent(index -> index.lines().forEach(names::add));
    Path folder = site.resolve("dialects");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(file -> file.endsWith(".yaml"))
            .map(file -> file.substring(0, file.length() - ".yaml".length()))
            .forEach(names::add);
      } catch (IOException _) {
        // Only a list of examples for a message.
      }
    }
    return List.copyOf(names);
  }

  private static String nameOf(String name) {
    String file = String.valueOf(Path.of(name).getFileName());
    return file.endsWith(".yaml") ? file.substring(0, file.length() - ".yaml".length()) : file;
  }

  private static Optional<String> shipped(String file) {
    try (InputStream in = DialectFiles.class.getResourceAsStream(SHIPPED + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " of this program cannot be read", e);
    }
  }

  /// Without what a site adds: who logs in, and where the station stands.
  private static Sip2Dialect dialect(
      String name, DialectSettings settings, List<RefusalRule> refusals) {
    DialectSettings.Wire wire = settings.wire();
    return new Sip2Dialect(
        name,
        new Sip2Dialect.Wire(
            wire.errorDetection(),
            wire.trailerOptional(),
            Charset.forName(wire.charset()),
            wire.lineEnd(),
            wire.timeForm()),
        Optional.empty(),
        new Sip2Dialect.Place("", "", ZoneId.of("UTC"), Currency.getInstance("EUR"), "001"),
        patience(settings.session()),
        meaning(settings, refusals),
        habits(settings));
  }

  private static Sip2Dialect.Patience patience(DialectSettings.Session session) {
    Map<String, Duration> byMessage = new java.util.HashMap<>();
    session
        .answerSeconds()
        .forEach((code, seconds) -> byMessage.put(code, Duration.ofSeconds(seconds)));
    return new Sip2Dialect.Patience(
        Duration.ofSeconds(session.connectSeconds()),
        Duration.ofSeconds(session.minimumAnswerSeconds()),
        Duration.ofSeconds(session.maximumAnswerSeconds()),
        session.resends(),
        keepAlive(session.idleDrop(), KEEP_ALIVE),
        TURN,
        byMessage);
  }

  /// Well before the central system closes an idle connection.
  public static Duration keepAlive(Optional<Duration> idleDrop, Duration usual) {
    return idleDrop
        .map(drop -> drop.multipliedBy(2).dividedBy(3))
        .filter(early -> early.compareTo(usual) < 0)
        .orElse(usual);
  }

  private static Sip2Dialect.Meaning meaning(DialectSettings settings, List<RefusalRule> refusals) {
    DialectSettings.Answers answers = settings.answers();
    DialectSettings.Patron patron = settings.patron();
    return new Sip2Dialect.Meaning(
        answers.recalledIsOnLoan(),
        Set.copyOf(settings.pin().neededFor()),
        settings.pin().verifiedBy(),
        answers.refusalOmitsEcho(),
        answers.alerts(),
        filled(answers.chargeField()),
        filled(answers.dueFormat()),
        new Sip2Dialect.Account(
            patron.loans(),
            patron.holdItems(),
            patron.noAmount() == DialectSettings.NoAmount.NOTHING_OWED,
            Set.copyOf(patron.silentFlags()),
            new Sip2Dialect.Lists(patron.listPart(), Duration.ofSeconds(patron.listSeconds())),
            filled(patron.fineLine())),
        refusals);
  }

  private static Sip2Habits habits(DialectSettings settings) {
    DialectSettings.Messages messages = settings.messages();
    DialectSettings.Acts acts = settings.acts();
    return new Sip2Habits(
        Set.copyOf(messages.supported()),
        messages.byBx(),
        messages.unsupported(),
        messages.resend(),
        messages.sameAgain(),
        acts.repeatedCheckout(),
        acts.returnDate(),
        acts.noBlock(),
        acts.renewsFrom(),
        settings.session().connections(),
        settings.session().idleDrop(),
        settings.session().locationRequired());
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
