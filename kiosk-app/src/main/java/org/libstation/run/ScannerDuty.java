package org.libstation.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.device.BarcodeReader;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;

/// Tells the readers whether anything is to be scanned now, each time that changes.
public final class ScannerDuty implements Consumer<FlowState> {
  private final List<BarcodeReader> readers;
  private Optional<Boolean> told = Optional.empty();

  public ScannerDuty(Collection<BarcodeReader> readers) {
    this.readers = List.copyOf(readers);
  }

  @Override
  public void accept(FlowState state) {
    Optional<Boolean> wanted = Optional.of(isWanted(state.screen()));
    if (!wanted.equals(told)) {
      told = wanted;
      readers.forEach(reader -> reader.reading(wanted.get()));
    }
  }

  /// A technician's screen takes test scans.
  static boolean isWanted(Screen screen) {
    return switch (screen) {
      case Screen.Welcome _,
          Screen.Borrow _,
          Screen.Return _,
          Screen.MyAccount _,
          Screen.Entry _,
          Screen.Resume _,
          Screen.Done _,
          // A staff card in place of the PIN.
          Screen.TechnicianPin _,
          Screen.Technician _,
          // An unread object of the drop is named by its barcode.
          Screen.ToDo _ ->
          true;
      case Screen.BookDrop drop -> drop.state() != DropState.FULL && drop.state() != DropState.SHUT;
      case Screen.Identify identify -> !(identify.step() instanceof Screen.Identify.Step.Checking);
      case Screen.ReceiptChoice choice -> choice.after() instanceof Screen.After.NextCard;
      case Screen.Printing _,
          Screen.OutOfService _,
          Screen.Tray _,
          Screen.Emptying _,
          Screen.Service _ ->
          false;
    };
  }
}
