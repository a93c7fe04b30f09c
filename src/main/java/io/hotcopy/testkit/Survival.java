package io.hotcopy.testkit;

/** Whether the database goes on under a failure and every objective holds; true or false to Groovy, and says why. */
public final class Survival {
    private final Scenario scenario;

    Survival(Scenario scenario) {
        this.scenario = scenario;
    }

    /** What Groovy asks of a value in a condition. */
    public boolean asBoolean() {
        return scenario.isSurvived();
    }

    /** What becomes of the promises. */
    public Scenario getScenario() {
        return scenario;
    }

    @Override
    public String toString() {
        return (asBoolean() ? "yes: " : "no: ") + scenario;
    }
}
