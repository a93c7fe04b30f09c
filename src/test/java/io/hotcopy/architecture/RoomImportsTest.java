package io.hotcopy.architecture;

import static io.hotcopy.architecture.Scan.check;

import org.junit.jupiter.api.Test;

/** Who may import whom. */
class RoomImportsTest {
    @Test
    void termImportsNothingOfOurs() {
        check(RoomRules.TERM, "term");
    }

    @Test
    void problemImportsNothingOfOurs() {
        check(RoomRules.PROBLEM, "problem");
    }

    @Test
    void progressImportsNothingOfOurs() {
        check(RoomRules.PROGRESS, "progress");
    }

    @Test
    void modelSeesOnlyWordsAndProblems() {
        check(RoomRules.MODEL, "model");
    }

    @Test
    void timetableSeesOnlyDeclarations() {
        check(RoomRules.TIMETABLE, "timetable");
    }

    @Test
    void setsKnowNeitherPolicyNorDatabase() {
        check(RoomRules.SETS_KNOW_NO_POLICY, RoomRules.SETS);
    }

    @Test
    void restoreNeedsOnlySets() {
        check(RoomRules.RESTORE, "restore");
    }

    @Test
    void verifyNeedsOnlySetsAndRestore() {
        check(RoomRules.VERIFY, "verify");
    }

    @Test
    void pureRoomsTouchNoDisk() {
        check(RoomRules.PURE_ROOMS_TOUCH_NO_DISK, RoomRules.PURE);
    }

    @Test
    void verbDoesNoInputOrOutputOfItsOwn() {
        check(RoomRules.VERB_DOES_NO_IO, "verb");
    }

    @Test
    void nothingImportsTestkit() {
        check(RoomRules.NOTHING_IMPORTS_TESTKIT);
    }

    @Test
    void testkitIsOneMoreWayToSayWhatVerbsDo() {
        check(RoomRules.TESTKIT, "testkit");
    }

    @Test
    void aRunningDomainDoesNotKnowWhoAsks() {
        check(RoomRules.LIVE_IS_NOT_A_CALLER, "live");
    }

    @Test
    void administrationNeedsNoNetwork() {
        check(RoomRules.ADMIN, "admin");
    }

    @Test
    void theServiceAnswersForTheDomainAlone() {
        check(RoomRules.SERVICE, "service");
    }

    @Test
    void nothingImportsApp() {
        check(RoomRules.NOTHING_IMPORTS_APP);
    }

    @Test
    void nothingButAppImportsShell() {
        check(RoomRules.NOTHING_IMPORTS_SHELL);
    }

    @Test
    void roomsHaveNoCycles() {
        check(RoomRules.NO_CYCLES_BETWEEN_ROOMS);
    }

    @Test
    void packagesHaveNoCycles() {
        check(RoomRules.NO_CYCLES_BETWEEN_PACKAGES);
    }

    @Test
    void roomsAreEnteredByTheFrontDoor() {
        check(RoomRules.SUB_PACKAGES_ARE_PRIVATE);
    }
}
