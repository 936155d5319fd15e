package lexscope.shell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The direction of dependencies between the modules, and between the packages inside them.
///
/// The module descriptors hold the first; they cannot see inside a module, so this does.
final class ArchitectureTest {
  private static final String[] GC = {"lexscope.gc.."};
  private static final String[] INTERPRETER = {"lexscope.js.."};
  private static final String[] PROFILER = {"lexscope.profiler.."};
  private static final String[] SCENARIOS = {"lexscope.scenarios.."};
  private static final String[] SHELL = {"lexscope.shell.."};

  private static JavaClasses all;

  @BeforeAll
  static void importClasses() {
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lexscope");
  }

  @Test
  void everyModuleIsLookedAt() {
    assertThat(all.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .anyMatch(name -> name.startsWith("lexscope.gc"))
        .anyMatch(name -> name.startsWith("lexscope.shell"));
  }

  @Test
  void theCollectorKnowsNothingOfOurs() {
    never(GC, INTERPRETER);
    never(GC, PROFILER);
    never(GC, SCENARIOS);
    never(GC, SHELL);
  }

  @Test
  void theInterpreterKnowsTheCollectorOnly() {
    never(INTERPRETER, PROFILER);
    never(INTERPRETER, SCENARIOS);
    never(INTERPRETER, SHELL);
  }

  @Test
  void theProfilerNeverSeesTheInterpreter() {
    never(PROFILER, INTERPRETER);
    never(PROFILER, SCENARIOS);
    never(PROFILER, SHELL);
  }

  @Test
  void scenariosDoNotKnowTheShell() {
    never(SCENARIOS, SHELL);
  }

  @Test
  void onlyCaptureAndEventsOfTheProfilerSeeTheCollector() {
    check(
        noClasses()
            .that()
            .resideInAPackage("lexscope.profiler..")
            .and()
            .resideOutsideOfPackages("lexscope.profiler.capture..", "lexscope.profiler.events..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lexscope.gc.."));
  }

  @Test
  void onlyEventsSeeTheFlightRecorder() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("lexscope.profiler.events..", "lexscope.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jfr.."));
  }

  @Test
  void onlyTheShellSeesATerminal() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("lexscope.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jline..", "org.apache.commons.cli.."));
  }

  @Test
  void theSnapshotGraphImportsNothingOfOurs() {
    check(
        noClasses()
            .that()
            .resideInAPackage("lexscope.profiler.graph..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("lexscope..")
                    .and(DescribedPredicate.not(resideInAPackage("lexscope.profiler.graph..")))));
  }

  /// Reads: the packages of the first column know none of the second.
  @ParameterizedTest(name = "{0} does not see {1}")
  @CsvSource({
    "source, syntax",
    "source, scope",
    "source, vm",
    "source, value",
    "syntax, scope",
    "syntax, bytecode",
    "syntax, vm",
    "syntax, value",
    "syntax, host",
    "scope, bytecode",
    "scope, vm",
    "scope, value",
    "scope, host",
    "bytecode, vm",
    "bytecode, intrinsics",
    "bytecode, host",
    "regexp, vm",
    "regexp, intrinsics",
    "regexp, host",
    "value, host",
    "environment, intrinsics",
    "environment, host",
  })
  void stagesOfTheInterpreterLookBackOnly(String stage, String later) {
    never(
        new String[] {"lexscope.js." + stage + ".."}, new String[] {"lexscope.js." + later + ".."});
  }

  @Test
  void ofTheIntrinsicsValuesKnowTheRealmOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage("lexscope.js.value..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("lexscope.js.intrinsics..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.simpleName("Realm")))));
  }

  @ParameterizedTest(name = "{0} does not see {1}")
  @CsvSource({
    "dominators, paths",
    "dominators, diff",
    "dominators, compare",
    "dominators, report",
    "paths, report",
    "diff, report",
    "compare, report",
    "why, report",
    "events, report",
    "why, events",
    "format, report",
    "capture, report",
    "dominators, format",
    "paths, format",
    "diff, format",
    "dominators, capture",
    "paths, capture",
    "diff, capture",
    "format, capture",
  })
  void analysesOfTheProfilerDoNotKnowWhoAsks(String analysis, String asker) {
    never(
        new String[] {"lexscope.profiler." + analysis + ".."},
        new String[] {"lexscope.profiler." + asker + ".."});
  }

  @Test
  void pagesAndScreensDoNotKnowTheCommandsThatShowThem() {
    never(
        new String[] {
          "lexscope.shell.page..",
          "lexscope.shell.report..",
          "lexscope.shell.steps..",
          "lexscope.shell.repl.."
        },
        new String[] {"lexscope.shell.command..", "lexscope.shell.session.."});
    never(
        new String[] {"lexscope.shell.page.."},
        new String[] {"lexscope.shell.report..", "lexscope.shell.steps.."});
  }

  @Test
  void commandsDoNotKnowTheShellThatRunsThem() {
    never(
        new String[] {"lexscope.shell.command.."},
        new String[] {"lexscope.shell.session..", "lexscope.shell.repl.."});
  }

  @Test
  void whatAllVerbsShareKnowsNoneOfThem() {
    check(
        noClasses()
            .that()
            .resideInAPackage("lexscope.shell.invocation")
            .should()
            .dependOnClassesThat(
                resideInAPackage("lexscope..")
                    .and(DescribedPredicate.not(resideInAPackage("lexscope.shell.invocation")))));
  }

  @Test
  void nobodyKnowsTheEntryPoint() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("lexscope.shell")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lexscope.shell"));
  }

  /// Of the interpreter the packages of a running program are one: a function is a value, runs in
  /// the machine, and is called by the intrinsics.
  @Test
  void noPackagesKnowEachOtherInACircle() {
    SlicesRuleDefinition.slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(all);
  }

  private static final class Packages implements SliceAssignment {
    private static final Set<String> OF_A_RUNNING_PROGRAM =
        Set.of(
            "lexscope.js.bytecode",
            "lexscope.js.environment",
            "lexscope.js.host",
            "lexscope.js.intrinsics",
            "lexscope.js.module",
            "lexscope.js.node",
            "lexscope.js.operations",
            "lexscope.js.value",
            "lexscope.js.vm",
            "lexscope.js.web");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return SliceIdentifier.of(OF_A_RUNNING_PROGRAM.contains(name) ? "a running program" : name);
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  @Test
  void noPackageIsNamedAfterNothing() {
    check(
        noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..internal..", "..impl.."));
  }

  @Test
  void thereIsNoMutableStaticState() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  void nobodyWritesToTheProcessStreamsButMain() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("lexscope.shell.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class));
  }

  @Test
  void noAnswerDependsOnIdentityHashes() {
    check(noClasses().should().callMethod(System.class, "identityHashCode", Object.class));
  }

  @Test
  void classesLiveInTheModulesThatTheDesignNames() {
    check(
        classes()
            .should()
            .resideInAnyPackage(
                "lexscope.gc..",
                "lexscope.js..",
                "lexscope.profiler..",
                "lexscope.scenarios..",
                "lexscope.shell.."));
  }

  private static void never(String[] from, String[] to) {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(from)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(to));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(all);
  }
}
