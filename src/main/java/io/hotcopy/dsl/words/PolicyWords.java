package io.hotcopy.dsl.words;

/** The words inside {@code policy('…') { }}. */
public interface PolicyWords extends ProtectionWords, RunWords, ReactionWords, KeepingWords {}
