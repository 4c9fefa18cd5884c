package org.libstation.payment.zvt;

import java.util.Arrays;
import java.util.Optional;

/// Fields ("bitmaps", BMP) of a data block: number, length, and whether the value may be read
/// (PA00P015, *Summary of utilised BMPs*). Values about a card, its holder, or texts are skipped
/// and never kept.
enum ZvtField {
  TIMEOUT(0x01, 1),
  MAX_STATUS(0x02, 1),
  SERVICE_BYTE(0x03, 1),
  AMOUNT(0x04, 6, true),
  PUMP(0x05, 1),
  TLV(0x06, ZvtField.BER),
  TRACE(0x0B, 3, true),
  TIME(0x0C, 3, true),
  DATE(0x0D, 2, true),
  EXPIRY(0x0E, 2),
  CARD_SEQUENCE(0x17, 2),
  TYPE(0x19, 1, true),
  PAN(0x22, ZvtField.LL),
  TRACK_2(0x23, ZvtField.LL),
  TRACK_3(0x24, ZvtField.LLL),
  RESULT(0x27, 1, true),
  TERMINAL(0x29, 4, true),
  MERCHANT(0x2A, 15),
  TRACK_1(0x2D, ZvtField.LL),
  CHIP(0x2E, ZvtField.LLL),
  ORIGINAL_TRACE(0x37, 3),
  CVV(0x3A, 2),
  AID(0x3B, 8),
  ADDITIONAL(0x3C, ZvtField.LLL),
  PASSWORD(0x3D, 3),
  CURRENCY(0x49, 2, true),
  GOODS(0x4C, ZvtField.LL),
  TOTALS(0x60, ZvtField.LLL, true),
  RECEIPT(0x87, 2, true),
  TURNOVER(0x88, 3),
  CARD_TYPE(0x8A, 1),
  CARD_NAME(0x8B, ZvtField.LL),
  CARD_NETWORK(0x8C, 1),
  OFFLINE_CHIP(0x92, ZvtField.LLL),
  GELDKARTE(0x9A, ZvtField.LLL),
  RESULT_AS(0xA0, 1),
  CHIP_FILE(0xA7, ZvtField.LL),
  FULL_DATE(0xAA, 3),
  CHIP_INFO(0xAF, ZvtField.LLL),
  AID_PARAMETER(0xBA, 5),
  ALGORITHM(0xD0, 1),
  PIN_DATA(0xD1, ZvtField.LL),
  DIRECTION(0xD2, 1),
  KEY(0xD3, 1);

  /// Lengths that stand before the value: two ([#LL]) or three ([#LLL]) bytes `Fx`, x a digit; or
  /// as in BER-TLV ([#BER]).
  static final int LL = -2;

  static final int LLL = -3;
  static final int BER = -1;

  private final int number;
  private final int length;
  private final boolean kept;

  ZvtField(int number, int length) {
    this(number, length, false);
  }

  ZvtField(int number, int length, boolean kept) {
    this.number = number;
    this.length = length;
    this.kept = kept;
  }

  int number() {
    return number;
  }

  /// Length of the value in bytes; if negative, [#LL], [#LLL] or [#BER].
  int length() {
    return length;
  }

  /// Whether the value may be read and kept.
  boolean kept() {
    return kept;
  }

  static Optional<ZvtField> of(int number) {
    return Arrays.stream(values()).filter(field -> field.number == number).findFirst();
  }
}
