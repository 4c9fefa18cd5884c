package org.libstation.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Where each letter of a document ends, in points from the left.
record LineEnds(List<Float> all) {
  static LineEnds of(PDDocument document) throws IOException {
    List<Float> ends = new ArrayList<>();
    new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition text) {
        ends.add(text.getXDirAdj() + text.getWidthDirAdj());
      }
    }.getText(document);
    return new LineEnds(ends);
  }
}
