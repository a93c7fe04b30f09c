package io.hotcopy.service.attach;

import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.Refusal;
import io.hotcopy.embedded.ConflictException;
import io.hotcopy.engine.HotCopyFailedException;
import io.hotcopy.problem.HotCopyException;
import java.util.List;
import java.util.function.Function;

/**
 * The form of a {@link HotCopyException}: its words, and of which kind it is for who tells kinds apart. What caused it
 * stays where it happened.
 */
final class WireTrouble implements WireForm {
    private final WireForm form;

    WireTrouble(WireJson wire) {
        form = wire.of(Told.class);
    }

    enum Kind {
        PLAIN(told -> new HotCopyException(told.message(), told.hintsArray())),
        FAILED(told -> HotCopyFailedException.told(told.message(), false, told.hints())),
        CANCELLED(told -> HotCopyFailedException.told(told.message(), true, told.hints())),
        CONFLICT(told -> ConflictException.told(told.message())),
        REFUSED(told -> refused(told, Refusal.Kind.OTHER)),
        NO_BASE_SET(told -> refused(told, Refusal.Kind.NO_BASE_SET)),
        JOURNAL_SUSPENDED(told -> refused(told, Refusal.Kind.JOURNAL_SUSPENDED));

        private final Function<Told, HotCopyException> maker;

        Kind(Function<Told, HotCopyException> maker) {
            this.maker = maker;
        }

        private static HotCopyException refused(Told told, Refusal.Kind kind) {
            return new Refusal(kind, told.message(), told.hints()).exception();
        }

        static Kind of(HotCopyException trouble) {
            if (trouble instanceof HotCopyFailedException failed) {
                return failed.cancelled() ? CANCELLED : FAILED;
            } else if (trouble instanceof CopyRefusedException refused) {
                return switch (refused.kind()) {
                    case OTHER -> REFUSED;
                    case NO_BASE_SET -> NO_BASE_SET;
                    case JOURNAL_SUSPENDED -> JOURNAL_SUSPENDED;
                };
            }
            return trouble instanceof ConflictException ? CONFLICT : PLAIN;
        }
    }

    record Told(Kind kind, String message, List<String> hints) {
        String[] hintsArray() {
            return hints.toArray(String[]::new);
        }
    }

    @Override
    public Object write(Object value) {
        HotCopyException trouble = (HotCopyException) value;
        return form.write(new Told(Kind.of(trouble), String.valueOf(trouble.getMessage()), trouble.hints()));
    }

    @Override
    public Object read(Object tree) {
        Told told = (Told) form.read(tree);
        return told.kind().maker.apply(told);
    }
}
