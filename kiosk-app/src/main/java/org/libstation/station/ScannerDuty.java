package org.libstation.station;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.libstation.device.BarcodeReader;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Screen;

/// Switches the barcode readers on while the current screen accepts scans, and off otherwise.
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

  /// Whether a screen accepts scans. A technician's screen takes test scans.
  static boolean isWanted(Screen screen) {
    return switch (screen) {
      case Screen.Identify identify ->
          !(identify.step() instanceof Screen.Identify.IdentifyStep.Checking);
      case Screen.Visit _ -> true;
      case Screen.ReceiptChoice choice -> choice.after() instanceof Screen.After.AnotherCard;
      case Screen.Leaving _ -> screen instanceof Screen.Done;
      case Screen.Idle _ -> screen instanceof Screen.Welcome;
      case Screen.BookDropScreen drop ->
          drop.state() != DropState.FULL && drop.state() != DropState.SHUT;
      // A staff card may replace the PIN. A barcode identifies an unread object of the drop.
      case Screen.TechnicianPin _, Screen.Technician _, Screen.ToDo _ -> true;
      case Screen.Staff _ -> false;
    };
  }
}
