package io.hotcopy.shell.page

import io.hotcopy.verb.VerbResult
import spock.lang.Specification

class PagesSpec extends Specification {

    def "every result of a verb has a page"() {
        expect:
        Pages.known() == kinds(VerbResult) as Set
    }

    private static List<Class> kinds(Class type) {
        type.permittedSubclasses ? type.permittedSubclasses.collectMany { kinds(it) } : [type]
    }
}
