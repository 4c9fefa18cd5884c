package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.libstation.central.link.Transport;
import org.libstation.central.sip2.Sip2Codec;
import org.libstation.central.sip2.Sip2Date;
import org.libstation.central.sip2.Sip2Fields;
import org.libstation.central.sip2.Sip2Flag;
import org.libstation.central.sip2.Sip2Framer;
import org.libstation.central.sip2.Sip2Framer.Sip2Frame;
import org.libstation.central.sip2.Sip2Message;
import org.libstation.central.sip2.Sip2Request;
import org.libstation.central.sip2.Sip2Response;

/// Sends the messages that a station sends and waits for each answer, without a journal or any
/// decision. A station is compared with it.
final class BareClient implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Sip2Fields INSTITUTION = Sip2Fields.NONE.with("AO", "SEL");

  private final Transport wire;
  private final TrialClock clock;
  private final Sip2Codec codec = new Sip2Codec(StandardCharsets.UTF_8, true);
  private final byte[] buffer = new byte[8 * 1024];
  private final Deque<Sip2Frame> frames = new ArrayDeque<>();
  private final Sip2Framer framer = new Sip2Framer();
  private int sequence;

  /// Connects and logs in.
  BareClient(Transport wire, TrialClock clock) throws IOException {
    this.wire = wire;
    this.clock = clock;
    wire.open(LIMIT);
    Sip2Message _ =
        ask(
            new Sip2Request.Login(
                "0",
                "0",
                Sip2Fields.NONE.with("CN", "station1").with("CO", "station1").with("CP", "SEL-1")));
    Sip2Message _ = ask(new Sip2Request.ScStatus("0", "080", "2.00", Sip2Fields.NONE));
  }

  /// Sends a 17 for an item.
  void look(String item) throws IOException {
    Sip2Message _ =
        ask(new Sip2Request.ItemInformation(date(), INSTITUTION.with("AB", item).with("AC", "")));
  }

  /// @throws IllegalStateException when it is refused
  void checkout(String item, String card) throws IOException {
    Sip2Message answer =
        ask(
            new Sip2Request.Checkout(
                Sip2Flag.NO,
                Sip2Flag.NO,
                date(),
                Sip2Date.NONE,
                INSTITUTION
                    .with("AA", card)
                    .with("AB", item)
                    .with("AC", "")
                    .with("AD", "")
                    .with("BO", "N")));
    if (!(answer instanceof Sip2Response.CheckoutResponse lent) || !lent.ok().yes()) {
      throw new IllegalStateException("a bare checkout was not accepted");
    }
  }

  /// @throws IllegalStateException when it is refused
  void checkin(String item) throws IOException {
    Sip2Message answer =
        ask(
            new Sip2Request.Checkin(
                Sip2Flag.NO,
                date(),
                date(),
                Sip2Fields.NONE
                    .with("AP", "SEL-1")
                    .with("AO", "SEL")
                    .with("AB", item)
                    .with("AC", "")));
    if (!(answer instanceof Sip2Response.CheckinResponse back) || !back.ok().yes()) {
      throw new IllegalStateException("a bare return was not accepted");
    }
  }

  private Sip2Date date() {
    return Sip2Date.local(clock.local());
  }

  private Sip2Message ask(Sip2Request request) throws IOException {
    wire.write(codec.encode(request, sequence));
    sequence = (sequence + 1) % 10;
    while (frames.isEmpty()) {
      int length = wire.read(buffer, LIMIT);
      if (length <= 0) {
        throw new IOException("no answer to a bare " + request.code());
      }
      frames.addAll(framer.feed(buffer, length));
    }
    return switch (frames.remove()) {
      case Sip2Frame.WholeMessage line -> codec.decode(line.bytes()).message();
      case Sip2Frame.TooLong _ -> throw new IOException("a line without an end");
    };
  }

  @Override
  public void close() {
    wire.close();
  }
}
