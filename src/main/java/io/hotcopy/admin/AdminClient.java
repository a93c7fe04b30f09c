package io.hotcopy.admin;

/** Reaches an administration service: over the network, or in this process. */
@FunctionalInterface
public interface AdminClient {

    /**
     * Asks, and waits for the answer.
     *
     * @return also for errors that the service tells
     * @throws io.hotcopy.problem.HotCopyException when nobody answers, or what answers does not speak this protocol
     */
    AdminAnswer send(AdminRequest request);
}
