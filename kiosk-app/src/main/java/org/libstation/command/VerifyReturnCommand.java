package org.libstation.command;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.libstation.device.receipt.QrPicture;
import org.libstation.file.BoundedFile;
import org.libstation.returnproof.ReturnProof;
import org.libstation.returnproof.ReturnProof.ReturnProofVerdict;
import org.libstation.returnproof.ReturnStatement;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `verify-return`: checks whether a receipt is genuine and what it proves.
@Command(name = "verify-return")
public final class VerifyReturnCommand extends PrintingCommand {
  private static final int LONGEST = 10_000;
  private static final int LARGEST_IMAGE = 64 * 1024 * 1024;

  private final InputStream scanner;

  @Option(names = "--key", required = true, paramLabel = "FILE")
  private List<Path> keys = new ArrayList<>();

  @Option(names = "--item", paramLabel = "BARCODE")
  private @Nullable String item;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private CodeInput source = new CodeInput();

  /// The source of the text.
  static final class CodeInput {
    @Option(names = "--image", paramLabel = "FILE")
    private @Nullable Path image;

    @Option(names = "--file", paramLabel = "FILE")
    private @Nullable Path file;

    @Parameters(paramLabel = "TEXT", arity = "1")
    private @Nullable String text;
  }

  /// @param scanner input that a scanner types
  public VerifyReturnCommand(InputStream scanner) {
    this.scanner = scanner;
  }

  @Override
  protected int run() {
    List<PublicKey> known = keys.stream().map(CommandFile::publicKey).toList();
    ReturnProofVerdict verdict = ReturnProof.verify(text(), known, Optional.ofNullable(item));
    lines(verdict).forEach(this::say);
    return verdict instanceof ReturnProofVerdict.Genuine ? 0 : 1;
  }

  private List<String> lines(ReturnProofVerdict verdict) {
    List<String> lines = new ArrayList<>();
    switch (verdict) {
      case ReturnProofVerdict.Genuine(ReturnStatement statement) -> {
        lines.add("genuine: this station issued the proof, and nothing in it was altered");
        stated(lines, statement);
      }
      case ReturnProofVerdict.OtherItem(ReturnStatement statement) -> {
        lines.add("NOT FOR THIS ITEM: the proof is genuine, but does not name " + item);
        stated(lines, statement);
      }
      case ReturnProofVerdict.Altered _ ->
          lines.add(
              "NOT GENUINE: the signature does not belong to this text; it was altered or forged");
      case ReturnProofVerdict.UnknownKey(String name) ->
          lines.add(
              "NOT KNOWN: the text is signed with the key "
                  + name
                  + ", which was not given with --key");
      case ReturnProofVerdict.NoProof _ -> lines.add("NO PROOF OF RETURN: this is some other text");
    }
    return lines;
  }

  private void stated(List<String> lines, ReturnStatement statement) {
    lines.add("station  " + statement.station());
    for (ReturnStatement.HandedOver each : statement.returns()) {
      String mine = each.item().equals(item) ? "  <- the item asked for" : "";
      lines.add(
          "item     "
              + each.item()
              + "  handed over "
              + each.at()
              + ", entry "
              + each.entry()
              + mine);
    }
  }

  private String text() {
    try {
      if (source.image != null) {
        return decoded(source.image);
      }
      if (source.file != null) {
        return bounded(source.file);
      }
      String text = String.valueOf(source.text);
      return text.equals("-") ? typed() : text;
    } catch (IOException e) {
      throw new SiteProblem("it cannot be read: " + BoundedFile.why(e));
    }
  }

  private static String bounded(Path file) throws IOException {
    return new String(BoundedFile.bytes(file, LONGEST), StandardCharsets.UTF_8);
  }

  /// Reads what a scanner types, up to the last line of a proof.
  private String typed() throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(scanner, StandardCharsets.UTF_8));
    StringBuilder typed = new StringBuilder();
    for (String line = reader.readLine();
        line != null && typed.length() < LONGEST;
        line = reader.readLine()) {
      typed.append(line).append('\n');
      if (line.startsWith("sig ")) {
        break;
      }
    }
    return typed.toString();
  }

  private static String decoded(Path file) throws IOException {
    byte[] bytes = BoundedFile.bytes(file, LARGEST_IMAGE);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    if (image == null) {
      throw new SiteProblem(file + ": expected a picture (PNG or JPEG)");
    }
    return QrPicture.read(image)
        .orElseThrow(
            () ->
                new SiteProblem(
                    file
                        + ": no QR code was found; take the picture closer, straight and in even"
                        + " light"));
  }
}
