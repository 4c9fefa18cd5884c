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
import org.libstation.lab.scenario.Bench.TagOnPad;

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
    assertThat(new BenchAct.Present(reader).actions())
        .containsExactly(new Action.ScanAction(reader.card()));
    assertThat(new BenchAct.ScanItem(BOOK).actions())
        .containsExactly(new Action.ScanAction("38801000002151"));
    assertThat(new BenchAct.ScanCode("9787020008728").actions())
        .containsExactly(new Action.ScanAction("9787020008728"));
  }

  @Test
  void ofASetAllPartsAreLaidOnThePadAtOnce() {
    assertThat(new BenchAct.Lay(BOOK).actions())
        .containsExactly(new Action.PlaceItems(List.of("38801000002151")));
    assertThat(new BenchAct.Lay(SET).actions())
        .containsExactly(
            new Action.PlaceItems(
                List.of("38801000003050/1:3", "38801000003050/2:3", "38801000003050/3:3")));
  }

  @Test
  void aSetFallsIntoTheDropPartByPart() {
    assertThat(new BenchAct.BenchDrop(BOOK).actions())
        .containsExactly(new Action.DropAction("38801000002151"));
    assertThat(new BenchAct.BenchDrop(SET).actions())
        .containsExactly(
            new Action.DropAction("38801000003050/1:3"),
            new Action.DropAction("38801000003050/2:3"),
            new Action.DropAction("38801000003050/3:3"));
  }

  @Test
  void oneTagIsLiftedByItsNameAndAllByNone() {
    TagOnPad part = new TagOnPad("38801000003050", 2, 3, true);
    assertThat(new BenchAct.BenchLift(part, "Bear").actions())
        .containsExactly(new Action.Lift(List.of("38801000003050/2:3")));
    assertThat(new BenchAct.LiftAll().actions()).containsExactly(new Action.Lift(List.of()));
  }

  @Test
  void theBackOfTheStationAndThePaperAreTheScenariosOwnActions() {
    assertThat(new BenchAct.BenchCable(false).actions()).containsExactly(new Action.Cable(false));
    assertThat(new BenchAct.Power(false).actions())
        .containsExactly(new Action.PowerCut(Optional.empty()));
    assertThat(new BenchAct.Power(true).actions()).containsExactly(new Action.PowerOn());
    assertThat(new BenchAct.BenchPlug("pad", false).actions())
        .containsExactly(new Action.Plug("pad", false));
    assertThat(new BenchAct.BenchFault("pad", "silent", List.of("2")).actions())
        .containsExactly(new Action.FaultAction("pad", "silent", List.of("2")));
    assertThat(new BenchAct.BenchHeal("pad").actions()).containsExactly(new Action.Heal("pad"));
    assertThat(new BenchAct.BenchPaper(PaperState.OUT).actions())
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
