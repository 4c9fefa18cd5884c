package org.libstation.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.libstation.testkit.Needs;

/// Reports as pages.
class ReportPdfTest {
  private static String text(String... lines) throws IOException {
    try (PDDocument document = Loader.loadPDF(ReportPdf.of(List.of(lines)))) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void a_stations_chinese_name_is_written_as_it_is() throws IOException {
    Needs.oneOf(
        "a TrueType Chinese font",
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc");

    assertThat(text("Cash-up of 2026-11-30, 2 號自助借還機", "paid  HKD 12.00"))
        .contains("Cash-up of 2026-11-30, 2 號自助借還機", "paid  HKD 12.00");
  }

  @Test
  void no_line_runs_into_the_margin() throws IOException {
    String line = "paid ".repeat(60).strip();
    List<Float> ends = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(ReportPdf.of(List.of(line, "x".repeat(300))))) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          ends.add(text.getXDirAdj() + text.getWidthDirAdj());
        }
      }.getText(document);
    }
    assertThat(ends).hasSizeGreaterThan(300);
    assertThat(Collections.max(ends)).isLessThanOrEqualTo(595 - 42);
    assertThat(text(line).replaceAll("\\s+", " ").strip()).isEqualTo(line);
  }

  @Test
  void what_no_font_has_is_a_question_mark() throws IOException {
    assertThat(text("\uDBFF\uDFFD 號", "paid")).contains("?", "paid");
    assertThat(text("Büro")).contains("B");
  }
}
