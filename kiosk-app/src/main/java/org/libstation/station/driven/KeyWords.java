package org.libstation.station.driven;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;

/// The words by which scenarios press the keys of the screen.
public final class KeyWords {

  /// All key words, for messages.
  public static final String ALL =
      "borrow, return, account, ok, erase, leave, stay, receipt none|plain|titles, receipt-titles,"
          + " next-card, how-many N, as-seen, language TAG, text, contrast, slow, reach,"
          + " hide-titles, aloud, louder, softer, staff, privacy, renew ITEM, renew-all, loans,"
          + " charges, holds, reserve ITEM, give-up N, pay, charge N, amount, pay-all, stop, next,"
          + " previous, technician, print-test, allow-lending, checks, stop-checks, health,"
          + " cash-up, setup, tray, repair ITEM, to-do, task N, empty-bin, setup-group NAME,"
          + " setup-field KEY, setup-value VALUE, setup-changes, setup-write, setup-back,"
          + " setup-restart, digit N, type-number, letter C";

  private KeyWords() {}

  /// @throws ScenarioProblem if there is no such key, or its argument does not fit
  public static Key key(String word, Optional<String> argument) throws ScenarioProblem {
    return switch (word) {
      case "borrow" -> new Key.StartBorrow();
      case "return" -> new Key.StartReturn();
      case "account" -> new Key.StartAccount();
      case "ok" -> new Key.Confirm();
      case "erase" -> new Key.Erase();
      case "leave" -> new Key.Leave();
      case "stay" -> new Key.Stay();
      case "receipt" -> new Key.ChooseReceipt(wish(needed(word, argument)));
      case "how-many" -> new Key.HowMany(Integer.parseInt(needed(word, argument)));
      case "as-seen" -> new Key.AsSeen();
      case "next-card" -> new Key.NextCard();
      case "receipt-titles" -> new Key.ReceiptTitles();
      case "language" -> new Key.SwitchLanguage(language(needed(word, argument)));
      case "text" -> new Key.NextTextStep();
      case "contrast" -> new Key.ContrastKey();
      case "slow" -> new Key.Slow();
      case "reach" -> new Key.Reach();
      case "hide-titles" -> new Key.HideTitles();
      case "aloud" -> new Key.ReadAloud();
      case "louder" -> new Key.Louder();
      case "softer" -> new Key.Softer();
      case "staff" -> new Key.CallStaff();
      case "privacy" -> new Key.ReadPrivacy();
      case "renew" -> new Key.RenewOne(new ItemId(needed(word, argument)));
      case "renew-all" -> new Key.RenewAll();
      case "loans" -> new Key.ShowLoans();
      case "charges" -> new Key.ShowCharges();
      case "holds" -> new Key.ShowHolds();
      case "reserve" -> new Key.ReserveIt(new ItemId(needed(word, argument)));
      case "give-up" -> new Key.GiveUpHold(place(word, "a hold", argument));
      case "pay" -> new Key.Pay();
      case "charge" -> new Key.TurnCharge(place(word, "a charge", argument));
      case "amount" -> new Key.TypeAmount();
      case "pay-all" -> new Key.PayAll();
      case "stop" -> new Key.StopPaying();
      case "next" -> new Key.NextPage();
      case "previous" -> new Key.PreviousPage();
      case "technician" -> new Key.Technician();
      case "print-test" -> new Key.PrintTest();
      case "tray" -> new Key.CheckTray();
      case "empty-bin" -> new Key.EmptyBin();
      case "to-do" -> new Key.OpenTasks();
      case "task" -> new Key.ChooseTask(Long.parseLong(needed(word, argument)));
      case "repair" -> new Key.Repair(needed(word, argument));
      case "checks" -> new Key.OpenChecks();
      case "stop-checks" -> new Key.StopChecks();
      case "health" -> new Key.OpenHealth();
      case "cash-up" -> new Key.OpenCashUp(0);
      case "setup" -> new Key.OpenSetup();
      case "setup-group" -> new Key.ChooseGroup(needed(word, argument));
      case "setup-field" -> new Key.ChooseField(needed(word, argument));
      case "setup-value" -> new Key.ChooseValue(needed(word, argument));
      case "setup-changes" -> new Key.ShowChanges();
      case "setup-write" -> new Key.WriteSettings();
      case "setup-back" -> new Key.PutBackSettings();
      case "setup-restart" -> new Key.RestartStation();
      case "allow-lending" -> new Key.AllowLending();
      case "type-number" -> new Key.TypeNumber();
      case "letter" -> letter(needed(word, argument));
      case "digit" -> digit(needed(word, argument));
      default -> throw new ScenarioProblem("there is no key '" + word + "'; keys are " + ALL);
    };
  }

  /// Reads a place in a list. Scenarios count from 1.
  private static int place(String word, String what, Optional<String> argument)
      throws ScenarioProblem {
    String text = needed(word, argument);
    if (!text.matches("[1-9]\\d?")) {
      throw new ScenarioProblem(
          "press %s wants the place of %s in the list, from 1".formatted(word, what));
    }
    return Integer.parseInt(text) - 1;
  }

  private static Key letter(String text) throws ScenarioProblem {
    List<Key.Letter> letters = Key.Letter.of(text);
    if (letters.size() != 1) {
      throw new ScenarioProblem("press letter wants one of 0 to 9, A to Z and -");
    }
    return letters.getFirst();
  }

  private static Key digit(String text) throws ScenarioProblem {
    if (!text.matches("\\d")) {
      throw new ScenarioProblem("press digit wants one digit");
    }
    return new Key.Digit(text.charAt(0) - '0');
  }

  private static Key.ChooseReceipt.ReceiptForm wish(String word) throws ScenarioProblem {
    return switch (word) {
      case "none" -> Key.ChooseReceipt.ReceiptForm.NONE;
      case "plain" -> Key.ChooseReceipt.ReceiptForm.PLAIN;
      case "titles" -> Key.ChooseReceipt.ReceiptForm.WITH_TITLES;
      default -> throw new ScenarioProblem("press receipt wants none, plain or titles");
    };
  }

  private static Language language(String tag) throws ScenarioProblem {
    return Arrays.stream(Language.values())
        .filter(language -> language.tag().equals(tag))
        .findFirst()
        .orElseThrow(() -> new ScenarioProblem("press language wants " + Language.TAGS));
  }

  private static String needed(String word, Optional<String> argument) throws ScenarioProblem {
    return argument.orElseThrow(() -> new ScenarioProblem("press " + word + " wants a word more"));
  }
}
