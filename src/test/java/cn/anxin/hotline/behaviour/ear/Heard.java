package cn.anxin.hotline.behaviour.ear;

/**
 * A prompt that was recognised.
 *
 * @param key the name of its file, without the ending
 * @param at the sample of the recording at which the prompt's file begins
 * @param until the sample at which it ended or was cut off
 */
public record Heard(String key, int at, int until) {}
