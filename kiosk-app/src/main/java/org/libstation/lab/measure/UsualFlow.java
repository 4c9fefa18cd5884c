package org.libstation.lab.measure;

import java.time.Duration;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowSettings.Hours;
import org.libstation.flow.state.FlowSettings.Pays;
import org.libstation.flow.state.FlowSettings.PinRule;
import org.libstation.flow.state.FlowSettings.VisitSettings;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.StationFacts.StationBanner;
import org.libstation.flow.state.StationFacts.StationRole;

/// Default settings of a flow without a site: a station that lends and takes back, always open.
public final class UsualFlow {
  private UsualFlow() {}

  public static FlowSettings settings() {
    return new FlowSettings(
        Language.USUAL,
        StationBanner.NONE,
        StationRole.LEND_AND_RETURN,
        Pays.NOTHING,
        new VisitSettings(
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            PinRule.ALWAYS,
            false,
            false),
        Hours.ALWAYS,
        SlipOffer.KEY);
  }
}
