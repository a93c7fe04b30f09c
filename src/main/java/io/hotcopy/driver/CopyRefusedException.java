package io.hotcopy.driver;

import io.hotcopy.problem.HotCopyException;

/**
 * A storage manager refused to start a hot copy.
 *
 * <p>The message is the bare reason. Who relays it as the vendor does writes {@code Failure while performing hot-copy:
 * } before every failure and {@code Error while sending engine request: } before this kind only, since it comes from
 * the storage manager's side and not from the admin's; that is why it is a type of its own.
 */
public final class CopyRefusedException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    private final Refusal.Kind kind;

    /** @param refusal what was refused and what to do next */
    public CopyRefusedException(Refusal refusal) {
        super(refusal.reason(), refusal.hints().toArray(String[]::new));
        this.kind = refusal.kind();
    }

    /** What would help. */
    public Refusal.Kind kind() {
        return kind;
    }
}
