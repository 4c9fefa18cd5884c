package org.libstation.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.libstation.check.JournalFigures;
import org.libstation.check.Report;
import org.libstation.check.ReportJson;
import org.libstation.check.ReportText;
import org.libstation.device.exam.ExamWishes;
import org.libstation.language.Words;
import org.libstation.process.RestartLog;
import org.libstation.service.setup.SettingsList;
import org.libstation.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one archive for remote support: findings of the checks, counts, measurements, settings
/// without secrets, logs and traces. It contains no personal data and no secret.
public final class SupportBundle {
  private static final Logger log = LoggerFactory.getLogger(SupportBundle.class);
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final int KEPT = 3;

  /// Number of characters kept from the end of each log or trace.
  private static final int LONGEST = 2_000_000;

  private SupportBundle() {}

  /// @return path of the bundle; empty if it could not be made
  static Optional<String> make(Site site) {
    try {
      return Optional.of(made(site).toString());
    } catch (IOException e) {
      log.error("the support bundle could not be made", e);
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Makes the bundle and removes old ones.
  ///
  /// @return path of the bundle
  public static Path made(Site site) throws IOException, InterruptedException {
    Path data = site.data();
    Path folder = Files.createDirectories(data.resolve("support"));
    ZoneId zone = site.zone();
    Instant now = Instant.now();
    Masker masker = Masker.of(site.settings());
    Map<String, String> parts = new LinkedHashMap<>();
    SiteDoctor doctor = SiteDoctor.of(site, ExamWishes.harmless());
    Report report = doctor.report(doctor.checks(), false);
    Words words = doctor.words();
    parts.put("report.txt", String.join("\n", ReportText.of(report, words)));
    parts.put("doctor.json", ReportJson.of(report, words));
    parts.put("settings.txt", settings(site));
    JournalFigures day = StationFigures.counted(data, false, now, zone);
    JournalFigures month = StationFigures.counted(data, true, now, zone);
    parts.put("counts.txt", counts(day, month));
    texts(data, parts);
    Path file = folder.resolve("support-" + NAME.format(now.atZone(zone)) + ".zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        put(zip, part.getKey(), masker.mask(part.getValue()).getBytes(StandardCharsets.UTF_8));
      }
      put(
          zip,
          "report.pdf",
          ReportPdf.of(masker.mask(parts.getOrDefault("report.txt", "")), day, month));
    }
    forget(folder);
    return file;
  }

  private static String settings(Site site) {
    return SettingsList.of(site).stream()
        .map(
            line ->
                "%-50s %-40s %s"
                    .formatted(
                        line.key(),
                        line.value(),
                        line.isSet() ? line.source() : "the program's own"))
        .collect(Collectors.joining("\n"));
  }

  private static String counts(JournalFigures day, JournalFigures month) {
    StringBuilder text = new StringBuilder("slot checkouts returns renewals refused\n");
    for (JournalFigures each : List.of(day, month)) {
      each.slots()
          .forEach(
              (ZonedDateTime slot, JournalFigures.PeriodCount count) ->
                  text.append(
                      "%s %d %d %d %d%n"
                          .formatted(
                              slot.toLocalDateTime(),
                              count.checkouts(),
                              count.returns(),
                              count.renewals(),
                              count.refused())));
    }
    month
        .refusals()
        .forEach((reason, count) -> text.append("refused %s %d%n".formatted(reason, count)));
    return text.toString();
  }

  /// Adds text files of the data directory. They are chosen by name or type, so that no other file
  /// is included.
  private static void texts(Path data, Map<String, String> parts) throws IOException {
    for (String name : List.of("health.properties", "metrics.csv", RestartLog.FILE)) {
      end(data.resolve(name)).ifPresent(text -> parts.put(name, text));
    }
    for (String folder : List.of("logs", "traces")) {
      Path there = data.resolve(folder);
      if (!Files.isDirectory(there)) {
        continue;
      }
      try (Stream<Path> files = Files.list(there)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".log") || name.endsWith(".trace")) {
            end(file).ifPresent(text -> parts.put(folder + "/" + name, text));
          }
        }
      }
    }
  }

  private static Optional<String> end(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return Optional.of(text.substring(Math.max(0, text.length() - LONGEST)));
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static void forget(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().matches("support-[0-9-]+\\.zip"))
          .sorted()
          .forEach(all::add);
    }
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
      Files.deleteIfExists(old);
    }
  }
}
