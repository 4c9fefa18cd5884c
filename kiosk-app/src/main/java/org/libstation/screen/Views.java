package org.libstation.screen;

import java.util.function.Consumer;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.screen.account.AccountView;
import org.libstation.screen.account.AccountViewModel;
import org.libstation.screen.borrow.BorrowView;
import org.libstation.screen.borrow.BorrowViewModel;
import org.libstation.screen.drop.DropView;
import org.libstation.screen.drop.DropViewModel;
import org.libstation.screen.drop.EmptyingView;
import org.libstation.screen.drop.EmptyingViewModel;
import org.libstation.screen.entry.EntryView;
import org.libstation.screen.entry.EntryViewModel;
import org.libstation.screen.identify.IdentifyView;
import org.libstation.screen.identify.IdentifyViewModel;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.ListScreen;
import org.libstation.screen.kit.widget.ScreenView;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.outofservice.OutOfServiceView;
import org.libstation.screen.outofservice.OutOfServiceViewModel;
import org.libstation.screen.pay.PayView;
import org.libstation.screen.pay.PayViewModel;
import org.libstation.screen.receipt.ReceiptView;
import org.libstation.screen.receipt.ReceiptViewModel;
import org.libstation.screen.returning.ReturnViewModel;
import org.libstation.screen.technician.ServiceView;
import org.libstation.screen.technician.ServiceViewModel;
import org.libstation.screen.technician.SetupView;
import org.libstation.screen.technician.SetupViewModel;
import org.libstation.screen.technician.TechnicianPinView;
import org.libstation.screen.technician.TechnicianPinViewModel;
import org.libstation.screen.technician.TechnicianView;
import org.libstation.screen.technician.TechnicianViewModel;
import org.libstation.screen.technician.ToDoView;
import org.libstation.screen.technician.ToDoViewModel;
import org.libstation.screen.technician.TrayView;
import org.libstation.screen.technician.TrayViewModel;
import org.libstation.screen.welcome.WelcomeView;
import org.libstation.screen.welcome.WelcomeViewModel;

/// Creates the view for each kind of screen.
final class Views {
  private Views() {}

  /// @param pressed takes every press
  static ScreenView of(Screen screen, Voice voice, Look look, Consumer<Key> pressed) {
    return switch (screen) {
      case Screen.Welcome _ -> new WelcomeView(new WelcomeViewModel(voice, look), pressed);
      case Screen.Identify _ -> new IdentifyView(new IdentifyViewModel(voice, look), pressed);
      case Screen.Borrow _, Screen.Resume _ ->
          new BorrowView(new BorrowViewModel(voice, look), pressed);
      case Screen.Return _ -> new ListScreen<>(new ReturnViewModel(voice, look), pressed);
      case Screen.MyAccount _ -> new AccountView(new AccountViewModel(voice, look), pressed);
      case Screen.Pay _ -> new PayView(new PayViewModel(voice, look), pressed);
      case Screen.Entry _ -> new EntryView(new EntryViewModel(voice, look), pressed);
      case Screen.ReceiptChoice _, Screen.Printing _, Screen.Done _ ->
          new ReceiptView(new ReceiptViewModel(voice, look), pressed);
      case Screen.OutOfService _ ->
          new OutOfServiceView(new OutOfServiceViewModel(voice, look), pressed);
      case Screen.TechnicianPin _ ->
          new TechnicianPinView(new TechnicianPinViewModel(voice, look), pressed);
      case Screen.Technician _ -> new TechnicianView(new TechnicianViewModel(voice, look), pressed);
      case Screen.Tray _ -> new TrayView(new TrayViewModel(voice, look), pressed);
      case Screen.ToDo _ -> new ToDoView(new ToDoViewModel(voice, look), pressed);
      case Screen.BookDropScreen _ -> new DropView(new DropViewModel(voice, look), pressed);
      case Screen.Emptying _ -> new EmptyingView(new EmptyingViewModel(voice, look), pressed);
      case Screen.Service(ServicePage.Setup _, var _) ->
          new SetupView(new SetupViewModel(voice, look), pressed);
      case Screen.Service _ -> new ServiceView(new ServiceViewModel(voice, look), pressed);
    };
  }
}
