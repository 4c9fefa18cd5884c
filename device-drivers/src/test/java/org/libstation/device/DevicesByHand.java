package org.libstation.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.libstation.device.driver.CodeSearch;
import org.libstation.device.driver.DeviceSheets;
import org.libstation.device.driver.Drivers;
import org.libstation.device.driver.LinkOpeners;
import org.libstation.device.driver.Ports;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.DeviceThread;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.file.FileLinkOpener;
import org.libstation.lab.twin.PaperStrip;
import org.libstation.lab.twin.ReceiptPaper;
import org.libstation.lab.twin.Twins;

/// The drivers by lines of text, for a test that is no Java program: `config/package/vm` plays the
/// devices in a virtual machine, where nothing is compiled and a start takes half a minute.
///
/// Read, one a line: `open NAME MODEL ADDRESS [KEY=VALUE…]`, `print NAME JOB`, `look CODE`, `shut
/// NAME`; `play NAME FILE` answers there as a receipt printer, `fault NAME WORD` brings about what
/// one meets, `roll NAME` puts paper in, `paper NAME` tells what is on it. Written, one a line:
/// `NAME EVENT …`; `ready` at first.
final class DevicesByHand {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<String, DeviceThread> open = new HashMap<>();
  private final Map<String, ReceiptPaper> played = new ConcurrentHashMap<>();
  private final Ports ports = new Ports(DeviceClock.system());

  private DevicesByHand() {}

  static void main() throws IOException {
    DevicesByHand devices = new DevicesByHand();
    say("ready");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try {
          devices.told(List.of(line.split(" ", -1)));
        } catch (IllegalArgumentException e) {
          say("refused " + e.getMessage());
        }
      }
    }
    devices.open.values().forEach(DeviceThread::close);
  }

  private void told(List<String> words) {
    String name = words.get(1);
    switch (words.getFirst()) {
      case "open" -> open(name, words.get(2), words.get(3), words.subList(4, words.size()));
      case "print" ->
          ((ReceiptPrinter) named(open, name).device())
              .print(Long.parseLong(words.get(2)), SampleReceipts.english());
      case "play" -> {
        ReceiptPaper twin = Twins.of("escpos", ReceiptPaper.class);
        played.put(name, twin);
        Thread.ofPlatform().daemon().start(() -> play(name, twin, Path.of(words.get(2))));
      }
      case "fault" ->
          say(name + " fault " + named(played, name).bringAbout(words.get(2), List.of()));
      case "stop" -> played.remove(name);
      case "roll" -> named(played, name).loadPaper();
      case "paper" -> say(name + " paper " + paper(named(played, name)) + " dots");
      case "look" -> Thread.ofPlatform().daemon().start(() -> look(name));
      case "shut" -> {
        named(open, name).close();
        open.remove(name);
        say(name + " shut");
      }
      default -> throw new IllegalArgumentException(words.getFirst());
    }
  }

  private static <T> T named(Map<String, T> all, String name) {
    T named = all.get(name);
    if (named == null) {
      throw new IllegalArgumentException("nothing is called " + name);
    }
    return named;
  }

  private void open(String name, String model, String address, List<String> options) {
    Map<String, String> read = new TreeMap<>();
    options.forEach(it -> read.put(it.split("=", 2)[0], it.split("=", 2)[1]));
    open.put(
        name,
        DeviceThread.start(
            Drivers.create(
                model,
                name,
                DeviceAddress.parse(address),
                read,
                DeviceClock.system(),
                DevicesByHand::heard,
                DeviceSheets.shipped(),
                ports)));
  }

  private static long paper(ReceiptPaper twin) {
    return twin.tickets().stream().mapToLong(PaperStrip::blackDots).sum()
        + twin.hanging().blackDots();
  }

  /// As `setup ports` looks.
  private static void look(String code) {
    say("looking");
    CodeSearch.CodeSearchOutcome outcome =
        new CodeSearch(
                DeviceClock.system(), LinkOpeners::of, CodeSearch.places(DeviceSheets.shipped()))
            .look(code, PATIENCE, () -> false);
    say("found " + outcome);
  }

  /// At the other end of a USB cable, which may be pulled out at any moment.
  private void play(String name, ReceiptPaper twin, Path file) {
    byte[] buffer = new byte[4096];
    while (played.containsKey(name)) {
      try (ByteLink link = new FileLinkOpener(file, true).open()) {
        while (played.containsKey(name)) {
          int count = link.read(buffer, Duration.ofMillis(20));
          byte[] answer = twin.exchange(Arrays.copyOf(buffer, count));
          if (answer.length > 0) {
            link.write(answer, Duration.ofSeconds(5));
          }
        }
      } catch (LinkLostException e) {
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      }
    }
    say(name + " stopped");
  }

  private static void heard(DeviceEvent event) {
    say(
        event.device()
            + switch (event) {
              case DeviceEvent.HealthChanged it ->
                  switch (it.health()) {
                    case DeviceHealth.Ready _ -> " ready";
                    case DeviceHealth.Connecting or -> " away " + or.code() + " " + or.reason();
                    case DeviceHealth.NeedsHand or -> " hand " + or.code() + " " + or.reason();
                  };
              case DeviceEvent.BarcodeScanned it -> " scan " + it.data();
              case DeviceEvent.ScanRejected it -> " rejected " + it.reason();
              case DeviceEvent.PrintEnded it -> " ended " + it.job() + " " + it.outcome();
              default -> " " + event;
            });
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
