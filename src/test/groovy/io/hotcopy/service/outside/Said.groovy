package io.hotcopy.service.outside

import groovy.transform.Immutable

/** What a run of {@code nuocmd} came to. */
@Immutable
class Said {

    int exit
    String out
    String err

    /** The last line of standard error, or nothing: before it stands at most how a line is to be used. */
    String getError() {
        err.readLines().findAll { it.trim() }.with { it ? it.last() : '' }
    }

    /** A property of the entity that was printed as text. */
    String property(String name) {
        def found = out =~ /[(\s]$name=([^,)]*)/
        assert found.find() : "no $name in: $out$err"
        found.group(1)
    }

    @Override
    String toString() {
        "exit $exit\n$out$err"
    }
}
