/**
 * FastAGI on Netty: holds calls with the {@link cn.anxin.hotline.call.Dialogue}s, one virtual
 * thread each. Event loops only frame bytes and pass messages; whatever fails here closes the
 * connection without {@code AGI_DONE}, and the native dialplan goes on with the call.
 *
 * <p>{@code server} takes calls in, {@code script} holds them, {@code wire} speaks to Asterisk;
 * each uses only those named after it.
 */
@NullMarked
package cn.anxin.hotline.asterisk.agi;

import org.jspecify.annotations.NullMarked;
