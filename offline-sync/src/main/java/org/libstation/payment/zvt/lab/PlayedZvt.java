package org.libstation.payment.zvt.lab;

import java.io.IOException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.circulation.Money;
import org.libstation.payment.lab.TerminalTwin;
import org.libstation.payment.zvt.lab.ZvtTwin.Booked;
import org.libstation.payment.zvt.lab.ZvtTwin.CardholderBehaviour;
import org.libstation.payment.zvt.lab.ZvtTwin.Temper;

/// A [ZvtTwin] at a TCP port, for a station during development. While unplugged it keeps its port
/// number and its ledger.
public final class PlayedZvt implements TerminalTwin {
  private static final String NOT_SAID = "which one? help names them";

  private final ZvtTwin twin;
  private final Currency currency;
  private final int port;
  private Optional<TcpEnd> end;

  /// @param port 0 for any free port
  public PlayedZvt(int port, Currency currency) throws IOException {
    this.twin = new ZvtTwin(Temper.REVERSES_UNHEARD, currency.getNumericCode());
    this.currency = currency;
    TcpEnd first = new TcpEnd(twin, port);
    this.end = Optional.of(first);
    this.port = first.port();
  }

  @Override
  public String place() {
    return "127.0.0.1:" + port;
  }

  @Override
  public List<String> help() {
    return List.of(
        "next pays|declined|presses-stop|never-comes|pays-more",
        "               what the next person does at it (pays, where nothing is said); said again,",
        "               what the one after does",
        "temper reverses-unheard|takes-first|goes-on|late",
        "               what becomes of a payment whose end the till did not hear",
        "ledger         what its bank has: receipt, trace, sum",
        "restart        its power goes and comes back",
        "its password is " + ZvtTwin.PASSWORD + ", its currency " + currency);
  }

  @Override
  public Optional<String> act(List<String> words) {
    String second = words.size() == 2 ? words.get(1) : "";
    return switch (words.getFirst()) {
      case "next" ->
          Optional.of(named(CardholderBehaviour.values(), second).map(this::next).orElse(NOT_SAID));
      case "temper" ->
          Optional.of(named(Temper.values(), second).map(this::becomes).orElse(NOT_SAID));
      case "ledger" -> Optional.of(ledger());
      case "restart" -> Optional.of(restart());
      case "unplug" -> Optional.of(unplug());
      case "plug" -> Optional.of(plug());
      default -> Optional.empty();
    };
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String word) {
    return Arrays.stream(all)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
        .findFirst();
  }

  private String next(CardholderBehaviour person) {
    synchronized (twin) {
      twin.then(person);
    }
    return "ok";
  }

  private String becomes(Temper temper) {
    synchronized (twin) {
      twin.becomes(temper);
    }
    return "ok";
  }

  private String ledger() {
    List<Booked> all;
    synchronized (twin) {
      all = twin.ledger();
    }
    return all.isEmpty()
        ? "nothing"
        : all.stream()
            .map(
                each ->
                    "%04d %06d %s %s"
                        .formatted(
                            each.receipt(),
                            each.trace(),
                            new Money(each.minor(), currency).decimal(),
                            currency))
            .collect(Collectors.joining("; "));
  }

  private String restart() {
    synchronized (twin) {
      twin.restart();
    }
    end.ifPresent(TcpEnd::cut);
    return "ok";
  }

  private String unplug() {
    end.ifPresent(PlayedZvt::unplug);
    end = Optional.empty();
    return "ok";
  }

  private String plug() {
    if (end.isEmpty()) {
      try {
        end = Optional.of(new TcpEnd(twin, port));
      } catch (IOException e) {
        return "its port " + port + " is not to be had: " + e.getMessage();
      }
    }
    return "ok " + place();
  }

  private static void unplug(TcpEnd end) {
    try {
      end.unplug();
    } catch (IOException _) {
      // The twin cannot be reached any more in either case.
    }
  }

  @Override
  public void close() {
    unplug();
  }
}
