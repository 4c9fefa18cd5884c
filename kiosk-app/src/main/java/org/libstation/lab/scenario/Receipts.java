package org.libstation.lab.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.libstation.station.driven.ScenarioProblem;

/// Reads the receipts that a station left as PDF.
final class Receipts {
  private Receipts() {}

  /// Whether the newest receipt contains a text; blanks and line ends do not count.
  static ScenarioStage.ObservedState contain(Path directory, String text) throws ScenarioProblem {
    Optional<Path> newest = newest(directory);
    if (newest.isEmpty()) {
      return new ScenarioStage.ObservedState(false, "no receipt");
    }
    String receipt = text(newest.get());
    return new ScenarioStage.ObservedState(
        squeezed(receipt).contains(squeezed(text)), receipt.strip());
  }

  private static Optional<Path> newest(Path directory) throws ScenarioProblem {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".pdf"))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException e) {
      throw new ScenarioProblem(directory + " cannot be read: " + e.getMessage());
    }
  }

  private static String text(Path file) throws ScenarioProblem {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new ScenarioProblem(file + " cannot be read: " + e.getMessage());
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
