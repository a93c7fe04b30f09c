package io.hotcopy.admin;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The incarnation of a database that a start is meant for.
 *
 * @param major empty for any
 * @param minor empty for any
 */
record ExpectedIncarnation(OptionalLong major, OptionalLong minor) {

    static ExpectedIncarnation of(Optional<Fields> given) {
        return given.map(fields -> new ExpectedIncarnation(
                        OptionalLong.of(fields.number("major", 0, Integer.MAX_VALUE)),
                        fields.optionalNumber("minor", 0, Integer.MAX_VALUE)))
                .orElse(new ExpectedIncarnation(OptionalLong.empty(), OptionalLong.empty()));
    }

    /** @throws UnmetRequestException of status 409 when the database is of another one */
    void require(String database, Incarnation incarnation) {
        if (differs(major, incarnation.major()) || differs(minor, incarnation.minor())) {
            throw UnmetRequestException.conflict("Database " + database + " is of incarnation (" + incarnation.major()
                    + ", " + incarnation.minor() + "), not of the expected one");
        }
    }

    private static boolean differs(OptionalLong expected, int found) {
        return expected.isPresent() && expected.getAsLong() != found;
    }
}
