package org.libstation;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.central.sip2.RefusalRule;
import org.libstation.central.sip2.Sip2Message;
import org.libstation.circulation.CentralWords;
import org.libstation.flow.state.Language;
import org.libstation.language.Grammar;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Panel;

/// The house's rules: who may import whom, and why.
@AnalyzeClasses(
    packages = "org.libstation",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

  /// Once packaged, the other modules' tests come as jars, which the usual option does not know.
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String[] LIBRARIES = {
    "org.libstation.circulation..",
    "org.libstation.fines..",
    "org.libstation.tools.cases..",
    "org.libstation.tools.sip2..",
    "org.libstation.file..",
    "org.libstation.journal..",
    "org.libstation.central..",
    "org.libstation.policy..",
    "org.libstation.payment..",
    "org.libstation.returnproof..",
    "org.libstation.sync..",
    "org.libstation.lab.embedded..",
    "org.libstation.lab.desk..",
    "org.libstation.lab.disk.."
  };

  private static final String[] DEVICES = {
    "org.libstation.device..",
    "org.libstation.han..",
    "org.libstation.tag..",
    "org.libstation.barcode..",
    "org.libstation.lab.link..",
    "org.libstation.lab.twin.."
  };

  private static final String SHARED_SCREEN = "org.libstation.screen.kit..";

  /// The first level of the application, from the top down: each uses only what stands below it.
  private static final List<String> FLOORS =
      List.of(
          "app",
          "lab",
          "tools.command",
          "fleet",
          "command",
          "service",
          "station",
          "site",
          "screen",
          "check",
          "paper",
          "process",
          "language",
          "flow");

  private static final String[] APP =
      FLOORS.stream()
          .filter(each -> !each.equals("lab"))
          .map(ArchitectureTest::pattern)
          .toArray(String[]::new);

  private static String pattern(String floor) {
    return "org.libstation." + (floor.equals("lab") ? ".lab.." : floor + "..");
  }

  @ArchTest
  static final ArchRule the_domain_is_pure =
      noClasses()
          .that()
          .resideInAnyPackage("org.libstation.circulation..", "org.libstation.fines..")
          .should()
          .dependOnClassesThat(
              not(
                  resideInAnyPackage(
                      "java.lang..",
                      "java.util..",
                      "java.time..",
                      "java.math..",
                      "java.text..",
                      "org.jspecify..",
                      "org.libstation.circulation..",
                      "org.libstation.fines..")))
          .because(
              "a fine or a loan rule must be the same on every machine: no disk, wire or clock may"
                  + " have a say");

  @ArchTest
  static final ArchRule words_of_a_central_system_are_a_rules =
      noClasses()
          .that()
          .areNotAssignableTo(RefusalRule.class)
          .and()
          .areNotAssignableTo(CentralWords.class)
          .should()
          .callMethod(CentralWords.class, "ofRule", String.class)
          .because(
              "real systems write other readers' names into their texts: only a rule has words");

  @ArchTest
  static final ArchRule free_text_of_an_answer_goes_no_further_than_its_reading =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.libstation.central.sip2..",
              "org.libstation.tools.sip2..",
              "org.libstation.tools.command.sip2..")
          .should()
          .callMethod(Sip2Message.class, "screenMessages")
          .orShould()
          .callMethod(Sip2Message.class, "printLines")
          .because("what leaves the reading is a reason and a rule's words, never a text");

  @ArchTest
  static final ArchRule the_flow_knows_circulation_and_fines_only =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.flow..")
          .should()
          .dependOnClassesThat(
              not(
                  resideInAnyPackage(
                      "java.lang..",
                      "java.util..",
                      "java.time..",
                      "org.jspecify..",
                      "org.libstation.circulation..",
                      "org.libstation.fines..",
                      "org.libstation.flow..")))
          .because(
              "what the station does next must be decidable, and testable, from values alone; fines"
                  + " is as pure, and a reason for a day must keep its name");

  @ArchTest
  static final ArchRule the_flows_rooms_have_one_direction =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.libstation.flow..")
          .layer("state")
          .definedBy("org.libstation.flow.state")
          .layer("turn")
          .definedBy("org.libstation.flow.turn")
          .layer("visit")
          .definedBy("org.libstation.flow.visit")
          .layer("drop")
          .definedBy("org.libstation.flow.drop")
          .layer("staff")
          .definedBy("org.libstation.flow.staff")
          .layer("dispatcher")
          .definedBy("org.libstation.flow")
          .whereLayer("dispatcher")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("staff")
          .mayOnlyBeAccessedByLayers("dispatcher")
          .whereLayer("drop")
          .mayOnlyBeAccessedByLayers("dispatcher", "staff")
          .whereLayer("visit")
          .mayOnlyBeAccessedByLayers("dispatcher", "drop")
          .whereLayer("turn")
          .mayOnlyBeAccessedByLayers("dispatcher", "staff", "drop", "visit")
          .because("a flow that calls back up can be neither read nor tested alone");

  @ArchTest
  static final ArchRule no_class_of_the_flow_is_in_a_circle =
      slices()
          .assignedFrom(new ClassesOfTheFlow())
          .should()
          .beFreeOfCycles()
          .because("fifty-two of them once were one knot");

  /// Each class with what is nested in it, and with the builder that was generated for it.
  private static final class ClassesOfTheFlow implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("org.libstation.flow")
          ? SliceIdentifier.of(
              GeneratedBuilders.recordOf(type).orElse(type).getName().replaceFirst("\\$.*", ""))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "classes of the flow";
    }
  }

  /// What is larger than this is taken apart; what is smaller and closed (a sealed type and its
  /// kinds, a command and its children) reads as one.
  private static final int LARGEST_KNOT = 5;

  private static final int LARGEST_KNOT_OF_THE_LABORATORY = 6;

  @ArchTest
  static void no_classes_are_one_large_knot(JavaClasses classes) {
    DescribedPredicate<JavaClass> lab = resideInAPackage("org.libstation..lab..");
    assertThat(Knots.of(classes.that(not(lab))))
        .isNotEmpty()
        .allMatch(knot -> knot.size() <= LARGEST_KNOT);
    assertThat(Knots.of(classes.that(lab)))
        .isNotEmpty()
        .allMatch(knot -> knot.size() <= LARGEST_KNOT_OF_THE_LABORATORY);
  }

  /// Names that more than one type has, nested types counted. Lower it when you give one of them a
  /// name of its own.
  private static final int MOST_SHARED_NAMES = 17;

  @ArchTest
  static void few_type_names_mean_more_than_one_type(JavaClasses classes) {
    Map<String, List<String>> types =
        classes.stream()
            .filter(each -> each.getPackageName().startsWith("org.libstation"))
            .filter(each -> !each.isAnonymousClass() && !each.isLocalClass())
            .filter(each -> !each.getSimpleName().equals("package-info"))
            .filter(each -> !GeneratedBuilders.recordOf(each).isPresent())
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    List<String> shared =
        types.entrySet().stream()
            .filter(each -> each.getValue().size() > 1)
            .map(Object::toString)
            .toList();
    assertThat(shared).hasSizeLessThanOrEqualTo(MOST_SHARED_NAMES);
  }

  @ArchTest
  static final ArchRule a_record_begins_whole =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "it begins a record with nothing", GeneratedBuilders::beginsWithNothing))
          .because(
              "a generated builder() has null in every part that was forgotten; with(change -> …)"
                  + " changes a record that is whole");

  @ArchTest
  static final ArchRule nobody_but_the_flow_takes_a_turn =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.libstation.flow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.libstation.flow.turn",
              "org.libstation.flow.visit",
              "org.libstation.flow.drop",
              "org.libstation.flow.staff")
          .because("others know states, keys, events and effects; what comes of them is its own");

  @ArchTest
  static final ArchRule the_journal_knows_circulation_only =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.journal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.libstation.central..",
              "org.libstation.sync..",
              "org.libstation.policy..",
              "org.libstation.fines..")
          .because("what was written must be readable without knowing who asked for it");

  @ArchTest
  static final ArchRule a_payment_terminal_knows_amounts_only =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.payment..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.libstation..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.libstation.payment..",
                              "org.libstation.circulation..",
                              "org.libstation.file.."))))
          .because("what takes money must not know whose it is");

  @ArchTest
  static final ArchRule a_proof_of_return_stands_alone =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.returnproof..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.libstation..")
                  .and(not(resideInAPackage("org.libstation.returnproof.."))))
          .because("whoever checks one needs no station, and nothing of a person can get into it");

  @ArchTest
  static final ArchRule the_journal_knows_no_terminal =
      noClasses()
          .that()
          .resideInAnyPackage("org.libstation.journal..", "org.libstation.central..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.libstation.payment..")
          .because("money is written down and reported by the desk alone");

  @ArchTest
  static final ArchRule the_central_port_knows_circulation_only =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.central..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.libstation.journal..", "org.libstation.sync..")
          .because("a protocol answers questions; what follows from the answer is the desk's");

  @ArchTest
  static final ArchRule a_protocol_counts_no_fines =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.central..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.libstation.fines..", "org.libstation.policy..")
          .because("a protocol answers questions; counting is the library's");

  @ArchTest
  static final ArchRule sync_knows_no_protocol_and_no_store =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.sync..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.libstation.central.sip2..",
              "org.libstation.central.link..",
              "org.libstation.lab.embedded..",
              "org.libstation.journal.sqlite..")
          .because("a new protocol or store must not touch the rules of settling");

  @ArchTest
  static final ArchRule the_two_libraries_do_not_know_each_other =
      noClasses()
          .that()
          .resideInAnyPackage(LIBRARIES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DEVICES)
          .because("loans must be testable without a device");

  @ArchTest
  static final ArchRule devices_know_no_loan =
      noClasses()
          .that()
          .resideInAnyPackage(DEVICES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(LIBRARIES)
          .because("a driver reads and writes; what a tag means for a loan is not its business");

  @ArchTest
  static final ArchRule the_libraries_know_no_application =
      noClasses()
          .that()
          .resideInAnyPackage(LIBRARIES)
          .or()
          .resideInAnyPackage(DEVICES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(APP)
          .because("arrows run from the application to its libraries");

  @ArchTest
  static final ArchRule nothing_but_the_laboratory_knows_the_laboratory =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.libstation..lab..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.libstation..lab..")
          .because("a station in a library has none of it; its archives are not even there");

  @ArchTest
  static final ArchRule nothing_else_knows_the_tools_or_the_fleet =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.libstation.tools..", "org.libstation.fleet..", "org.libstation..lab..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.libstation.tools..", "org.libstation.fleet..")
          .because("they come in archives of their own; a station serves without these");

  @ArchTest
  static final ArchRule the_tools_and_the_fleet_do_not_know_each_other =
      slices()
          .assignedFrom(
              new SlicesBy(
                  "optional archives",
                  each ->
                      each.getPackageName().matches("org\\.libstation\\.(tools|fleet)(\\..*)?")
                          ? firstLevel(each)
                          : SliceIdentifier.ignore()))
          .should()
          .notDependOnEachOther()
          .because("each archive can be taken away alone");

  @ArchTest
  static final ArchRule no_two_packages_need_each_other =
      slices()
          .assignedFrom(new SlicesBy("packages", each -> SliceIdentifier.of(each.getPackageName())))
          .should()
          .beFreeOfCycles()
          .because("a room that can be left can be understood alone");

  private record SlicesBy(String description, Function<JavaClass, SliceIdentifier> name)
      implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass each) {
      return name.apply(each);
    }

    @Override
    public String getDescription() {
      return description;
    }
  }

  private static SliceIdentifier firstLevel(JavaClass each) {
    List<String> parts = List.of(each.getPackageName().split("\\.", -1));
    return parts.size() < 3 || parts.contains("lab")
        ? SliceIdentifier.ignore()
        : SliceIdentifier.of(parts.get(2));
  }

  @ArchTest
  static final ArchRule no_two_first_level_packages_need_each_other =
      slices()
          .assignedFrom(new SlicesBy("first-level packages", ArchitectureTest::firstLevel))
          .should()
          .beFreeOfCycles()
          .because("a newcomer reads one of them at a time");

  @ArchTest
  static final ArchRule every_package_of_the_application_has_its_floor =
      noneUsesWhatStandsAbove()
          .ensureAllClassesAreContainedInArchitectureIgnoring(
              new DescribedPredicate<JavaClass>("the two libraries") {
                @Override
                public boolean test(JavaClass each) {
                  return resideInAnyPackage(LIBRARIES).or(resideInAnyPackage(DEVICES)).test(each);
                }
              })
          .because("a floor is built on those below it");

  private static LayeredArchitecture noneUsesWhatStandsAbove() {
    LayeredArchitecture rule =
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.libstation..");
    for (String floor : FLOORS) {
      rule = rule.layer(floor).definedBy(pattern(floor));
    }
    rule = rule.whereLayer(FLOORS.getFirst()).mayNotBeAccessedByAnyLayer();
    for (int at = 1; at < FLOORS.size(); at++) {
      rule =
          rule.whereLayer(FLOORS.get(at))
              .mayOnlyBeAccessedByLayers(FLOORS.subList(0, at).toArray(String[]::new));
    }
    return rule;
  }

  /// Who may use what, where the order of the floors allows more.
  private static final Map<String, List<String>> USERS =
      Map.of(
          "screen", List.of("site", "station.parts", "service.setup", "lab", "app"),
          "site",
              List.of(
                  "station.parts",
                  "station.policy",
                  "fleet",
                  "tools.command",
                  "service",
                  "command",
                  "lab",
                  "app"),
          "check",
              List.of(
                  "station.parts", "station.policy", "service", "command", "fleet.station", "app"),
          "station.parts",
              List.of("station.policy", "service", "command", "tools.command", "lab", "app"),
          "station.policy",
              List.of("service", "command", "fleet.station", "tools.command", "lab", "app"),
          "paper",
              List.of(
                  "process",
                  "station",
                  "screen",
                  "site",
                  "service",
                  "command",
                  "tools.command",
                  "lab",
                  "app"),
          "language",
              List.of(
                  "check",
                  "paper",
                  "process",
                  "station",
                  "screen",
                  "site",
                  "service",
                  "command",
                  "tools.command",
                  "fleet",
                  "lab",
                  "app"),
          "flow",
              List.of(
                  "language",
                  "paper",
                  "process",
                  "screen",
                  "site",
                  "station",
                  "fleet",
                  "service",
                  "command",
                  "tools.command",
                  "lab",
                  "app"),
          "language.sound", List.of("app"));

  @ArchTest
  static void a_package_has_no_other_users_than_these(JavaClasses classes) {
    USERS.forEach(
        (used, users) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    Stream.concat(Stream.of(used), users.stream())
                        .map(ArchitectureTest::pattern)
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(pattern(used))
                .because("who uses it is listed here; another user is a decision")
                .check(classes));
  }

  @ArchTest
  static final ArchRule a_command_calls_what_does_it =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.libstation.command..",
              "org.libstation.tools.command..",
              "org.libstation.fleet.command..",
              "org.libstation.lab.command..")
          .and()
          .areTopLevelClasses()
          .and()
          // Each archive brings its own.
          .doNotHaveSimpleName("CommandProvider")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .beInterfaces()
          .because(
              "settings, parts and operation lie below the commands: a port here would have one"
                  + " adapter");

  @ArchTest
  static final ArchRule spring_stays_in_the_site_and_the_app =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.libstation.app..", "org.libstation.site")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..")
          .because("the program is put together in one place and is plain Java everywhere else");

  @ArchTest
  static final ArchRule nobody_imports_the_app =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.libstation.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.libstation.app..")
          .because("who is put together must not know who puts together");

  @ArchTest
  static final ArchRule javafx_stays_in_screens =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.libstation.screen..",
              "org.libstation.lab.bench..",
              "org.libstation.lab.screen..",
              "org.libstation.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..")
          .because(
              "everything but the screens runs, and is tested, without a toolkit; the demo's bench"
                  + " is a window of its own, and its pictures are drawn from the screens");

  @ArchTest
  static final ArchRule the_bench_knows_no_flow_and_no_screen =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.lab.bench..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.libstation.flow..", "org.libstation.station")
                  .or(
                      resideInAPackage("org.libstation.screen.*..")
                          .and(not(resideInAPackage(SHARED_SCREEN)))))
          .because("hands see what everybody sees: the devices and the books");

  @ArchTest
  static final ArchRule serial_ports_stay_in_one_package =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.libstation.device.link.serial..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fazecast..")
          .because("its traps are known and handled in one place");

  @ArchTest
  static final ArchRule messages_of_the_fleet_stay_in_one_package =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.libstation.fleet.mqtt..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.hivemq..", "io.netty..", "io.reactivex..")
          .because("a station without a fleet must load nothing of it");

  @ArchTest
  static final ArchRule tables_of_text_stay_in_one_package =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.libstation.tools.cases..", "org.libstation.paper..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("de.siegmar..")
          .because("how a table is quoted is the business of the two rooms that write one");

  @ArchTest
  static final ArchRule documents_stay_in_one_package =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.libstation.policy.document..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..")
          .because("how a document is written down is one room's business");

  @ArchTest
  static final ArchRule the_places_of_settings_are_one_packages_business =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.libstation.site.edit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..")
          .because("a person's file is changed in one place, which proves that nothing else moved");

  @ArchTest
  static final ArchRule calendars_of_others_stay_in_one_package =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.libstation.policy.ical..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("biweekly..")
          .because("its dates carry the machine's zone, which is handled in one place");

  @ArchTest
  static final ArchRule a_fine_table_knows_fines_only =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.tools.cases..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.libstation..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.libstation.tools.cases..",
                              "org.libstation.fines..",
                              "org.libstation.circulation.."))))
          .because("a row is counted from its columns alone");

  @ArchTest
  static final ArchRule sql_stays_in_the_stores =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.libstation.journal.sqlite..",
              "org.libstation.lab.embedded..",
              "org.libstation.lab.disk..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..")
          .because("what is on disk is one package's promise");

  @ArchTest
  static final ArchRule a_check_knows_no_screen_and_no_flow =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.check..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.libstation.screen..",
              "org.libstation.station..",
              "org.libstation.command..",
              "org.libstation.central.sip2..")
          .because("what is wrong must be the same on the screen and in a remote shell");

  @ArchTest
  static final ArchRule a_screen_calls_no_service =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.screen..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.libstation.station..",
              "org.libstation.sync..",
              "org.libstation.journal..",
              "org.libstation.central..",
              "org.libstation.device..")
          .because("a screen shows a state and says what was pressed; the flow decides");

  @ArchTest
  static final ArchRule a_screen_knows_no_other_screen =
      slices()
          .matching("org.libstation.screen.(*)..")
          .namingSlices("screen $1")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("org.libstation.screen.."), resideInAPackage(SHARED_SCREEN))
          .because("what two screens share belongs to screen.kit");

  @ArchTest
  static final ArchRule speech_knows_words_and_nothing_of_a_visit =
      noClasses()
          .that()
          .resideInAPackage("org.libstation.language.speech..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.libstation..")
                  .and(not(resideInAPackage("org.libstation.language.speech..")))
                  .and(not(belongToAnyOf(Language.class)))
                  .and(not(belongToAnyOf(Grammar.class))))
          .because("what says words aloud must not know whose they are");

  @ArchTest
  static final ArchRule a_language_is_its_row_and_its_texts =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Language.class)
          .should()
          .accessFieldWhere(
              DescribedPredicate.describe(
                  "it is the constant of one language",
                  access ->
                      access.getTarget().getOwner().isEquivalentTo(Language.class)
                          && Stream.of(Language.values())
                              .anyMatch(each -> each.name().equals(access.getTarget().getName()))))
          .because(
              "what differs between languages stands in their rows, lines and rules, so that one"
                  + " more changes nothing else");

  @ArchTest
  static final ArchRule a_view_model_knows_no_nodes =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..")
          .because("what a screen says must be testable without a toolkit");

  @ArchTest
  static final ArchRule a_view_asks_nothing_about_its_panel =
      noClasses()
          .that()
          .resideInAPackage("org.libstation..")
          .and()
          .resideOutsideOfPackage("org.libstation.screen.kit.look..")
          .should()
          .callMethod(Look.class, "low")
          .orShould()
          .callMethod(Panel.class, "kind")
          .orShould()
          .callMethod(Panel.class, "wide")
          .orShould()
          .callMethod(Panel.class, "narrow")
          .orShould()
          .callMethod(Panel.class, "small")
          .because("what differs with a panel stands in its metrics and its arrangement, by name");

  @ArchTest
  static final ArchRule nobody_sleeps =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.libstation..lab..")
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class)
          .orShould()
          .callMethod(Thread.class, "sleep", Duration.class)
          .orShould()
          .callMethod(TimeUnit.class, "sleep", long.class)
          .because(
              "waiting goes through a clock that tests can turn; only what measures real time waits"
                  + " in it");

  @ArchTest
  static final ArchRule only_a_link_rests_between_two_bytes =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.libstation.device.link..", "org.libstation..lab..")
          .should()
          .callMethod(LockSupport.class, "parkNanos", long.class)
          .orShould()
          .callMethod(LockSupport.class, "parkNanos", Object.class, long.class)
          .because("a wire has no clock but the machine's; everybody else's rest is given");

  /// Whoever opens the page finds the room a class is in.
  @ArchTest
  static void the_house_in_one_page_names_every_room(JavaClasses classes) throws IOException {
    String picture =
        Files.readString(Path.of("..", "docs", "developer", "architecture.md")).split("```", -1)[1];
    Set<String> rooms =
        classes.stream()
            .map(each -> each.getPackageName().split("\\.", -1))
            .filter(parts -> parts.length > 2 && !List.of(parts).contains("lab"))
            .map(parts -> parts[2])
            .collect(Collectors.toSet());
    assertThat(rooms)
        .hasSizeGreaterThan(20)
        .allMatch(room -> Pattern.compile("\\b" + room + "\\b").matcher(picture).find());
  }
}
