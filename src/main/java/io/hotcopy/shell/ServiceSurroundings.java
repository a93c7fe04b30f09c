package io.hotcopy.shell;

import io.hotcopy.admin.AdminClient;
import io.hotcopy.shell.nuocmd.NuocmdSurroundings;
import io.hotcopy.shell.nuocmd.Waiting;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the vendor's administration lines find around themselves.
 *
 * @param services reaches a service; takes its address, {@code host:port}, perhaps with {@code http://} before it, when
 *     one was given by {@code --api-server} or {@code NUOCMD_API_SERVER}; called once for a line that asks anything
 * @param environment where options have their defaults: {@code NUOCMD_DB_NAME} is that of {@code --db-name}
 * @param sleeper for lines that poll
 * @param zone in which times are printed
 * @param tokens makes words that nobody else has, for {@code show domain} without {@code --client-token}
 */
public record ServiceSurroundings(
        Function<Optional<String>, AdminClient> services,
        Map<String, String> environment,
        Sleeper sleeper,
        ZoneId zone,
        Supplier<String> tokens) {

    public ServiceSurroundings {
        environment = Map.copyOf(environment);
    }

    /** Waits. */
    @FunctionalInterface
    public interface Sleeper {
        /** Returns after that long. */
        void sleep(Duration time) throws InterruptedException;
    }

    /** @param nanoTime a clock for how long a line has polled */
    NuocmdSurroundings nuocmd(LongSupplier nanoTime) {
        Waiting waiting = new Waiting() {
            @Override
            public long nanoTime() {
                return nanoTime.getAsLong();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                sleeper.sleep(time);
            }
        };
        return new NuocmdSurroundings(services, environment, waiting, zone, tokens);
    }
}
