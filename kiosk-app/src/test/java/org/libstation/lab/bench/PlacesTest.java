package org.libstation.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

  @ParameterizedTest
  @CsvSource({
    "0,0,1920,1080",
    "0,27,1920,1053",
    "0,0,1366,768",
    "1920,0,2560,1440",
    "0,0,3840,2160"
  })
  void bothWindowsFitOnOneDesktopAndDoNotCoverEachOther(int x, int y, int width, int height) {
    Rectangle2D desktop = new Rectangle2D(x, y, width, height);
    Places places = Places.on(desktop);
    assertThat(desktop.contains(places.kiosk())).isTrue();
    assertThat(desktop.contains(places.bench())).isTrue();
    assertThat(places.kiosk().intersects(places.bench())).isFalse();
  }
}
