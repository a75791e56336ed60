package cn.anxin.hotline.asterisk.agi.server;

/** Why a connection gets no script. Asterisk then goes to the native fallback by itself. */
enum Refusal {
    TOO_MANY_CONNECTIONS("too many connections"),
    NO_HEADER("no call was named in time"),
    BAD_HEADER("the header is too long, or no call of our dialplan"),
    NO_DIALOGUE("nobody holds such calls"),
    TOO_MANY_SCRIPTS("as many calls are held as the settings allow"),
    LATE("scripts start late"),
    STOPPING("the service stops");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
