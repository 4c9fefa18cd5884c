package org.libstation.lab.embedded;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.libstation.central.CentralSystem;
import org.libstation.central.CentralSystemContractTest;
import org.libstation.central.link.TcpTransport;
import org.libstation.central.sip2.Sip2System;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;
import org.libstation.circulation.StationClock;
import org.libstation.testkit.Changed;

/// The contract over SIP2 and a real socket, against the embedded library.
final class EmbeddedContractTest extends CentralSystemContractTest {

  @Override
  protected Site open() {
    return new EmbeddedSite();
  }

  private static final class EmbeddedSite implements Site {
    private final LibraryRules rules = LibraryRules.standard();
    private final EmbeddedLibrary library =
        EmbeddedLibrary.inMemory(
            rules, InstantSource.system(), EmbeddedLibrary.Listen.loopback(0, 0));
    private final Sip2System system =
        new Sip2System(
            TcpTransport.plain("127.0.0.1", library.port()),
            Changed.with(
                LibraryDialects.embedded(),
                "patience",
                LibraryDialects.embedded()
                    .patience()
                    .with(
                        c ->
                            c.connect(Duration.ofSeconds(2))
                                .minimumAnswer(Duration.ofMillis(500))
                                .maximumAnswer(Duration.ofMillis(500))
                                .resends(2)
                                .keepAlive(Duration.ofSeconds(40))
                                .turn(Duration.ofSeconds(10)))),
            new MachineClock());

    @Override
    public CentralSystem system() {
      return system;
    }

    @Override
    public OffsetDateTime now() {
      return InstantSource.system().instant().atZone(rules.zone()).toOffsetDateTime();
    }

    @Override
    public ItemId shelved() {
      return new ItemId(Library.item("The time machine"));
    }

    @Override
    public ItemId alsoShelved() {
      return new ItemId(Library.item("Typhoon and other stories"));
    }

    @Override
    public ItemId lentToAnother() {
      return new ItemId(Library.item("Jane Eyre"));
    }

    @Override
    public ItemId reservedByAnother() {
      return new ItemId(Library.item("邊城"));
    }

    @Override
    public ItemId unknownItem() {
      return new ItemId("39999999999999");
    }

    @Override
    public PatronId reader() {
      return new PatronId(Library.card(1));
    }

    @Override
    public Pin pin() {
      return new Pin("4821");
    }

    @Override
    public PatronId blocked() {
      return new PatronId(Library.card(27));
    }

    @Override
    public Pin blockedPin() {
      return new Pin("6482");
    }

    @Override
    public PatronId unknownPatron() {
      return new PatronId("29999999999999");
    }

    @Override
    public void cutLink() {
      library.pullCable();
    }

    @Override
    public void mendLink() {
      library.plugCable();
    }

    @Override
    public void loseNextRequest() {
      library.faults().next(LibraryFaults.ANY, new Fault.LoseRequest());
    }

    @Override
    public void loseNextAnswer() {
      library.faults().next(LibraryFaults.ANY, new Fault.LoseReply());
    }

    @Override
    public void answerNextAboutAnotherItem() {
      library.faults().next(LibraryFaults.ANY, new Fault.AnotherItem());
    }

    @Override
    public void shutDown() {
      library.close();
    }
  }

  /// The machine's own clock.
  private static final class MachineClock implements StationClock {
    private final long start = System.nanoTime();

    @Override
    public EventTime now() {
      OffsetDateTime wall =
          InstantSource.system()
              .instant()
              .atZone(java.time.ZoneId.of("Asia/Hong_Kong"))
              .toOffsetDateTime();
      return new EventTime(wall, "test", monotonic(), Optional.empty(), false);
    }

    @Override
    public Duration monotonic() {
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }
}
