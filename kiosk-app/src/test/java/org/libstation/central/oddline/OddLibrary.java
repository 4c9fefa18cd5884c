package org.libstation.central.oddline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The far end: a small library that speaks the odd line, and its ways of going wrong.
public final class OddLibrary implements AutoCloseable {
  static final int DAYS = 21;

  /// What becomes of the next request that is not a greeting or a status.
  enum Fault {
    NONE,
    LOSE_REQUEST,
    LOSE_ANSWER,
    ANOTHER_ITEM
  }

  private static final class Item {
    private final String title;
    private String lentTo = "";
    private LocalDateTime due = LocalDateTime.MIN;

    private Item(String title) {
      this.title = title;
    }
  }

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Item> items = new TreeMap<>();
  private final Map<String, String> pins = new TreeMap<>();
  private final String blocked;
  private final String reserved;
  private volatile boolean cut;
  private Fault fault = Fault.NONE;

  /// @param pins by card
  /// @param blocked the card that may not borrow
  /// @param reserved the item that is kept for another
  public OddLibrary(List<String> items, Map<String, String> pins, String blocked, String reserved)
      throws IOException {
    items.forEach(item -> this.items.put(item, new Item("Odd book " + item)));
    this.pins.putAll(pins);
    this.blocked = blocked;
    this.reserved = reserved;
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public synchronized LocalDateTime due(String item) {
    return item(item).due;
  }

  public synchronized String lentTo(String item) {
    return item(item).lentTo;
  }

  synchronized void lend(String item, String card) {
    item(item).lentTo = card;
    item(item).due =
        LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).plusDays(DAYS);
  }

  synchronized void next(Fault wanted) {
    fault = wanted;
  }

  void cut(boolean now) {
    cut = now;
    if (now) {
      open.forEach(OddLibrary::shut);
    }
  }

  private Item item(String id) {
    Item found = items.get(id);
    if (found == null) {
      throw new IllegalArgumentException("UNKNOWN_ITEM");
    }
    return found;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        if (cut) {
          shut(socket);
        } else {
          Thread.ofVirtual().start(() -> talk(socket));
        }
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String answer = answer(line.split("\\|", -1));
        if (answer != null) {
          out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
          out.flush();
        }
      }
    } catch (IOException _) {
      // Hung up.
    } finally {
      open.remove(socket);
    }
  }

  private synchronized @Nullable String answer(String[] words) {
    return switch (words[0]) {
      case "HELLO", "GOODDAY" -> "OK";
      case "STATUS" -> "OK|The odd library|" + OffsetDateTime.now(ZoneId.systemDefault());
      default -> {
        Fault now = fault;
        fault = Fault.NONE;
        String done = now == Fault.LOSE_REQUEST ? "" : done(words);
        yield switch (now) {
          case LOSE_REQUEST, LOSE_ANSWER -> null;
          case ANOTHER_ITEM -> done.replaceFirst("^OK\\|[^|]*", "OK|another");
          case NONE -> done;
        };
      }
    };
  }

  private String done(String[] words) {
    try {
      return "OK|"
          + switch (words[0]) {
            case "ITEM" -> look(words[1]);
            case "CARD" -> card(words[1], words[2]);
            case "LEND" -> lent(words[1], words[2]);
            case "BACK" -> back(words[1]);
            case "RENEW" -> renewed(words[1], words[2]);
            default -> throw new IllegalArgumentException("OTHER");
          };
    } catch (IllegalArgumentException refused) {
      return "NO|" + refused.getMessage();
    }
  }

  private String look(String id) {
    Item item = item(id);
    return item.lentTo.isEmpty()
        ? id + "|" + item.title + "|shelf|"
        : id + "|" + item.title + "|lent|" + item.due;
  }

  private String card(String card, String pin) {
    boolean right = pin.equals(pins.get(card));
    String loans =
        items.entrySet().stream()
            .filter(each -> each.getValue().lentTo.equals(card))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(","));
    return pins.containsKey(card)
        + "|"
        + right
        + "|"
        + (pins.containsKey(card) && !card.equals(blocked))
        + "|"
        + loans;
  }

  private String lent(String id, String card) {
    Item item = item(id);
    refuse(!pins.containsKey(card), "UNKNOWN_PATRON");
    refuse(card.equals(blocked), "PATRON_BLOCKED");
    refuse(!item.lentTo.isEmpty(), "ON_LOAN_TO_ANOTHER");
    refuse(id.equals(reserved), "HELD_FOR_ANOTHER");
    lend(id, card);
    return id + "|" + item.title + "|" + item.due;
  }

  private String back(String id) {
    Item item = item(id);
    boolean was = !item.lentTo.isEmpty();
    item.lentTo = "";
    return id + "|" + item.title + "|" + was;
  }

  private String renewed(String id, String card) {
    Item item = item(id);
    refuse(!item.lentTo.equals(card), "NOT_YOUR_LOAN");
    item.due = item.due.plusDays(DAYS);
    return id + "|" + item.title + "|" + item.due;
  }

  private static void refuse(boolean so, String reason) {
    if (so) {
      throw new IllegalArgumentException(reason);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(OddLibrary::shut);
  }
}
