package io.smsmessenger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import io.smsmessenger.testing.PublicTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The walls of the house: arrows point down, and there is no list of exceptions. */
@AnalyzeClasses(locations = ArchitectureTest.ThisModule.class)
class ArchitectureTest {
    private static final String HOUSE = "io.smsmessenger..";

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.smsmessenger.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MODEL_IS_MADE_OF_JAVA = classes()
            .that()
            .resideInAPackage("..model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.smsmessenger.model..");

    @ArchTest
    static final ArchRule STORE = rests("store", "model");

    @ArchTest
    static final ArchRule PROVIDER = rests("provider", "model");

    @ArchTest
    static final ArchRule TEXT = rests("text", "model");

    @ArchTest
    static final ArchRule HTTP = rests("http");

    @ArchTest
    static final ArchRule MEMORY = rests("memory", "store", "model");

    @ArchTest
    static final ArchRule TELNYX = rests("telnyx", "provider", "model", "text", "http");

    @ArchTest
    static final ArchRule SENDING = rests("sending", "store", "provider", "model", "text");

    @ArchTest
    static final ArchRule RECEIVING = rests("receiving", "store", "provider", "model", "text");

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_A_LEAF = noClasses()
            .that()
            .resideInAPackage("io.smsmessenger")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..memory..", "..telnyx..", "..http..");

    @ArchTest
    static final ArchRule ONLY_HTTP_SEES_OKHTTP = noClasses()
            .that()
            .resideOutsideOfPackage("..http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..");

    @ArchTest
    static final ArchRule ONLY_TELNYX_SEES_JACKSON = noClasses()
            .that()
            .resideOutsideOfPackage("..telnyx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml..");

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule TIME_ENTERS_BY_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule WHAT_HOSTS_DO_NOT_NAME_IS_FINAL = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotAnonymousClasses()
            .and()
            .areNotEnums()
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

    @Test
    @DisplayName("the public types are these and no others")
    void publicTypes() throws IOException {
        try (var list = ArchitectureTest.class.getResourceAsStream("/public-types.txt")) {
            assertThat(list).as("the list of public types").isNotNull();
            List<String> expected = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(PublicTypes.ofModule(SmsMessenger.class)).containsExactlyElementsOf(expected);
        }
    }

    /** The classes of this module, and of no other on the class path. */
    static final class ThisModule implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Set.of(Location.of(
                    SmsMessenger.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }

    private static ArchRule rests(String room, String... below) {
        String[] allowed = new String[below.length + 1];
        allowed[0] = "io.smsmessenger." + room + "..";
        for (int i = 0; i < below.length; i++) {
            allowed[i + 1] = "io.smsmessenger." + below[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("io.smsmessenger." + room + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(HOUSE)
                        .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)))
                .because(room + " rests on " + List.of(below));
    }
}
