package org.libstation.central.sip2;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import org.libstation.central.CentralSystem;
import org.libstation.central.CentralSystemContractTest;
import org.libstation.central.link.Transport;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.StationClock;
import org.libstation.lab.embedded.LibraryDialects;

/// The contract over SIP2, against a library of a few lines on a virtual clock.
final class Sip2SystemContractTest extends CentralSystemContractTest {

  @Override
  protected Site open() {
    return new TinySite();
  }

  private static final class TinySite implements Site {

    private final TinyLibrary library = new TinyLibrary();
    private final Cable cable = new Cable(new VirtualWire(library));
    private final Sip2System system =
        new Sip2System(
            cable,
            Payable.of(LibraryDialects.generic())
                .withLogin(Sip2Dialect.Sip2Login.byMessage("kiosk1", "hedgehog7", "foyer"))
                .withPlace(
                    new Sip2Dialect.StationLocation(
                        "MAIN", "MAIN", ZoneId.of("UTC"), Currency.getInstance("EUR"), "001")),
            cable);

    @Override
    public CentralSystem system() {
      return system;
    }

    @Override
    public OffsetDateTime now() {
      return cable.now().wall();
    }

    @Override
    public ItemId shelved() {
      return new ItemId("3001");
    }

    @Override
    public ItemId alsoShelved() {
      return new ItemId("3002");
    }

    @Override
    public ItemId lentToAnother() {
      return new ItemId("3003");
    }

    @Override
    public ItemId reservedByAnother() {
      return new ItemId("3004");
    }

    @Override
    public ItemId unknownItem() {
      return new ItemId("3999");
    }

    @Override
    public PatronId reader() {
      return new PatronId("2001");
    }

    @Override
    public Pin pin() {
      return new Pin("4821");
    }

    @Override
    public PatronId blocked() {
      return new PatronId("2666");
    }

    @Override
    public Pin blockedPin() {
      return new Pin("4821");
    }

    @Override
    public PatronId unknownPatron() {
      return new PatronId("2000");
    }

    @Override
    public void cutLink() {
      cable.cut = true;
    }

    @Override
    public void mendLink() {
      cable.cut = false;
    }

    @Override
    public void loseNextRequest() {
      library.loseRequest = true;
    }

    @Override
    public void loseNextAnswer() {
      library.loseAnswer = true;
    }

    @Override
    public void answerNextAboutAnotherItem() {
      library.otherItem = true;
    }

    @Override
    public void shutDown() {
      cable.close();
    }
  }

  /// A wire that can be cut. What is open ends when it is next used.
  private static final class Cable implements Transport, StationClock {

    private final VirtualWire wire;
    private boolean cut;

    Cable(VirtualWire wire) {
      this.wire = wire;
    }

    @Override
    public void open(Duration within) throws IOException {
      if (cut) {
        throw new IOException("no route to host");
      }
      wire.open(within);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      wire.write(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration within) throws IOException {
      return cut ? -1 : wire.read(buffer, within);
    }

    @Override
    public void close() {
      wire.close();
    }

    @Override
    public EventTime now() {
      return wire.now();
    }

    @Override
    public Duration monotonic() {
      return wire.monotonic();
    }
  }
}
