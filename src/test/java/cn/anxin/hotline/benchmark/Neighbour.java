package cn.anxin.hotline.benchmark;

/**
 * Somebody of a town made for a proof, whose telephone always does the same.
 *
 * @param place in the roster, from 1
 * @param does what the telephone does when it is rung, as {@code town.csv} writes it
 * @param end what the day comes to for whoever has such a telephone
 */
record Neighbour(int place, String does, String end) {
    /** Of a volunteer; each has this many people. */
    private static final int CIRCLE = 5;

    private static final int HOUSE = 20;
    private static final int COMMITTEE = 100;

    static final String ROSTER = "序号,姓名,性别,年龄,村居委,住址,联系电话,类别,结对志愿者,志愿者电话,备份志愿者,备份志愿者电话\n";

    String name() {
        return "测试" + place;
    }

    String number() {
        return "1370%07d".formatted(place);
    }

    String row() {
        var circle = (place - 1) / CIRCLE;
        return String.join(
                        ",",
                        String.valueOf(place),
                        name(),
                        "女",
                        "80",
                        "示范" + (1 + place / COMMITTEE) + "居委",
                        "示范路%d号%d室".formatted(1 + place / HOUSE, 101 + place % HOUSE),
                        number(),
                        "独居",
                        "志愿" + circle,
                        "1391%07d".formatted(circle),
                        "备份" + circle,
                        "1392%07d".formatted(circle))
                + "\n";
    }
}
