package org.libstation.script;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.app.BuiltProgram;
import org.libstation.testkit.Needs;

/// The updater, by packages whose program is a stub: `docs/administrator/update.md` promises what
/// `config/package/update-trial` tries. With the real packages: [PackageTest].
@Tag("full")
class UpdateTest {
  @Test
  void an_update_is_refused_kept_or_taken_back_as_its_page_says() throws Exception {
    tries();
  }

  /// `--long` cuts it everywhere; the seed is told by the script when one does not hold.
  @Test
  void an_update_that_is_cut_leaves_one_whole_version_and_every_entry() throws Exception {
    tries("--cuts", System.getProperty("libstation.update.cuts", "6"), "--seed", seed());
  }

  private static String seed() {
    return String.valueOf(Long.getLong("libstation.seed", System.nanoTime()) & Short.MAX_VALUE);
  }

  private void tries(String... how) throws Exception {
    Needs.root();
    Needs.programs("dpkg-deb", "openssl", "unshare", "setpriv", "mount", "strace");
    List<String> call = new ArrayList<>();
    call.add(BuiltProgram.needed().resolve("config/package/update-trial").toString());
    call.addAll(List.of(how));
    PackageTest.call(call);
  }
}
