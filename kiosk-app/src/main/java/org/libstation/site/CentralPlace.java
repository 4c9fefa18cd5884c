package org.libstation.site;

import static org.libstation.site.SettingException.require;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.libstation.central.Centrals;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the central system is reached.
///
/// @param protocol its protocol, see `CentralProvider.protocol`; empty = the usual one
/// @param dialect the name of a file in `dialects/`, or a path that ends in `.yaml`; empty exactly
///   if the protocol has none
/// @param options options of that protocol alone
public record CentralPlace(
    @DefaultValue("")
        @SiteSetting(
            form = FormGroup.CENTRAL,
            is = Shape.PROTOCOL,
            offers = SiteSetting.Offered.PROTOCOLS)
        String protocol,
    @SiteSetting(form = FormGroup.CENTRAL, is = Shape.HOST) String host,
    @SiteSetting(form = FormGroup.CENTRAL, is = Shape.PORT) int port,
    @DefaultValue("") @SiteSetting(form = FormGroup.CENTRAL, offers = SiteSetting.Offered.DIALECTS)
        String dialect,
    @DefaultValue("") @SiteSetting(form = FormGroup.CENTRAL) String institution,
    @DefaultValue("") @SiteSetting(form = FormGroup.CENTRAL) String location,
    @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String user,
    @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String password,
    @DefaultValue("Asia/Hong_Kong") @SiteSetting(form = FormGroup.CENTRAL) ZoneId zone,
    @DefaultValue("HKD") Currency currency,
    @DefaultValue TlsPlace tls,
    @DefaultValue Map<String, String> options) {
  public CentralPlace {
    protocol = protocol.isEmpty() ? Centrals.usual().protocol() : protocol;
    String spoken = protocol;
    require(
        Centrals.of(spoken).filter(it -> it.dialects().isPresent() == dialect.isBlank()).isEmpty(),
        "dialect",
        dialect.isBlank() ? Reason.of(Word.DIALECT) : Reason.plain("nothing: it has no dialects"));
    options = Map.copyOf(options);
  }

  @Override
  public String toString() {
    return host + ":" + port + " (" + (dialect.isEmpty() ? protocol : dialect) + ")";
  }
}
