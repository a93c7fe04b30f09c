package io.hotcopy.verb

import java.time.Clock

/** The verbs on a domain that runs in their own session. */
class LocalVerbsSpec extends VerbContract {

    @Override
    Verbs begin() {
        holder = loaded(new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), told.&add)))
        holder.start().run(StartRequest.of('bank'))
        holder
    }

    def 'stop ends the domain'() {
        expect:
        verbs.stop().run().domain() == 'bank'
        verbs.startedDomain() == Optional.empty()
    }
}
