package io.hotcopy.shell.screen;

import java.util.List;
import org.jline.utils.AttributedString;

/** A part of what is shown, which is laid out when it is known how wide a line may be. */
@FunctionalInterface
interface Block {
    /** As wide as it likes to be: for a pipe, where nothing is cut and nothing broken. */
    int UNLIMITED = Integer.MAX_VALUE;

    /** @param width columns of a line, at least 20 */
    List<AttributedString> fitting(int width);
}
