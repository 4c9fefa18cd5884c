package org.libstation.central.oddline;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.libstation.central.CentralSystem;
import org.libstation.central.CentralSystemContractTest;
import org.libstation.central.link.TcpTransport;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Pin;

/// The contract of every way to a central system, over a protocol that is none of ours.
class OddLineContractTest extends CentralSystemContractTest {

  @Override
  protected Site open() throws IOException {
    OddLibrary library =
        new OddLibrary(
            List.of("I1", "I2", "I3", "I4"), Map.of("P1", "1", "P2", "2", "P3", "3"), "P3", "I4");
    library.lend("I3", "P2");
    return new OddSite(
        library, new OddLine(TcpTransport.plain("127.0.0.1", library.port()), false, 1));
  }

  private record OddSite(OddLibrary library, CentralSystem system) implements Site {
    @Override
    public OffsetDateTime now() {
      return OffsetDateTime.now(ZoneId.systemDefault());
    }

    @Override
    public ItemId shelved() {
      return new ItemId("I1");
    }

    @Override
    public ItemId alsoShelved() {
      return new ItemId("I2");
    }

    @Override
    public ItemId lentToAnother() {
      return new ItemId("I3");
    }

    @Override
    public ItemId reservedByAnother() {
      return new ItemId("I4");
    }

    @Override
    public ItemId unknownItem() {
      return new ItemId("I5");
    }

    @Override
    public PatronId reader() {
      return new PatronId("P1");
    }

    @Override
    public Pin pin() {
      return new Pin("1");
    }

    @Override
    public PatronId blocked() {
      return new PatronId("P3");
    }

    @Override
    public Pin blockedPin() {
      return new Pin("3");
    }

    @Override
    public PatronId unknownPatron() {
      return new PatronId("P4");
    }

    @Override
    public void cutLink() {
      library.cut(true);
    }

    @Override
    public void mendLink() {
      library.cut(false);
    }

    @Override
    public void loseNextRequest() {
      library.next(OddLibrary.Fault.LOSE_REQUEST);
    }

    @Override
    public void loseNextAnswer() {
      library.next(OddLibrary.Fault.LOSE_ANSWER);
    }

    @Override
    public void answerNextAboutAnotherItem() {
      library.next(OddLibrary.Fault.ANOTHER_ITEM);
    }

    @Override
    public void shutDown() throws IOException {
      library.close();
    }
  }
}
