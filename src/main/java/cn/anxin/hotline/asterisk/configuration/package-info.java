/**
 * Writes the configuration of our Asterisk, and of the simulated town's, from the settings of the
 * house. Runs as a program of its own, before Asterisk starts.
 */
@NullMarked
package cn.anxin.hotline.asterisk.configuration;

import org.jspecify.annotations.NullMarked;
