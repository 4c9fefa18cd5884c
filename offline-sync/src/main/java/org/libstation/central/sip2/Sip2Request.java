package org.libstation.central.sip2;

/// What a station says to the central system.
///
/// Each record holds the fixed fields in the order of its [Sip2Layout], which has their widths, and
/// the variable fields as they came.
public sealed interface Sip2Request extends Sip2Message {

  /// Its line in the table of messages.
  Sip2Layout layout();

  @Override
  default String code() {
    return layout().code();
  }

  /// Block a card that was left behind or tampered with; answered by 24.
  ///
  /// @param at transaction date
  record BlockPatron(Sip2Flag cardRetained, Sip2Date at, Sip2Fields fields) implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.BLOCK_PATRON;
    }

    @Override
    public String fixed() {
      return layout().write(cardRetained, at);
    }
  }

  /// Take an item back; answered by 10.
  ///
  /// @param noBlock it happened already and must not be refused
  /// @param at transaction date
  /// @param returnedAt the moment that counts; blank for now
  record Checkin(Sip2Flag noBlock, Sip2Date at, Sip2Date returnedAt, Sip2Fields fields)
      implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.CHECKIN;
    }

    @Override
    public String fixed() {
      return layout().write(noBlock, at, returnedAt);
    }
  }

  /// Lend an item; answered by 12.
  ///
  /// @param renewalPolicy whether this may become a renewal
  /// @param noBlock it happened already and must not be refused
  /// @param at transaction date
  /// @param noBlockDue the due date promised; blank unless no block
  record Checkout(
      Sip2Flag renewalPolicy, Sip2Flag noBlock, Sip2Date at, Sip2Date noBlockDue, Sip2Fields fields)
      implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.CHECKOUT;
    }

    @Override
    public String fixed() {
      return layout().write(renewalPolicy, noBlock, at, noBlockDue);
    }
  }

  /// Place, change or delete a hold; answered by 16.
  ///
  /// @param mode `+`, `-` or `*`
  /// @param at transaction date
  record Hold(String mode, Sip2Date at, Sip2Fields fields) implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.HOLD;
    }

    @Override
    public String fixed() {
      return layout().write(mode, at);
    }
  }

  /// Ask about an item; answered by 18.
  ///
  /// @param at transaction date
  record ItemInformation(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.ITEM_INFORMATION;
    }

    @Override
    public String fixed() {
      return layout().write(at);
    }
  }

  /// Change the properties of an item; answered by 20.
  ///
  /// @param at transaction date
  record ItemStatusUpdate(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.ITEM_STATUS_UPDATE;
    }

    @Override
    public String fixed() {
      return layout().write(at);
    }
  }

  /// Ask about a patron; answered by 24.
  ///
  /// @param language `000` unknown, `001` English, `019` Chinese …
  /// @param at transaction date
  record PatronStatus(String language, Sip2Date at, Sip2Fields fields) implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.PATRON_STATUS;
    }

    @Override
    public String fixed() {
      return layout().write(language, at);
    }
  }

  /// Enable a blocked card; answered by 26.
  ///
  /// @param at transaction date
  record PatronEnable(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.PATRON_ENABLE;
    }

    @Override
    public String fixed() {
      return layout().write(at);
    }
  }

  /// Renew a loan; answered by 30.
  ///
  /// @param thirdParty whether somebody else may renew
  /// @param noBlock it happened already and must not be refused
  /// @param at transaction date
  /// @param noBlockDue the due date promised; blank unless no block
  record Renew(
      Sip2Flag thirdParty, Sip2Flag noBlock, Sip2Date at, Sip2Date noBlockDue, Sip2Fields fields)
      implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.RENEW;
    }

    @Override
    public String fixed() {
      return layout().write(thirdParty, noBlock, at, noBlockDue);
    }
  }

  /// The patron's session is over; answered by 36.
  ///
  /// @param at transaction date
  record EndSession(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.END_SESSION;
    }

    @Override
    public String fixed() {
      return layout().write(at);
    }
  }

  /// A fee was paid; answered by 38.
  ///
  /// @param at transaction date
  /// @param feeType `04` overdue, `06` rental, `07` replacement …
  /// @param paymentType `00` cash, `01` VISA, `02` credit card
  /// @param currency ISO 4217
  record FeePaid(
      Sip2Date at, String feeType, String paymentType, String currency, Sip2Fields fields)
      implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.FEE_PAID;
    }

    @Override
    public String fixed() {
      return layout().write(at, feeType, paymentType, currency);
    }
  }

  /// Ask about a patron and one list; answered by 64.
  ///
  /// @param language `000` unknown, `001` English, `019` Chinese …
  /// @param at transaction date
  /// @param summary one Y at most: 0 holds, 1 overdue, 2 charged, 3 fines, 4 recalls, 5 unavailable
  ///   holds
  record PatronInformation(String language, Sip2Date at, String summary, Sip2Fields fields)
      implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.PATRON_INFORMATION;
    }

    @Override
    public String fixed() {
      return layout().write(language, at, summary);
    }
  }

  /// Renew all loans; answered by 66.
  ///
  /// @param at transaction date
  record RenewAll(Sip2Date at, Sip2Fields fields) implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.RENEW_ALL;
    }

    @Override
    public String fixed() {
      return layout().write(at);
    }
  }

  /// Log in; answered by 94.
  ///
  /// @param userAlgorithm `0`: not encrypted
  /// @param passwordAlgorithm `0`: not encrypted
  record Login(String userAlgorithm, String passwordAlgorithm, Sip2Fields fields)
      implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.LOGIN;
    }

    @Override
    public String fixed() {
      return layout().write(userAlgorithm, passwordAlgorithm);
    }
  }

  /// Repeat your last answer.
  record Resend(Sip2Fields fields) implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.ACS_RESEND;
    }

    @Override
    public String fixed() {
      return layout().write();
    }
  }

  /// How the station is; answered by 98.
  ///
  /// @param status `0` well, `1` out of paper, `2` about to stop
  /// @param printWidth characters in a line; `000` unknown
  /// @param version `2.00`
  record ScStatus(String status, String printWidth, String version, Sip2Fields fields)
      implements Sip2Request {
    @Override
    public Sip2Layout layout() {
      return Sip2Layout.SC_STATUS;
    }

    @Override
    public String fixed() {
      return layout().write(status, printWidth, version);
    }
  }
}
