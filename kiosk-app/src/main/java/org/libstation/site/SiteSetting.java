package org.libstation.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a component of a settings record says of its setting beside its name, its type and its
/// default: binding, form, order, masks and reports follow from it, see [SettingKey].
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface SiteSetting {
  /// Where a technician changes it by hand.
  FormGroup form() default FormGroup.NONE;

  /// The least a number may be.
  long least() default Long.MIN_VALUE;

  /// The most a number may be.
  long most() default Long.MAX_VALUE;

  /// Whether 0 is right too, outside those bounds.
  boolean orZero() default false;

  /// The bounds in other English words: `{0}` is the least there, `{1}` the most.
  String said() default "";

  /// What it must be beside its type and bounds; the first that it is not is told.
  Shape[] is() default {};

  /// What a text may be, where only some words are possible.
  String[] words() default {};

  /// Whose words it may be too.
  Class<? extends Enum<?>> orOf() default NoWords.class;

  /// What there is to choose from is the site's own.
  Offered offers() default Offered.NOTHING;

  Hidden hidden() default Hidden.NEVER;

  /// What it is in a new entry of a list, and then always written; empty = its default.
  String begins() default "";

  /// What of a site a form offers.
  enum Offered {
    NOTHING,
    /// To central systems.
    PROTOCOLS,
    /// Of the protocol that is spoken.
    DIALECTS
  }

  /// Who sees its value.
  enum Hidden {
    /// Everybody may.
    NEVER,
    /// It stands in no report; whoever may change it sees it.
    IN_REPORTS,
    /// It is nobody's business, and in a form typed unseen.
    ALWAYS
  }

  /// Of no enum.
  enum NoWords {}
}
