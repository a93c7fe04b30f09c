package io.hotcopy.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a class must not do that ArchUnit has no words for. */
final class Conditions {
    private static final Pattern ROOM = Pattern.compile("io\\.hotcopy\\.(\\w+)(\\..+)?");

    private Conditions() {}

    static ArchCondition<JavaClass> dependOnASubPackageOfAnotherRoom() {
        return new ArchCondition<>("depend on a sub-package of another room") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    if (entersBesideTheFrontDoor(dependency)) {
                        events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean entersBesideTheFrontDoor(Dependency dependency) {
        Matcher from = ROOM.matcher(dependency.getOriginClass().getPackageName());
        Matcher to = ROOM.matcher(dependency.getTargetClass().getPackageName());
        return from.matches()
                && to.matches()
                && to.group(2) != null
                && !from.group(1).equals(to.group(1));
    }
}
