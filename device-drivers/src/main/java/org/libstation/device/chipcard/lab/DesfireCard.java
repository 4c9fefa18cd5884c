package org.libstation.device.chipcard.lab;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A simulated MIFARE DESFire EV1 with one application and one file. The file can be read after the
/// application's key was proved.
///
/// Written from public descriptions of the card alone; shares no code with the driver.
public final class DesfireCard implements ChipCard {
  /// Most bytes that the card sends in one answer.
  private static final int FRAME = 32;

  private final byte[] uid;
  private final String application;
  private final byte[] key;
  private final boolean aes;
  private final boolean enciphered;
  private final byte[] file;
  private final RandomGenerator random;
  private final int block;
  private byte[] number = new byte[0];
  private byte[] iv;
  private byte[] session = new byte[0];
  private boolean selected;
  private byte[] rest = new byte[0];
  private int spoilt = -1;

  /// @param application three bytes as hex, the highest first
  /// @param key sixteen bytes as hex
  /// @param file contents of the file, as hex
  public DesfireCard(
      String uid,
      String application,
      String key,
      boolean aes,
      boolean enciphered,
      String file,
      RandomGenerator random) {
    this.uid = ChipCard.bytes(uid);
    this.application = application;
    this.key = ChipCard.bytes(key);
    this.aes = aes;
    this.enciphered = enciphered;
    this.file = ChipCard.bytes(file);
    this.random = random;
    this.block = aes ? 16 : 8;
    this.iv = new byte[block];
  }

  /// Sends one bit of the file's bytes wrong.
  public DesfireCard spoilt(int at) {
    spoilt = at;
    return this;
  }

  @Override
  public byte[] uid() {
    return uid.clone();
  }

  @Override
  public byte[] atr() {
    return ChipCard.bytes("3B8180018080");
  }

  @Override
  public void power() {
    selected = false;
    session = new byte[0];
  }

  @Override
  public byte[] answer(byte[] apdu) {
    try {
      byte[] data = apdu.length > 6 ? Arrays.copyOfRange(apdu, 5, apdu.length - 1) : new byte[0];
      return switch (apdu[1] & 0xFF) {
        case 0x5A -> select(data);
        case 0xAA, 0x1A -> ask((apdu[1] & 0xFF) == 0xAA);
        case 0xAF -> data.length == 0 ? more() : prove(data);
        case 0xBD -> read(data);
        default -> ChipCard.bytes("911C");
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] select(byte[] id) {
    byte[] turned = {id[2], id[1], id[0]};
    session = new byte[0];
    selected = HexFormat.of().withUpperCase().formatHex(turned).equalsIgnoreCase(application);
    return ChipCard.bytes(selected ? "9100" : "91A0");
  }

  private byte[] ask(boolean byAes) throws GeneralSecurityException {
    if (!selected || byAes != aes) {
      return ChipCard.bytes("91AE");
    }
    number = new byte[block];
    random.nextBytes(number);
    iv = new byte[block];
    return status(chained(Cipher.ENCRYPT_MODE, key, number), 0xAF);
  }

  private byte[] prove(byte[] both) throws GeneralSecurityException {
    byte[] clear = chained(Cipher.DECRYPT_MODE, key, both);
    byte[] theirs = Arrays.copyOf(clear, block);
    byte[] mine = Arrays.copyOfRange(clear, block, 2 * block);
    if (!Arrays.equals(mine, rotated(number))) {
      return ChipCard.bytes("91AE");
    }
    byte[] answer = chained(Cipher.ENCRYPT_MODE, key, rotated(theirs));
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    made.write(theirs, 0, 4);
    made.write(number, 0, 4);
    made.write(theirs, block - 4, 4);
    made.write(number, block - 4, 4);
    session = made.toByteArray();
    iv = new byte[block];
    return status(answer, 0);
  }

  private byte[] read(byte[] wanted) throws GeneralSecurityException {
    int offset = (wanted[1] & 0xFF) + 256 * (wanted[2] & 0xFF);
    int size = (wanted[4] & 0xFF) + 256 * (wanted[5] & 0xFF);
    if (session.length == 0) {
      return ChipCard.bytes("91AE");
    }
    if (offset + size > file.length) {
      return ChipCard.bytes("91BE");
    }
    byte[] command = new byte[wanted.length + 1];
    command[0] = (byte) 0xBD;
    System.arraycopy(wanted, 0, command, 1, wanted.length);
    byte[] _ = cmac(command);
    byte[] data = Arrays.copyOfRange(file, offset, offset + size);
    rest = enciphered ? cipheredWithCrc(data) : withMac(data);
    if (spoilt >= 0) {
      rest[spoilt] ^= 1;
    }
    return more();
  }

  private byte[] withMac(byte[] data) throws GeneralSecurityException {
    byte[] mac = cmac(Arrays.copyOf(data, data.length + 1));
    byte[] all = Arrays.copyOf(data, data.length + 8);
    System.arraycopy(mac, 0, all, data.length, 8);
    return all;
  }

  private byte[] cipheredWithCrc(byte[] data) throws GeneralSecurityException {
    CRC32 crc = new CRC32();
    crc.update(data);
    crc.update(0);
    int sum = (int) ~crc.getValue();
    byte[] all = Arrays.copyOf(data, (data.length + 4 + block - 1) / block * block);
    for (int i = 0; i < 4; i++) {
      all[data.length + i] = (byte) (sum >> (8 * i));
    }
    return chained(Cipher.ENCRYPT_MODE, session, all);
  }

  private byte[] more() {
    byte[] now = Arrays.copyOf(rest, Math.min(FRAME, rest.length));
    rest = Arrays.copyOfRange(rest, now.length, rest.length);
    return status(now, rest.length > 0 ? 0xAF : 0);
  }

  private static byte[] status(byte[] data, int status) {
    byte[] answer = Arrays.copyOf(data, data.length + 2);
    answer[data.length] = (byte) 0x91;
    answer[data.length + 1] = (byte) status;
    return answer;
  }

  private static byte[] rotated(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = bytes[(i + 1) % bytes.length];
    }
    return turned;
  }

  private byte[] chained(int mode, byte[] with, byte[] bytes) throws GeneralSecurityException {
    byte[] made = once(mode, with, iv, bytes);
    byte[] secret = mode == Cipher.ENCRYPT_MODE ? made : bytes;
    iv = Arrays.copyOfRange(secret, secret.length - block, secret.length);
    return made;
  }

  private byte[] once(int mode, byte[] with, byte[] from, byte[] bytes)
      throws GeneralSecurityException {
    byte[] whole = with;
    if (!aes) {
      whole = Arrays.copyOf(with, 24);
      System.arraycopy(with, 0, whole, 16, 8);
    }
    Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/NoPadding" : "DESede/CBC/NoPadding");
    cipher.init(mode, new SecretKeySpec(whole, aes ? "AES" : "DESede"), new IvParameterSpec(from));
    return cipher.doFinal(bytes);
  }

  private byte[] cmac(byte[] message) throws GeneralSecurityException {
    byte[] one = shifted(once(Cipher.ENCRYPT_MODE, session, new byte[block], new byte[block]));
    byte[] mask = one;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(message);
    if (message.length == 0 || message.length % block != 0) {
      mask = shifted(one);
      all.write(0x80);
      while (all.size() % block != 0) {
        all.write(0);
      }
    }
    byte[] bytes = all.toByteArray();
    for (int i = 0; i < block; i++) {
      bytes[bytes.length - block + i] ^= mask[i];
    }
    byte[] _ = chained(Cipher.ENCRYPT_MODE, session, bytes);
    return iv.clone();
  }

  private byte[] shifted(byte[] bytes) {
    java.math.BigInteger twice = new java.math.BigInteger(1, bytes).shiftLeft(1);
    if (twice.testBit(8 * block)) {
      twice = twice.clearBit(8 * block).xor(java.math.BigInteger.valueOf(aes ? 0x87 : 0x1B));
    }
    byte[] made = twice.toByteArray();
    byte[] fitted = new byte[block];
    int from = Math.max(0, made.length - block);
    System.arraycopy(made, from, fitted, block - (made.length - from), made.length - from);
    return fitted;
  }
}
