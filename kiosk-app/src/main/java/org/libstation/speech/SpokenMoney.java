package org.libstation.speech;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A sum as screens write it: `HK$10.50`.
///
/// @param sign of the currency, as written
/// @param part hundredths
record SpokenMoney(boolean negative, String sign, int whole, int part) {
  static final Pattern PATTERN =
      Pattern.compile("([-−])?(HK\\$|US\\$|NT\\$|MOP\\$|¥|€|£) ?(\\d[\\d,]*)(?:\\.(\\d{2}))?");

  static SpokenMoney of(MatchResult found) {
    return new SpokenMoney(
        found.group(1) != null,
        found.group(2),
        Integer.parseInt(found.group(3).replace(",", "")),
        found.group(4) == null ? 0 : Integer.parseInt(found.group(4)));
  }
}
