/** Listens, lets in as many calls as can be held well, and turns the others away at once. */
@NullMarked
package cn.anxin.hotline.asterisk.agi.server;

import org.jspecify.annotations.NullMarked;
