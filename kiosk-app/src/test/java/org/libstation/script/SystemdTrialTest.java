package org.libstation.script;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.app.BuiltProgram;
import org.libstation.testkit.Needs;

/// Updates under a real systemd, in a container without a network: `config/package/systemd-trial`.
/// The small Debian is made beforehand (`--base`), since tests do not fetch anything.
@Tag("full")
class SystemdTrialTest {
  /// `./station test --long systemd` plays the other cases.
  @Test
  void an_update_under_systemd_stays_or_goes_back_and_keeps_an_open_loan() throws Exception {
    tries("good", "broken");
  }

  private static void tries(String... cases) throws Exception {
    Needs.root();
    Needs.programs("systemd-nspawn", "nsenter", "unshare", "dpkg-deb", "openssl");
    String home = BuiltProgram.needed().toString();
    Needs.oneOf(
        "a Debian with systemd (config/package/systemd-trial --base)",
        home + "/target/systemd-trial/base.tar");
    List<String> call = new ArrayList<>();
    call.add(home + "/config/package/systemd-trial");
    call.addAll(List.of(cases));
    PackageTest.call(call);
  }
}
