package io.hotcopy.admin;

import io.hotcopy.problem.HotCopyException;

/** A request that is answered with an error of its own status. */
final class UnmetRequestException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status an HTTP status of 400 and more, but 408 */
    UnmetRequestException(int status, String message, String... hints) {
        super(message, hints);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The request says something that cannot be understood, or that nobody may ask for. */
    static UnmetRequestException bad(String message, String... hints) {
        return new UnmetRequestException(400, message, hints);
    }

    /** What the request names is not there. */
    static UnmetRequestException unknown(String message, String... hints) {
        return new UnmetRequestException(404, message, hints);
    }

    /** Things stand so that it cannot be done now. */
    static UnmetRequestException conflict(String message, String... hints) {
        return new UnmetRequestException(409, message, hints);
    }

    /** What the vendor's protocol has and this service has not. */
    static UnmetRequestException notSupported(String what) {
        return bad(what + ": not supported by hotcopy");
    }
}
