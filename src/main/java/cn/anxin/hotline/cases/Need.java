package cn.anxin.hotline.cases;

/** 需求: what people bring to the hotline. */
public enum Need {
    LIVING("生活保障"),
    MEDICAL("就医配药"),
    CARE("照料服务"),
    COMFORT("心理抚慰"),
    EMERGENCY("应急救助"),
    VACCINATION("疫苗接种"),
    /** Wanted a person, or said nothing that the menu understands. */
    PERSON("人工接听"),
    /** Left a message while nobody could answer. */
    MESSAGE("留言"),
    /** Hung up before saying what they need. */
    CALL_BACK("回电");

    private final String chinese;

    Need(String chinese) {
        this.chinese = chinese;
    }

    /** As screens and the daily summary name it. */
    public String chinese() {
        return chinese;
    }
}
