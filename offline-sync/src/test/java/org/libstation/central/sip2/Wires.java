package org.libstation.central.sip2;

import java.nio.charset.Charset;
import org.libstation.central.sip2.Sip2Dialect.ErrorDetection;
import org.libstation.central.sip2.Sip2Dialect.LineEnd;
import org.libstation.central.sip2.Sip2Dialect.TimeForm;
import org.libstation.central.sip2.Sip2Dialect.WireDialect;

/// The usual wire with another way of checking and another text.
final class Wires {
  private Wires() {}

  static WireDialect of(boolean errorDetection, boolean trailerOptional, Charset charset) {
    return new WireDialect(
        errorDetection ? ErrorDetection.FOLLOWS : ErrorDetection.NONE,
        trailerOptional,
        charset,
        LineEnd.CR,
        TimeForm.LOCAL);
  }
}
