package org.libstation.lab.embedded;

import java.time.Duration;

/// Does something later, once, unless the library has stopped by then.
interface Late {
  void after(Duration time, Runnable work);
}
