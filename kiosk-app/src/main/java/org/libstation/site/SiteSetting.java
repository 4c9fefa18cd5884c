package org.libstation.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes a setting beyond the name, type and default of its record component. Binding, forms,
/// order, masks and reports follow from this, see [SettingKey].
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface SiteSetting {
  /// The form in which a technician changes the setting.
  FormGroup form() default FormGroup.NONE;

  /// Smallest allowed number.
  long least() default Long.MIN_VALUE;

  /// Largest allowed number.
  long most() default Long.MAX_VALUE;

  /// Whether 0 is allowed outside the bounds.
  boolean orZero() default false;

  /// Other English words for the bounds; `{0}` is the lower bound, `{1}` the upper.
  String said() default "";

  /// Further rules, besides type and bounds; the first that fails is reported.
  Shape[] is() default {};

  /// The allowed words of a text, if only some are allowed.
  String[] words() default {};

  /// An enum whose words are allowed too.
  Class<? extends Enum<?>> orOf() default NoWords.class;

  /// Which values of the site a form offers.
  Offered offers() default Offered.NOTHING;

  Hidden hidden() default Hidden.NEVER;

  /// The value in a new list entry, which is then always written; empty = the default.
  String begins() default "";

  /// Values of the site that a form can offer.
  enum Offered {
    NOTHING,
    /// Protocols of central systems.
    PROTOCOLS,
    /// Dialects of the site's protocol.
    DIALECTS
  }

  /// Who may see the value.
  enum Hidden {
    /// Everyone.
    NEVER,
    /// Left out of reports, but visible to those who may change it.
    IN_REPORTS,
    /// Secret: never shown, and typed unseen in a form.
    ALWAYS
  }

  /// Default of [SiteSetting#orOf]: no further words.
  enum NoWords {}
}
