package cn.anxin.hotline.call;

import java.time.Duration;

/**
 * What somebody said to us, kept for a human ear.
 *
 * @param file its name in the folder {@code recordings} of the house; 8 kHz, 16 bit, mono
 */
public record Recording(String file, Duration length) {}
