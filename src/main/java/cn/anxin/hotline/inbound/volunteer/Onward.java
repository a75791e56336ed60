package cn.anxin.hotline.inbound.volunteer;

/** How it goes on after a part of the conversation. */
enum Onward {
    NEXT,
    /** They want a person, or said nothing that we understand. */
    TO_DESK,
    GONE
}
