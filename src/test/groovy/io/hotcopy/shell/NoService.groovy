package io.hotcopy.shell

import io.hotcopy.problem.HotCopyException
import io.hotcopy.shell.nuocmd.NuocmdSurroundings
import io.hotcopy.shell.nuocmd.Waiting
import java.time.Duration
import java.time.ZoneOffset

/** For programs of which no line asks a service. */
class NoService {
    static final NuocmdSurroundings NUOCMD = new NuocmdSurroundings(
        { server -> throw new HotCopyException('no line here asks a service') }, [:], new NoTime(), ZoneOffset.UTC,
        { 'token' })

    private static class NoTime implements Waiting {
        @Override
        long nanoTime() {
            0
        }

        @Override
        void sleep(Duration time) {
            throw new IllegalStateException("no line here waits $time")
        }
    }
}
