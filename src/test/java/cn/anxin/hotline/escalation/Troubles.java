package cn.anxin.hotline.escalation;

/**
 * How often each may still happen.
 *
 * @param crashes of a node that has committed calls and not dialled them
 * @param refusals of calls, by the line
 * @param twice told of the same
 * @param lost words of a call's end
 * @param worse causes that join
 * @param console words that somebody gives on a screen: handing over, settling
 */
record Troubles(int crashes, int refusals, int twice, int lost, int worse, int console) {
    static final Troubles NONE = new Troubles(0, 0, 0, 0, 0, 0);

    static Troubles each(int times) {
        return new Troubles(times, times, times, times, times, times);
    }

    Troubles crash() {
        return new Troubles(crashes - 1, refusals, twice, lost, worse, console);
    }

    Troubles refusal() {
        return new Troubles(crashes, refusals - 1, twice, lost, worse, console);
    }

    Troubles again() {
        return new Troubles(crashes, refusals, twice - 1, lost, worse, console);
    }

    Troubles loss() {
        return new Troubles(crashes, refusals, twice, lost - 1, worse, console);
    }

    Troubles worsening() {
        return new Troubles(crashes, refusals, twice, lost, worse - 1, console);
    }

    Troubles word() {
        return new Troubles(crashes, refusals, twice, lost, worse, console - 1);
    }
}
