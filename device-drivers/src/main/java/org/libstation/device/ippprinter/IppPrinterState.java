package org.libstation.device.ippprinter;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libstation.device.DeviceHealth;
import org.libstation.device.SelfNote;
import org.libstation.device.receipt.PdfFont;

/// The state of a printer as its server reports it (RFC 8011, 5.4.11 and 5.4.12).
///
/// @param low a warning, such as little paper; the printer still prints
/// @param printsItself whether it reports when a job is on paper: a printer that speaks IPP, or a
///   CUPS queue that leads to one. Any other queue knows only that the job was passed on
/// @param cups whether this is a queue of CUPS
/// @param connecting whether the server is still trying to reach the printer
@RecordBuilder
record IppPrinterState(
    String name,
    Optional<IppTrouble> trouble,
    Optional<IppTrouble> low,
    boolean printsItself,
    boolean cups,
    boolean connecting)
    implements IppPrinterStateBuilder.With {

  static final List<String> ASKED_FOR =
      List.of(
          "printer-state",
          "printer-state-reasons",
          "printer-state-message",
          "printer-is-accepting-jobs",
          "printer-make-and-model",
          "document-format-supported",
          "operations-supported",
          "device-uri");

  private static final int STOPPED = 5;
  private static final int CUPS_GET_DEFAULT = 0x4001;
  private static final int LONGEST_NAME = 60;

  /// A reason to print nothing, or a warning.
  record IppTrouble(String code, String words) {}

  static final IppTrouble UNREACHED =
      new IppTrouble(
          "DP28",
          "the print server does not reach the printer: switched off, cable, paper, cover?");

  private static final IppTrouble STOPPED_QUEUE =
      new IppTrouble("DP22", "its queue is stopped: start it again (cupsenable)");

  private static final Pattern LOOKS_FOR_IT =
      Pattern.compile(
          "may not exist|unreachable|[Uu]nable to locate|not responding|not connected"
              + "|Waiting for printer|is busy");

  private static final int HELD = 4;

  private static final Map<String, IppTrouble> TROUBLES =
      Map.ofEntries(
          trouble("media-empty", "DP32", "the paper is out"),
          trouble("media-needed", "DP32", "it waits for paper"),
          trouble("input-tray-missing", "DP32", "its paper tray is not in"),
          trouble("media-jam", "DP20", "paper is jammed in it"),
          trouble("cover-open", "DP16", "the cover is open"),
          trouble("door-open", "DP16", "a door of it is open"),
          trouble("interlock-open", "DP16", "a cover is not shut"),
          trouble("toner-empty", "DP21", "its toner is used up"),
          trouble("marker-supply-empty", "DP21", "its ink or toner is used up"),
          Map.entry("paused", STOPPED_QUEUE),
          trouble("hold-new-jobs", "DP22", "its queue holds new jobs back (cupsenable --release)"),
          trouble("moving-to-paused", "DP22", "its queue is being stopped"),
          trouble("shutdown", "DP28", "it is switched off"),
          Map.entry("offline", UNREACHED),
          trouble("timed-out", "DP28", "it does not answer its server"),
          trouble("spool-area-full", "DP24", "the disk of its server is full"));

  /// Warnings: the printer still prints.
  private static final Map<String, IppTrouble> LOW =
      Map.ofEntries(
          trouble("media-low", "DP1E", "the paper is near its end"),
          trouble("toner-low", "DP27", "its toner is low"),
          trouble("marker-supply-low", "DP27", "its ink or toner is low"));

  private static Map.Entry<String, IppTrouble> trouble(String reason, String code, String words) {
    return Map.entry(reason, new IppTrouble(code, words));
  }

  static IppPrinterState of(IppMessage.AttributeGroup printer) {
    List<String> reasons = printer.texts("printer-state-reasons");
    boolean cups =
        printer.attributes().getOrDefault("operations-supported", List.of()).stream()
            .anyMatch(value -> value.number(0) == CUPS_GET_DEFAULT);
    List<String> device = printer.texts("device-uri");
    return new IppPrinterState(
        name(printer),
        troubleOf(printer, reasons),
        first(reasons, LOW),
        !cups || device.stream().anyMatch(uri -> uri.matches("(ipps?|dnssd|implicitclass):.*")),
        cups,
        reasons.stream().anyMatch(reason -> keyword(reason).equals("connecting-to-device"))
            || printer.texts("printer-state-message").stream()
                .anyMatch(IppPrinterState::looksForIt));
  }

  /// Whether a CUPS backend reports that it is looking for the printer; it gives no reason code for
  /// that.
  private static boolean looksForIt(String message) {
    return LOOKS_FOR_IT.matcher(message).find();
  }

  /// Returns this state with the trouble that the server has tried to reach the printer for too
  /// long. A trouble that is already known stays.
  IppPrinterState unreached() {
    return withTrouble(trouble.or(() -> Optional.of(UNREACHED)));
  }

  /// The trouble that delays one unfinished job (RFC 8011, 5.3.8, and the reasons that CUPS adds).
  static Optional<IppTrouble> ofJob(IppMessage.AttributeGroup job) {
    List<String> reasons = job.texts("job-state-reasons");
    if (reasons.contains("cups-held-for-authentication")) {
      return Optional.of(new IppTrouble("DP26", "the printer wants a password of its server"));
    }
    if (reasons.contains("printer-stopped")) {
      return Optional.of(STOPPED_QUEUE);
    }
    return job.number("job-state", 0) == HELD
        ? Optional.of(new IppTrouble("DP22", "its queue holds the job back: " + held(reasons)))
        : Optional.empty();
  }

  private static String held(List<String> reasons) {
    return clean(String.join(" ", reasons));
  }

  private static Optional<IppTrouble> troubleOf(
      IppMessage.AttributeGroup printer, List<String> reasons) {
    Optional<IppTrouble> known = first(reasons, TROUBLES);
    if (known.isPresent()) {
      return known;
    }
    Optional<String> error = reasons.stream().filter(each -> each.endsWith("-error")).findFirst();
    if (error.isPresent()) {
      return Optional.of(new IppTrouble("DP29", "its server reports " + clean(error.get())));
    }
    if (printer.number("printer-state", 0) == STOPPED) {
      return Optional.of(STOPPED_QUEUE);
    }
    boolean accepts =
        printer
            .first("printer-is-accepting-jobs")
            .map(value -> value.bytes().length() == 1 && value.bytes().at(0) == 1)
            .orElse(true);
    if (!accepts) {
      return Optional.of(new IppTrouble("DP24", "its queue takes no jobs (cupsaccept)"));
    }
    List<String> formats = printer.texts("document-format-supported");
    boolean pdf = formats.isEmpty() || formats.contains("application/pdf");
    return pdf ? Optional.empty() : Optional.of(new IppTrouble("DP2A", "it does not take PDF"));
  }

  private static Optional<IppTrouble> first(List<String> reasons, Map<String, IppTrouble> known) {
    return reasons.stream()
        .map(IppPrinterState::keyword)
        .filter(known::containsKey)
        .findFirst()
        .map(known::get);
  }

  /// Removes the suffix that says how serious the server finds the reason.
  private static String keyword(String reason) {
    return reason.replaceFirst("-(report|warning|error)$", "");
  }

  static String name(IppMessage.AttributeGroup printer) {
    return clean(printer.first("printer-make-and-model").map(IppMessage.IppValue::text).orElse(""));
  }

  /// Shortens a foreign text from the server and keeps only characters that a screen can show.
  static String clean(String text) {
    String kept = text.replaceAll("[^\\p{L}\\p{N} ._/-]", " ").strip();
    return kept.substring(0, Math.min(kept.length(), LONGEST_NAME));
  }

  /// The health that follows from this state.
  DeviceHealth health(Instant at) {
    if (PdfFont.installed().isEmpty()) {
      return new DeviceHealth.NeedsHand(at, IppPrinter.NO_FONT, PdfFont.INSTALL);
    }
    return trouble
        .or(() -> low)
        .<DeviceHealth>map(it -> new DeviceHealth.NeedsHand(at, it.code(), it.words()))
        .orElseGet(() -> new DeviceHealth.Ready(at, List.of(says()), at));
  }

  private SelfNote says() {
    return SelfNote.of(
        printsItself() ? "IPP" : "IPP_QUEUE",
        printsItself()
            ? "IPP, %s, reports each print"
            : "queue of a print server, %s: its prints cannot be confirmed",
        name);
  }
}
