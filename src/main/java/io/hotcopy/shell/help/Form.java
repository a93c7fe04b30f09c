package io.hotcopy.shell.help;

/** What the whole manual can be written as. */
public enum Form {
    /** The reference page, in Markdown. */
    REFERENCE,
    /** The page of {@code man hotcopy}, in the macros of man(7). */
    MAN,
    /** What bash sources to complete the arguments of {@code hotcopy}. */
    BASH,
    /** What zsh autoloads for the same. */
    ZSH
}
