package org.libstation.central.sip2;

import static org.libstation.central.sip2.FarEnd.ay;
import static org.libstation.central.sip2.FarEnd.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A library of four books and two readers that speaks SIP2 as plain text, made without the codec.
final class TinyLibrary implements FarEnd {

  private static final String STAMP = "20261124    090000";
  private static final String DUE = "20261215    235900";
  private static final String DUE_RENEWED = "20270105    235900";

  private final Map<String, String> titles =
      new TreeMap<>(
          Map.of(
              "3001", "Gardens of salt",
              "3002", "River pilots",
              "3003", "Tundra songs",
              "3004", "A short history of ferries"));
  private final Map<String, String> loans = new HashMap<>(Map.of("3003", "2999"));
  private final Map<String, String> dues = new HashMap<>(Map.of("3003", DUE));

  boolean loseRequest;
  boolean loseAnswer;
  boolean otherItem;

  @Override
  public List<Step> hear(String line) {
    String code = line.substring(0, 2);
    if (code.equals("93") || code.equals("99")) {
      return List.of(say(answer(code, line), ay(line)));
    }
    if (loseRequest) {
      loseRequest = false;
      return List.of();
    }
    String answer = answer(code, line);
    if (loseAnswer) {
      loseAnswer = false;
      return List.of();
    }
    if (otherItem) {
      otherItem = false;
      answer = answer.replaceFirst("AB3\\d+\\|", "AB3777|");
    }
    return List.of(say(answer, ay(line)));
  }

  private String answer(String code, String line) {
    String item = field(line, "AB");
    String patron = field(line, "AA");
    return switch (code) {
      case "93" -> "941";
      case "99" ->
          "98YYYYNY030003" + STAMP + "2.00AOMAIN|AMLindenhof City Library|BXYYYYYYYYYYYNNYYY|";
      case "17" -> look(item);
      case "63" -> patron(patron, field(line, "AD"), line.charAt(25) == 'Y');
      case "11" -> checkout(item, patron);
      case "09" -> checkin(item);
      case "29" -> renew(item, patron);
      case "35" -> "36Y" + STAMP + "AOMAIN|AA" + patron + "|";
      default -> "96";
    };
  }

  private String look(String item) {
    if (!titles.containsKey(item)) {
      return "18010101" + STAMP + "AB" + item + "|AJ|";
    }
    String due = dues.get(item);
    return "18"
        + (due == null ? "03" : "04")
        + "0201"
        + STAMP
        + (item.equals("3004") ? "CF1|" : "")
        + (due == null ? "" : "AH" + due + "|")
        + ("AB" + item + "|AJ" + titles.get(item) + "|CK001|");
  }

  private String patron(String patron, String pin, boolean withLoans) {
    boolean known = patron.equals("2001") || patron.equals("2666");
    boolean blocked = patron.equals("2666");
    List<String> items = new ArrayList<>();
    for (Map.Entry<String, String> loan : new TreeMap<>(loans).entrySet()) {
      if (loan.getValue().equals(patron)) {
        items.add(loan.getKey());
      }
    }
    String status = known && !blocked ? " ".repeat(14) : "YYYY" + " ".repeat(10);
    StringBuilder answer =
        new StringBuilder("64" + status + "001" + STAMP)
            .append("00000000%04d000000000000".formatted(items.size()))
            .append("AOMAIN|AA" + patron + "|AE" + (known ? "Marit Sandvik" : "") + "|");
    answer.append(known ? "BLY|CQ" + (pin.equals("4821") ? "Y" : "N") + "|" : "BLN|");
    if (withLoans) {
      items.forEach(item -> answer.append("AU").append(item).append('|'));
    }
    return answer.toString();
  }

  private String checkout(String item, String patron) {
    String no = "120NUN" + STAMP + "AOMAIN|AA" + patron + "|AB" + item + "|";
    String title = titles.get(item);
    if (title == null) {
      return no + "AJ|AH|AFInvalid Item|BLY|";
    }
    if (patron.equals("2666")) {
      return no + "AJ" + title + "|AH|AFPatron Blocked|BLY|";
    }
    if (!patron.equals("2001")) {
      return no + "AJ" + title + "|AH|AFInvalid Patron|BLN|";
    }
    if (loans.containsKey(item)) {
      return no + "AJ" + title + "|AH|AFItem checked out to another patron|BLY|";
    }
    if (item.equals("3004")) {
      return no + "AJ" + title + "|AH|AFThis item is reserved for another reader|BLY|";
    }
    loans.put(item, patron);
    dues.put(item, DUE);
    return "121NNY"
        + STAMP
        + "AOMAIN|AA"
        + patron
        + "|AB"
        + item
        + "|AJ"
        + title
        + "|AH"
        + DUE
        + "|";
  }

  private String checkin(String item) {
    String title = titles.get(item);
    if (title == null) {
      return "100NUY" + STAMP + "AOMAIN|AB" + item + "|AQ|CV99|AFItem not known|";
    }
    String patron = loans.remove(item);
    dues.remove(item);
    String rest = STAMP + "AOMAIN|AB" + item + "|AQMAIN|AJ" + title + "|";
    return patron == null
        ? "100YNY" + rest + "AFItem not checked out|"
        : "101YNN" + rest + "CL1|AA" + patron + "|";
  }

  private String renew(String item, String patron) {
    String who = "AOMAIN|AA" + patron + "|AB" + item + "|AJ" + titles.getOrDefault(item, "");
    if (!Objects.equals(loans.get(item), patron)) {
      return "300NUN" + STAMP + who + "|AH|AFItem not checked out to Marit Sandvik|";
    }
    dues.put(item, DUE_RENEWED);
    return "301YNN" + STAMP + who + "|AH" + DUE_RENEWED + "|";
  }

  private static String field(String line, String id) {
    for (String piece : line.substring(line.indexOf("A")).split("\\|", -1)) {
      if (piece.startsWith(id)) {
        return piece.substring(2);
      }
    }
    return "";
  }
}
