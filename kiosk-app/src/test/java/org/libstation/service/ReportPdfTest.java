package org.libstation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// Reports as pages.
class ReportPdfTest {
  @Test
  void no_line_runs_into_the_margin() throws IOException {
    String line = "paid ".repeat(60).strip();
    try (PDDocument document = new PDDocument()) {
      ReportPdf.words(document, line + "\n" + "x".repeat(300));
      LineEnds ends = LineEnds.of(document);
      assertThat(ends.all()).hasSizeGreaterThan(300);
      assertThat(Collections.max(ends.all())).isLessThanOrEqualTo(595 - 42);
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains(line);
    }
  }

  @Test
  void what_its_font_has_not_is_a_question_mark() throws IOException {
    try (PDDocument document = new PDDocument()) {
      ReportPdf.words(document, "號\nBüro");
      assertThat(new PDFTextStripper().getText(document)).contains("?", "B?ro");
    }
  }
}
