package org.libstation;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.stream.Stream;

/// The classes that RecordBuilder writes, one for a record, and what of them may not be called.
final class GeneratedBuilders {
  private static final String SUFFIX = "Builder";

  private GeneratedBuilders() {}

  /// The record that a class was generated for; empty for a class that a person wrote. The name
  /// alone proves nothing: the class also builds that record, and the record has the class's
  /// `with`.
  static Optional<JavaClass> recordOf(JavaClass type) {
    JavaClass top = type;
    while (top.getEnclosingClass().isPresent()) {
      top = top.getEnclosingClass().get();
    }
    String with = top.getName() + "$With";
    String simple = top.getSimpleName();
    String room = top.getPackageName();
    return top.tryGetMethod("build").stream()
        .map(build -> build.getRawReturnType())
        .filter(built -> built.getPackageName().equals(room))
        .filter(built -> simple.equals(nested(built) + SUFFIX))
        .filter(
            built -> built.getRawInterfaces().stream().anyMatch(it -> it.getName().equals(with)))
        .findFirst();
  }

  /// Whether a call makes a record, or a builder, with nothing or with positions: the empty
  /// `builder()`, which begins with `null` everywhere, and the method with the record's own name.
  static boolean beginsWithNothing(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    return recordOf(owner).isPresent()
        && recordOf(call.getOriginOwner()).isEmpty()
        && Stream.of("builder", recordOf(owner).get().getSimpleName())
            .anyMatch(name -> name.equals(call.getTarget().getName()))
        && call.getTarget().resolveMember().stream()
            .anyMatch(
                member ->
                    member.getModifiers().contains(JavaModifier.STATIC)
                        && !takesTheRecord(call, recordOf(owner).get()));
  }

  private static boolean takesTheRecord(JavaCall<?> call, JavaClass record) {
    return call.getTarget().getName().equals("builder")
        && call.getTarget().getRawParameterTypes().stream().anyMatch(record::equals);
  }

  private static String nested(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace("$", "");
  }
}
