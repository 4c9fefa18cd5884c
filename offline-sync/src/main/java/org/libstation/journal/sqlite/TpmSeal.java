package org.libstation.journal.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A secret that only the TPM 2.0 of one machine gives back. It is sealed under the primary key of
/// the TPM's owner hierarchy, which never leaves the chip (TPM 2.0 Library, part 1, *Protected
/// Storage*). If the site wishes, it opens only while boot registers (PCRs) keep their values.
///
/// The programs of Debian's `tpm2-tools` do the work. They find the chip themselves (`/dev/tpmrm0`,
/// or what `TPM2TOOLS_TCTI` names).
///
/// @param registers as `tpm2-tools` writes them, such as `sha256:7`, or empty
/// @param outer the public half of the sealed object, as the chip gave it; Base64
/// @param inner the private half, which only the chip can read; Base64
record TpmSeal(String registers, String outer, String inner) {
  private static final Pattern REGISTERS =
      Pattern.compile("(sha1|sha256|sha384|sha512):[0-9]{1,2}(,[0-9]{1,2})*");

  /// How long one step may take, in seconds, before the chip counts as hanging.
  private static final int PATIENCE_S = 30;

  private static final int LONGEST_ANSWER = 10_000;
  private static final String NO_REGISTERS = "-";

  /// Lets the chip seal a secret.
  ///
  /// @param secret at most 128 bytes
  /// @param registers empty, or such as `sha256:7`
  /// @throws IOException with the reason, if the tools are missing, or there is no chip, or it
  ///   refuses
  static TpmSeal seal(byte[] secret, String registers, Map<String, String> environment)
      throws IOException {
    if (!registers.isEmpty() && !REGISTERS.matcher(registers).matches()) {
      throw new IOException("expected registers such as sha256:7, not '" + registers + "'");
    }
    try (TpmTools chip = new TpmTools(environment)) {
      chip.primary();
      List<String> create =
          new ArrayList<>(
              List.of("tpm2_create", "-Q", "-C", "p", "-g", "sha256", "-u", "o", "-r", "i"));
      create.addAll(List.of("-i", "-"));
      if (!registers.isEmpty()) {
        byte[] _ =
            chip.run(
                List.of("tpm2_createpolicy", "-Q", "--policy-pcr", "-l", registers, "-L", "w"));
        create.addAll(List.of("-L", "w"));
      }
      byte[] _ = chip.run(create, secret);
      Base64.Encoder base = Base64.getEncoder();
      return new TpmSeal(
          registers, base.encodeToString(chip.bytes("o")), base.encodeToString(chip.bytes("i")));
    }
  }

  /// Lets the chip give the secret back.
  ///
  /// @throws IOException with the reason, if another machine sealed it or the registers changed, or
  ///   as for [#seal]
  /// @throws IllegalArgumentException if a half is not Base64
  byte[] open(Map<String, String> environment) throws IOException {
    try (TpmTools chip = new TpmTools(environment)) {
      chip.primary();
      chip.lay("o", Base64.getDecoder().decode(outer));
      chip.lay("i", Base64.getDecoder().decode(inner));
      byte[] _ = chip.run(List.of("tpm2_load", "-Q", "-C", "p", "-u", "o", "-r", "i", "-c", "s"));
      List<String> unseal = new ArrayList<>(List.of("tpm2_unseal", "-Q", "-c", "s"));
      if (!registers.isEmpty()) {
        unseal.addAll(List.of("-p", "pcr:" + registers));
      }
      return chip.run(unseal);
    }
  }

  /// @return three words: registers, public half and private half
  String text() {
    return (registers.isEmpty() ? NO_REGISTERS : registers) + " " + outer + " " + inner;
  }

  /// Reads what [#text] wrote. [#open] checks the Base64.
  ///
  /// @throws IllegalArgumentException if the words are not those of [#text]
  static TpmSeal parse(String text) {
    String[] words = text.split(" ", -1);
    boolean none = words[0].equals(NO_REGISTERS);
    if (words.length != 3 || (!none && !REGISTERS.matcher(words[0]).matches())) {
      throw new IllegalArgumentException("expected registers and two halves");
    }
    return new TpmSeal(none ? "" : words[0], words[1], words[2]);
  }

  /// Runs the tools in a temporary directory that no other user may enter and that is deleted
  /// afterwards.
  private record TpmTools(Path directory, Map<String, String> environment)
      implements AutoCloseable {
    TpmTools(Map<String, String> environment) throws IOException {
      this(Files.createTempDirectory("libstation-tpm"), environment);
    }

    /// Makes the primary key, which the chip derives from its own seed: the same key each time.
    void primary() throws IOException {
      byte[] _ =
          run(
              List.of(
                  "tpm2_createprimary", "-Q", "-C", "o", "-g", "sha256", "-G", "ecc", "-c", "p"));
    }

    void lay(String name, byte[] bytes) throws IOException {
      Files.write(directory.resolve(name), bytes);
    }

    byte[] bytes(String name) throws IOException {
      return Files.readAllBytes(directory.resolve(name));
    }

    byte[] run(List<String> command) throws IOException {
      return run(command, new byte[0]);
    }

    /// Runs one step, then frees room in the chip for the next. Without a resource manager, what a
    /// tool loaded would stay there.
    byte[] run(List<String> command, byte[] input) throws IOException {
      byte[] answer = step(command, input);
      byte[] _ = step(List.of("tpm2_flushcontext", "-t"), new byte[0]);
      return answer;
    }

    private byte[] step(List<String> command, byte[] input) throws IOException {
      Path said = directory.resolve("said");
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(directory.toFile()).redirectError(said.toFile());
      builder.environment().putAll(environment);
      Process tool;
      try {
        tool = builder.start();
      } catch (IOException e) {
        throw new IOException(
            command.getFirst() + " cannot be started: the package tpm2-tools is missing", e);
      }
      try (OutputStream in = tool.getOutputStream()) {
        in.write(input);
      } catch (IOException _) {
        // The tool ended early; its exit status says why.
      }
      // A pipe holds more than the length of a secret, so the secret is never written to a disk.
      try (InputStream answer = tool.getInputStream()) {
        if (!tool.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
          throw new IOException("the TPM did not answer within " + PATIENCE_S + " s");
        }
        if (tool.exitValue() != 0) {
          throw new IOException(command.getFirst() + ": " + words(said));
        }
        return answer.readNBytes(LONGEST_ANSWER);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while the TPM was asked", e);
      } finally {
        tool.destroyForcibly();
      }
    }

    /// Returns the first line that a tool reports as an error; it names the chip's answer.
    private static String words(Path said) throws IOException {
      try (Stream<String> lines = Files.lines(said, StandardCharsets.ISO_8859_1)) {
        return lines
            .filter(line -> line.startsWith("ERROR"))
            .map(line -> line.strip().replaceFirst("^ERROR:\\s*", ""))
            .filter(line -> !line.startsWith("esys:"))
            .findFirst()
            .orElse("it failed without a word");
      }
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    }
  }
}
