/**
 * Long proofs of the round's speed, started by {@code ops/hotline prove}: each is a main class that
 * prints its figures. None of them is a test, since none may fail by time.
 */
@NullMarked
package cn.anxin.hotline.benchmark;

import org.jspecify.annotations.NullMarked;
