package org.libstation.site;

import static org.libstation.site.SettingException.require;

import java.nio.file.Path;
import java.util.Optional;
import org.libstation.central.link.TlsTrust;
import org.libstation.site.Reason.Word;
import org.libstation.site.SiteSetting.Hidden;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of an encrypted connection to another machine. A section that is not enabled must be
/// empty, so that no setting is ignored silently.
///
/// @param authority PEM file; if empty, and `pinned` is too, the machine's own authorities are
///   trusted
/// @param pinned SHA-256 of the only accepted certificate
/// @param certificate PEM file of the station's own certificate; empty exactly if `key` is
public record TlsPlace(
    @DefaultValue("false") @SiteSetting(form = FormGroup.OF_SECTION) boolean enabled,
    @DefaultValue("") @SiteSetting(form = FormGroup.OF_SECTION) String authority,
    @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS, is = Shape.FINGERPRINT) String pinned,
    @DefaultValue("") String certificate,
    @DefaultValue("") @SiteSetting(hidden = Hidden.ALWAYS) String key) {
  public TlsPlace {
    boolean empty = (authority + pinned + certificate + key).isEmpty();
    require(enabled || empty, "enabled", Reason.of(Word.TLS_OFF));
    require(authority.isEmpty() || pinned.isEmpty(), "pinned", Reason.of(Word.TLS_EITHER));
    require(certificate.isEmpty() == key.isEmpty(), "key", Reason.of(Word.TLS_PAIR));
  }

  /// The trusted certificates and the station's own; empty if the connection is not encrypted. No
  /// file is read.
  ///
  /// @param site the directory to which file paths are relative
  public Optional<TlsTrust> trust(Path site) {
    if (!enabled) {
      return Optional.empty();
    }
    Optional<TlsTrust.OwnCertificate> own =
        certificate.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new TlsTrust.OwnCertificate(site.resolve(certificate), site.resolve(key)));
    return Optional.of(new TlsTrust(server(site), own));
  }

  private TlsTrust.Server server(Path site) {
    if (!pinned.isEmpty()) {
      return new TlsTrust.Server.Pinned(pinned);
    }
    return authority.isEmpty()
        ? new TlsTrust.Server.MachinesAuthorities()
        : new TlsTrust.Server.Authority(site.resolve(authority));
  }
}
