package org.libstation.device.ippprinter;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.device.DeviceAddress;
import org.libstation.device.driver.DriverProvider.ListedDevice;
import org.libstation.device.ippprinter.IppMessage.IppValue;

/// Lists the queues of this computer's print server, or of the server that its CUPS settings name.
final class CupsQueues {
  private static final Path CLIENT = Path.of("/etc/cups/client.conf");
  private static final Pattern SERVER =
      Pattern.compile("(?m)^\\s*ServerName\\s+([A-Za-z0-9.-]+)(?::([0-9]{1,5}))?(?:/\\S*)?\\s*$");

  /// CUPS-Get-Printers (CUPS implementation of IPP).
  private static final int GET_PRINTERS = 0x4002;

  private static final int MOST = 50;

  private CupsQueues() {}

  /// Address of the print server; `localhost:631` if nothing else is set. A socket in the file
  /// system is never used.
  static String server() {
    try {
      Matcher server = SERVER.matcher(Files.readString(CLIENT));
      if (server.find()) {
        return server.group(1) + ":" + (server.group(2) == null ? "631" : server.group(2));
      }
    } catch (IOException _) {
      // This computer has no CUPS settings.
    }
    return "localhost:631";
  }

  /// Lists the queues of a print server. Waits no longer than the time limit of one question.
  ///
  /// @param server host and port
  /// @return empty if no print server answers there
  static List<ListedDevice> at(String server) {
    Map<String, List<IppValue>> operation = new LinkedHashMap<>(IppClient.beginning());
    operation.put(
        "requested-attributes",
        IppClient.keywords(List.of("printer-name", "printer-make-and-model")));
    IppMessage question =
        new IppMessage(
            GET_PRINTERS,
            1,
            List.of(new IppMessage.AttributeGroup(IppMessage.OPERATION_GROUP, operation)));
    try (HttpClient http = IppClient.builder().build()) {
      IppClient.IppReply reply =
          IppClient.ask(
                  http,
                  IppClient.request("http://" + server + "/"),
                  question,
                  IppClient.NO_DOCUMENT)
              .join();
      return reply instanceof IppClient.IppReply.IppAnswer(IppMessage message)
          ? message.groups().stream()
              .filter(group -> group.tag() == IppMessage.PRINTER_GROUP)
              .limit(MOST)
              .flatMap(
                  group -> group.first("printer-name").stream().map(it -> queue(server, it, group)))
              .filter(queue -> IppSettings.isQueue(queue.options().getOrDefault("queue", "")))
              .toList()
          : List.of();
    }
  }

  private static ListedDevice queue(String server, IppValue name, IppMessage.AttributeGroup group) {
    return new ListedDevice(
        new DeviceAddress("tcp", server, Map.of()),
        Map.of("queue", name.text()),
        IppPrinterState.name(group));
  }
}
