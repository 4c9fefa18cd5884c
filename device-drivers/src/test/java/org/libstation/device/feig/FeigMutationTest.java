package org.libstation.device.feig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.device.feig.lab.FeigTwin;
import org.libstation.device.link.WireBytes;
import org.libstation.testkit.Mutations;
import org.libstation.testkit.Sample;

/// Damaged frames by the thousand, in pieces: none makes the parser or a decoder fail, and what it
/// keeps is never more than one frame.
class FeigMutationTest {
  private static final int QUICK = 2_000;
  private static final int FULL = Sample.of(200_000);
  private static final long SEED = 20_261_125;

  private static final List<String> FRAMES =
      List.of(
          FeigFrames.PING,
          FeigFrames.VERSION_OK,
          FeigFrames.READER_INFO_OK,
          FeigFrames.ONE_TAG,
          FeigFrames.TWO_TAGS,
          FeigFrames.MORE_DATA,
          FeigFrames.ONE_CARD,
          FeigFrames.SYSTEM_INFO,
          FeigFrames.SYSTEM_INFO_OK,
          FeigFrames.READ_5,
          FeigFrames.READ_5_OK,
          FeigFrames.WRITE_5,
          FeigFrames.BLOCK_0_LOCKED,
          FeigFrames.AFI_C2,
          FeigFrames.EAS_ON,
          FeigFrames.OUTPUT,
          FeigFrames.ADVANCED_ONE_TAG,
          FeigFrames.ADVANCED_RF_ON);

  private static List<byte[]> corpus() {
    List<byte[]> corpus = new ArrayList<>();
    FRAMES.forEach(frame -> corpus.add(HexFormat.of().parseHex(frame.replace(" ", ""))));
    return corpus;
  }

  private static void parse(byte[] input) {
    FeigParser parser = new FeigParser();
    List<FeigFrame> found = new ArrayList<>();
    for (byte[] piece : Mutations.pieces(input, input.length)) {
      found.addAll(parser.parse(piece));
      assertThat(parser.kept()).isLessThanOrEqualTo(FeigFrame.LONGEST_ADVANCED);
      assertThat(parser.hidden().size()).isLessThanOrEqualTo(input.length);
    }
    found.addAll(parser.silence());
    assertThat(parser.kept()).isZero();
    found.forEach(FeigMutationTest::decode);
  }

  /// Also as if its check sum were right: a reader's own fault.
  private static void decode(FeigFrame frame) {
    assertThat(FeigRequest.decode(frame)).isNotNull();
    FeigReply.decode(frame)
        .ifPresent(
            reply -> {
              assertThat(reply.tags()).isNotNull();
              assertThat(reply.tagInfo()).isNotNull();
              assertThat(reply.blocks()).isNotNull();
              assertThat(FeigStatus.inWords(reply)).isNotBlank();
              assertThat(FeigBuffers.of(reply.data()).blocksToRead(4)).isPositive();
            });
  }

  private static void decodeUnchecked(byte[] input) {
    if (input.length >= FeigFrame.SHORTEST_ADVANCED) {
      decode(FeigFrame.decode(WireBytes.of(input)));
    }
  }

  @Test
  void every_damaged_frame_is_survived() {
    Mutations.feed(corpus(), SEED, QUICK, FeigMutationTest::parse);
    Mutations.feed(corpus(), SEED + 1, QUICK, FeigMutationTest::decodeUnchecked);
  }

  /// The twin is a parser of requests: it answers or is silent.
  @Test
  @Tag("full")
  void the_twin_survives_every_damaged_request() {
    FeigTwin twin = new FeigTwin();
    twin.place(FeigFrames.UID, "31234000012342", "CN-NLC", 1, 1, true);
    Mutations.feed(
        corpus(), SEED + 2, QUICK, input -> assertThat(twin.exchange(input)).isNotNull());
  }

  @Test
  @Tag("full")
  void very_many_damaged_frames_are_survived() {
    Mutations.feed(corpus(), SEED, FULL, FeigMutationTest::parse);
    Mutations.feed(corpus(), SEED + 1, FULL, FeigMutationTest::decodeUnchecked);
  }
}
