package org.libstation.site;

import static org.libstation.site.SettingException.require;

import java.util.List;
import org.libstation.barcode.CheckDigits;
import org.libstation.barcode.Classifier;
import org.libstation.barcode.Symbology;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Rules that decide what a scan is. They are applied in this order: a reader for cards alone, an
/// ISBN or ISSN, the rules, the screen.
///
/// @param titles whether an ISBN or ISSN is recognised before the rules
/// @param unmatched what happens with a code that matches no rule
public record BarcodeSettings(
    @DefaultValue("first") @SiteSetting(form = FormGroup.BARCODES) Classifier.Titles titles,
    @DefaultValue("refuse") @SiteSetting(form = FormGroup.BARCODES) Unmatched unmatched,
    @DefaultValue @SiteSetting(form = FormGroup.BARCODES) List<BarcodeRuleSettings> rules) {
  public BarcodeSettings {
    rules = List.copyOf(rules);
  }

  /// What happens with a code that matches no rule: it is refused, or the current screen decides.
  public enum Unmatched {
    REFUSE,
    BY_SCREEN
  }

  /// One kind of the library's barcodes.
  ///
  /// @param symbology one of [Symbology], or any
  /// @param dropCheck whether the check character is removed from the number
  public record BarcodeRuleSettings(
      @SiteSetting(begins = "item") Classifier.CodeOwner is,
      @SiteSetting(is = Shape.EXPRESSION) String pattern,
      @DefaultValue("none") BarcodeCheck check,
      @DefaultValue("any") @SiteSetting(words = "any", orOf = Symbology.class) String symbology,
      @DefaultValue("false") boolean dropCheck) {
    public BarcodeRuleSettings {
      require(is != null, "is", Reason.oneOf(SettingKey.words(Classifier.CodeOwner.class)));
    }
  }

  /// Check digit rule of a barcode's last character.
  public enum BarcodeCheck {
    NONE(CheckDigits.CheckDigitRule.NONE),
    LUHN14(CheckDigits.CheckDigitRule.LUHN),
    MOD43(CheckDigits.CheckDigitRule.MOD43),
    MOD11(CheckDigits.CheckDigitRule.MOD11),
    EAN13(CheckDigits.CheckDigitRule.EAN13);

    private final CheckDigits.CheckDigitRule rule;

    BarcodeCheck(CheckDigits.CheckDigitRule rule) {
      this.rule = rule;
    }

    public CheckDigits.CheckDigitRule rule() {
      return rule;
    }
  }
}
