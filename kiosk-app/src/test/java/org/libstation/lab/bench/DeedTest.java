package org.libstation.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.lab.embedded.DemoPatron;
import org.libstation.lab.embedded.Stock;
import org.libstation.lab.embedded.StockItem;
import org.libstation.lab.scenario.Action;
import org.libstation.lab.scenario.Action.PaperState;
import org.libstation.lab.scenario.Bench.OnPad;

class DeedTest {
  private static final StockItem BOOK = item("38801000002151");
  private static final StockItem SET = item("38801000003050");

  private static StockItem item(String barcode) {
    return Stock.items().stream()
        .filter(item -> item.barcode().equals(barcode))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCardAndABarcodeAreHeldBeforeTheScanner() {
    DemoPatron reader = DemoPatron.all().getFirst();
    assertThat(new BenchDeed.Present(reader).actions())
        .containsExactly(new Action.Scan(reader.card()));
    assertThat(new BenchDeed.ScanItem(BOOK).actions())
        .containsExactly(new Action.Scan("38801000002151"));
    assertThat(new BenchDeed.ScanCode("9787020008728").actions())
        .containsExactly(new Action.Scan("9787020008728"));
  }

  @Test
  void ofASetAllPartsAreLaidOnThePadAtOnce() {
    assertThat(new BenchDeed.Lay(BOOK).actions())
        .containsExactly(new Action.Place(List.of("38801000002151")));
    assertThat(new BenchDeed.Lay(SET).actions())
        .containsExactly(
            new Action.Place(
                List.of("38801000003050/1:3", "38801000003050/2:3", "38801000003050/3:3")));
  }

  @Test
  void aSetFallsIntoTheDropPartByPart() {
    assertThat(new BenchDeed.Drop(BOOK).actions())
        .containsExactly(new Action.Drop("38801000002151"));
    assertThat(new BenchDeed.Drop(SET).actions())
        .containsExactly(
            new Action.Drop("38801000003050/1:3"),
            new Action.Drop("38801000003050/2:3"),
            new Action.Drop("38801000003050/3:3"));
  }

  @Test
  void oneTagIsLiftedByItsNameAndAllByNone() {
    OnPad part = new OnPad("38801000003050", 2, 3, true);
    assertThat(new BenchDeed.Lift(part, "Bear").actions())
        .containsExactly(new Action.Lift(List.of("38801000003050/2:3")));
    assertThat(new BenchDeed.LiftAll().actions()).containsExactly(new Action.Lift(List.of()));
  }

  @Test
  void theBackOfTheStationAndThePaperAreTheScenariosOwnActions() {
    assertThat(new BenchDeed.Cable(false).actions()).containsExactly(new Action.Cable(false));
    assertThat(new BenchDeed.Power(false).actions())
        .containsExactly(new Action.PowerCut(Optional.empty()));
    assertThat(new BenchDeed.Power(true).actions()).containsExactly(new Action.PowerOn());
    assertThat(new BenchDeed.Plug("pad", false).actions())
        .containsExactly(new Action.Plug("pad", false));
    assertThat(new BenchDeed.Fault("pad", "silent", List.of("2")).actions())
        .containsExactly(new Action.Fault("pad", "silent", List.of("2")));
    assertThat(new BenchDeed.Heal("pad").actions()).containsExactly(new Action.Heal("pad"));
    assertThat(new BenchDeed.Paper(PaperState.OUT).actions())
        .containsExactly(new Action.Paper(PaperState.OUT));
  }

  @Test
  void anItemIsFoundByWordsOfItsTitleItsAuthorOrItsBarcode() {
    assertThat(ItemsPart.matches(BOOK, "  TIME machine")).isTrue();
    assertThat(ItemsPart.matches(BOOK, "wells")).isTrue();
    assertThat(ItemsPart.matches(BOOK, "2151")).isTrue();
    assertThat(ItemsPart.matches(BOOK, "time bear")).isFalse();
  }
}
