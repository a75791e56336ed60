package cn.anxin.hotline.testing;

import cn.anxin.hotline.wellness.plan.Wishes;
import tools.jackson.databind.json.JsonMapper;

/** What somebody wishes, in as few words as a story needs; as the interface takes it. */
public final class TestWishes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TestWishes() {}

    /**
     * @param json with single quotes
     */
    public static Wishes of(String json) {
        return JSON.readValue(json.replace('\'', '"'), Wishes.class);
    }
}
