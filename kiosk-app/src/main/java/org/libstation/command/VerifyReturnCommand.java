package org.libstation.command;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.libstation.file.BoundedFile;
import org.libstation.policy.SignedPolicy;
import org.libstation.returnproof.ReturnProof;
import org.libstation.returnproof.ReturnProof.ReturnProofReading;
import org.libstation.returnproof.ReturnStatement;
import org.libstation.site.SiteProblem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries out `station verify-return`: is this slip ours, and what does it prove?
@Command(
    name = "verify-return",
    description = {
      "Checks the code on a slip of a return: was it stated by one of the site's stations, and for"
          + " which item, moment and station? Neither the station nor the central system is asked.",
      "Exit status 0 only if it is genuine (and about the item asked for)."
    },
    footer = {
      "",
      "Examples:",
      "  ./station verify-return --key returns-public.pem --image slip.jpg",
      "  ./station verify-return --key returns-public.pem --item 38801000000015 --file code.txt",
      "  ./station verify-return --key returns-public.pem -",
      "                 waits for a scanner that types what it reads (one that sends line ends)",
      "",
      "A station's public key is data/keys/returns-public.pem; --key may be given for each station."
    })
public final class VerifyReturnCommand extends PrintingCommand {
  private static final int LONGEST = 10_000;
  private static final int LARGEST_IMAGE = 64 * 1024 * 1024;

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE),
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.CHARACTER_SET,
          "UTF-8");

  private final InputStream scanner;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "a public key of the site (X.509 in PEM); may be given several times")
  private List<Path> keys = new ArrayList<>();

  @Option(
      names = "--item",
      paramLabel = "BARCODE",
      description = "the item in question: a proof for another one is told as such")
  private @Nullable String item;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private CodeInput source = new CodeInput();

  /// Where the text is.
  static final class CodeInput {
    @Option(names = "--image", paramLabel = "FILE", description = "a picture of the code")
    private @Nullable Path image;

    @Option(names = "--file", paramLabel = "FILE", description = "a file with the code's text")
    private @Nullable Path file;

    @Parameters(
        paramLabel = "TEXT",
        description = "the text itself, or - for a scanner at standard input",
        arity = "1")
    private @Nullable String text;
  }

  /// @param scanner what a scanner types
  public VerifyReturnCommand(InputStream scanner) {
    this.scanner = scanner;
  }

  @Override
  protected int run() {
    List<PublicKey> known = keys.stream().map(VerifyReturnCommand::key).toList();
    ReturnProofReading verdict = ReturnProof.verify(text(), known, Optional.ofNullable(item));
    lines(verdict).forEach(this::say);
    return verdict instanceof ReturnProofReading.Genuine ? 0 : 1;
  }

  private List<String> lines(ReturnProofReading verdict) {
    List<String> lines = new ArrayList<>();
    switch (verdict) {
      case ReturnProofReading.Genuine(ReturnStatement statement) -> {
        lines.add("genuine: this station stated it, and nothing of it was altered");
        stated(lines, statement);
      }
      case ReturnProofReading.OtherItem(ReturnStatement statement) -> {
        lines.add("NOT FOR THIS ITEM: it is genuine, and says nothing about " + item);
        stated(lines, statement);
      }
      case ReturnProofReading.Altered _ ->
          lines.add(
              "NOT GENUINE: the signature does not belong to this text; it was altered or forged");
      case ReturnProofReading.UnknownKey(String name) ->
          lines.add(
              "NOT KNOWN: it is signed with the key "
                  + name
                  + ", which is none of those given with --key");
      case ReturnProofReading.NoProof _ -> lines.add("NO PROOF OF RETURN: this is some other text");
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

  private static PublicKey key(Path file) {
    try {
      return SignedPolicy.publicKey(CommandFile.text(file));
    } catch (IllegalArgumentException e) {
      throw new SiteProblem(file + ": " + e.getMessage());
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

  /// What a scanner types, up to the last line of a proof.
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
    // One in two hundred good pictures is read only when it is smaller.
    return found(image)
        .or(() -> found(scaled(image, 0.75)))
        .or(() -> found(scaled(image, 0.5)))
        .orElseThrow(
            () ->
                new SiteProblem(
                    file
                        + ": no QR code was found; take the picture closer, straight and in even"
                        + " light"));
  }

  private static Optional<String> found(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
    // The first copes with shadows, the second with blur.
    for (Binarizer binarizer :
        List.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light))) {
      try {
        return Optional.of(
            new MultiFormatReader().decode(new BinaryBitmap(binarizer), HINTS).getText());
      } catch (NotFoundException _) {
        // The other one may.
      }
    }
    return Optional.empty();
  }

  private static BufferedImage scaled(BufferedImage image, double size) {
    int width = Math.max(1, (int) (image.getWidth() * size));
    int height = Math.max(1, (int) (image.getHeight() * size));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
