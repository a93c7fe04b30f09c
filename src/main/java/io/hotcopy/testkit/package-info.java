/**
 * What people need to specify their own policies: policy files and a virtual clock in; plans and proofs out, as values
 * that read well in a Spock condition and explain themselves when it fails.
 *
 * <p>Front door: {@link io.hotcopy.testkit.PolicyFixture}; {@link io.hotcopy.testkit.Parts} names what is asked about.
 * Values have getters, since Groovy reads {@code plan.steps} as {@code getSteps()}. Plain Java: a specification in
 * JUnit uses the same.
 */
package io.hotcopy.testkit;
