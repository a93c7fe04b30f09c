package io.hotcopy.shell.nuocmd;

import io.hotcopy.admin.AdminClient;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What {@code nuocmd} finds around itself.
 *
 * @param clients reaches a service; takes its address, {@code host:port}, perhaps with {@code http://} before it, when
 *     one was given by {@code --api-server} or {@code NUOCMD_API_SERVER}; called once for a line that asks anything
 * @param environment where options have their defaults: {@code NUOCMD_DB_NAME} is that of {@code --db-name}
 * @param waiting for lines that poll
 * @param zone in which times are printed
 * @param tokens makes words that nobody else has, for {@code show domain} without {@code --client-token}
 */
public record NuocmdSurroundings(
        Function<Optional<String>, AdminClient> clients,
        Map<String, String> environment,
        Waiting waiting,
        ZoneId zone,
        Supplier<String> tokens) {

    public NuocmdSurroundings {
        environment = Map.copyOf(environment);
    }
}
