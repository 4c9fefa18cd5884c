package org.libstation.device.chipcard.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/// A card in the virtual PC/SC reader (vsmartcard's `vpcd`). The card connects by TCP: while
/// connected it lies in the reader; closing the connection takes it away.
///
/// Each message is two bytes of length, highest first, followed by that many bytes. A single byte
/// is a command (0 = off, 1 = on, 2 = reset, 4 = send the ATR); more bytes are an APDU.
public final class VirtualReader implements AutoCloseable {
  private static final int ATR = 4;
  private static final int LONGEST = 65535;

  private final Socket socket;
  private final Thread thread;
  private final int tornAfter;
  private int apdus;

  private VirtualReader(Socket socket, ChipCard card, int tornAfter) {
    this.socket = socket;
    this.tornAfter = tornAfter;
    this.thread = Thread.ofPlatform().daemon().name("virtual card").unstarted(() -> play(card));
  }

  /// Lays a card into the reader at a port of this computer.
  public static VirtualReader lay(ChipCard card, int port) throws IOException {
    return lay(card, port, LONGEST);
  }

  /// @param tornAfter number of APDUs that are answered; at the next one the card is taken away
  public static VirtualReader lay(ChipCard card, int port, int tornAfter) throws IOException {
    VirtualReader laid =
        new VirtualReader(new Socket(InetAddress.getLoopbackAddress(), port), card, tornAfter);
    laid.thread.start();
    return laid;
  }

  private void play(ChipCard card) {
    try (socket;
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
      while (true) {
        byte[] message = in.readNBytes(in.readUnsignedShort());
        if (message.length == 1) {
          if (message[0] == ATR) {
            send(out, card.atr());
          } else {
            card.power();
          }
        } else {
          if (apdus++ >= tornAfter) {
            return;
          }
          send(out, card.behindReader(message));
        }
      }
    } catch (IOException _) {
      // The card was taken away, or the service ended.
    }
  }

  private static void send(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeShort(bytes.length);
    out.write(bytes);
    out.flush();
  }

  /// Takes the card away.
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
