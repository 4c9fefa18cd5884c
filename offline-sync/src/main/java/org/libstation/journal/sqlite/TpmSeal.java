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

/// Some bytes that only one machine's TPM 2.0 gives back: sealed under the primary key of its owner
/// hierarchy, which never leaves the chip (TPM 2.0 Library, part 1, *Protected Storage*), and,
/// where the site wishes it, only while registers of the boot (PCRs) have the values they had. It
/// is done by the programs of Debian's `tpm2-tools`, which find the chip by themselves
/// (`/dev/tpmrm0`, or what `TPM2TOOLS_TCTI` names).
///
/// @param registers as `tpm2-tools` writes them, such as `sha256:7`, or empty
/// @param outer the public half of the sealed object, as the chip gave it; Base64
/// @param inner the private half, which the chip alone reads; Base64
record TpmSeal(String registers, String outer, String inner) {
  private static final Pattern REGISTERS =
      Pattern.compile("(sha1|sha256|sha384|sha512):[0-9]{1,2}(,[0-9]{1,2})*");

  /// What a chip that hangs may take for one step.
  private static final int PATIENCE_S = 30;

  private static final int LONGEST_ANSWER = 10_000;
  private static final String NO_REGISTERS = "-";

  /// Has the chip seal some bytes.
  ///
  /// @param secret at most 128 bytes
  /// @param registers empty, or such as `sha256:7`
  /// @throws IOException in words, when the tools are missing, there is no chip or it refuses
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

  /// Has the chip give the bytes back.
  ///
  /// @throws IOException in words, when it is another machine's, its registers changed, or as for
  ///   [#seal]
  /// @throws IllegalArgumentException when a half is no Base64
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

  /// @return three words: registers, public and private half
  String text() {
    return (registers.isEmpty() ? NO_REGISTERS : registers) + " " + outer + " " + inner;
  }

  /// @throws IllegalArgumentException when it has not the words that [#text] writes; what is no
  ///   Base64 is told by [#open]
  static TpmSeal parse(String text) {
    String[] words = text.split(" ", -1);
    boolean none = words[0].equals(NO_REGISTERS);
    if (words.length != 3 || (!none && !REGISTERS.matcher(words[0]).matches())) {
      throw new IllegalArgumentException("expected registers and two halves");
    }
    return new TpmSeal(none ? "" : words[0], words[1], words[2]);
  }

  /// The tools in a directory of their own, which nobody else may enter and which goes with it.
  private record TpmTools(Path directory, Map<String, String> environment)
      implements AutoCloseable {
    TpmTools(Map<String, String> environment) throws IOException {
      this(Files.createTempDirectory("libstation-tpm"), environment);
    }

    /// The same key each time, made by the chip from its own seed.
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

    /// One step, and room in the chip for the next: without a resource manager before it what a
    /// tool loaded stays there.
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
        // It ended before; its status tells.
      }
      // By a pipe, which holds more than a secret's length: it lies on no disk.
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

    /// The first thing that a tool calls an error: it names what the chip said.
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
